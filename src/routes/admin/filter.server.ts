import { groepen, leerroutes, locales, signalen } from '#lib/domain/vocabulary.ts';
import type { MondayFilter } from '#lib/server/monday-list.ts';
import { openedSearch, sealedSearch } from '#lib/server/web/search.ts';

const pick = <T extends string>(values: readonly T[], text: string | null) =>
	values.find((value) => value === text);

/** The filter in an address; what is unknown is left out. */
export function filterOf(query: URLSearchParams): MondayFilter {
	const consulentId = /^[\w-]{22}$/.exec(query.get('consulent') ?? '')?.[0];
	return {
		search: openedSearch(query.get('zoek')),
		signaal: pick(signalen, query.get('reden')),
		groep: pick(groepen, query.get('groep')),
		leerroute: pick(leerroutes, query.get('route')),
		locale: pick(locales, query.get('taal')),
		consulentId,
		isSnoozed: query.get('toon') === 'uitgesteld',
		after: query.get('na')
	};
}

/** The same filter as the query part of an address, with some of it changed; without the page of people. */
export function queryOf(filter: MondayFilter, change: Partial<MondayFilter> = {}): string {
	const { search, signaal, groep, leerroute, locale, consulentId, isSnoozed, after } = {
		...{ ...filter, after: null },
		...change
	};
	const parts: Record<string, string | null | undefined> = {
		...{
			zoek: sealedSearch(search ?? ''),
			reden: signaal,
			groep,
			route: leerroute,
			taal: locale,
			consulent: consulentId
		},
		...{ toon: isSnoozed ? 'uitgesteld' : null, na: after }
	};
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
	return query.toString();
}

/** A query that came back in a form, read anew so that it holds nothing but a filter. */
export const sameQuery = (text: string): string => queryOf(filterOf(new URLSearchParams(text)));

/** What is kept of a filter: without what was searched for, which is mostly a name. */
export const savedQuery = (text: string): string =>
	queryOf(filterOf(new URLSearchParams(text)), { search: '', isSnoozed: false });

export const listPath = (query: string): string => (query ? `/admin?${query}` : '/admin');

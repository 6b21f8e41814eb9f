import { aanbodText, roosterText } from '#lib/server/cursus-tekst.ts';
import { numericDate, weekdayNames } from '#lib/server/format.ts';
import { gevondenVoor, isGeregeld, readKeuze, type Keuze } from './keuze.server.ts';
import type { PageServerLoad } from './$types';

/** So many courses on a page: more would not fit the weight of a page. */
const perPage = 6;

export const load: PageServerLoad = async ({ locals, url }) => {
	const keuze = await readKeuze({ locals, url });
	const { situatie, antwoorden, vraag } = keuze;
	const geregeld = isGeregeld(keuze) ? lessenVan(keuze, locals) : null;
	const onlyFitting = url.searchParams.get('toon') === 'past';
	const all = (geregeld ? [] : await gevondenVoor(keuze)).filter(
		({ passing }) => !onlyFitting || passing.geheel !== 'niet'
	);
	const from = Math.max(0, Math.trunc(Number(url.searchParams.get('vanaf'))) || 0);
	return {
		...{ antwoorden, geregeld, onlyFitting, query: keuze.query },
		isOwn: keuze.actor !== null,
		isAnswered: keuze.query !== '',
		hasGroep: situatie?.groep !== null,
		isWi2013: situatie?.isWi2013 ?? false,
		hasPip: situatie === null || situatie.pip !== null,
		leerroute: vraag.leerroute,
		gemeenten: keuze.gemeenten.map(({ slug, name }) => ({ value: slug, text: name })),
		slug: url.searchParams.get('gemeente') ?? '',
		isChosen: keuze.gemeenteId !== null,
		days: weekdayNames(locals.locale),
		dutchDays: weekdayNames('nl'),
		found: all.slice(from, from + perPage).map(({ aanbod, passing }) => aanbodText(aanbod, passing)),
		more: from + perPage < all.length ? from + perPage : null
	};
};

/** For asiel: which course the municipality arranged, and when it begins. */
function lessenVan({ situatie }: Keuze, { locale }: App.Locals) {
	return (situatie?.lessen ?? []).map(({ id, title, partnerName, place, vanaf, weekdays }) => ({
		...{ id, title, partnerName, place },
		vanaf: numericDate(vanaf),
		rooster: roosterText(weekdays, locale)
	}));
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** A message as inlang writes it: a sentence, or variants on plural categories. */
export type Variants = { declarations: string[]; selectors: string[]; match: Record<string, string> }[];
export type Text = string | Variants;
export type Messages = Record<string, Text>;
export type State = 'missing' | 'machine' | 'translated' | 'reviewed' | 'outdated';
export type Status = { state: Exclude<State, 'missing'>; sourceHash: string; reviewer?: string; at?: string };

/** The folder with one file per locale; another one in tests. */
export const folder = new URL('../../messages/', import.meta.url);

const read = (path: string, from: URL): Record<string, unknown> =>
	existsSync(new URL(path, from)) ? JSON.parse(readFileSync(new URL(path, from), 'utf8')) : {};

export function readLocales(from = folder): string[] {
	return (read('project.inlang/settings.json', from) as { locales: string[] }).locales;
}

export function readMessages(locale: string, from = folder): Messages {
	const { $schema: _schema, ...messages } = read(`${locale}.json`, from);
	return messages as Messages;
}

export function readStatus(locale: string, from = folder): Record<string, Status> {
	return read(`status/${locale}.json`, from) as Record<string, Status>;
}

/** Terms of the law and of Dutch offices, each with its explanation in simple Dutch. */
export function readGlossary(from = folder): Record<string, string> {
	return read('glossary.json', from) as Record<string, string>;
}

/** Messages for staff exist in nl and en only. */
export const isStaff = (key: string): boolean => /^(?:admin|partner)_/.test(key);
export const isFor = (key: string, locale: string): boolean =>
	!isStaff(key) || locale === 'nl' || locale === 'en';

export const hashOf = (text: Text | undefined): string =>
	createHash('sha256')
		.update(JSON.stringify(text) ?? '')
		.digest('hex')
		.slice(0, 12);

/** The one place that says how far a translation is. */
export function stateOf(text: Text | undefined, dutch: Text | undefined, status: Status | undefined): State {
	if (text === undefined) return 'missing';
	if (!status) return 'machine';
	return status.sourceHash === hashOf(dutch) ? status.state : 'outdated';
}

/** Each sentence with the name of its variant; the variant of a plain message is ''. */
export const variantsOf = (text: Text): [variant: string, sentence: string][] =>
	typeof text === 'string' ? [['', text]] : text.flatMap(({ match }) => Object.entries(match));

export const sentencesOf = (text: Text): string[] => variantsOf(text).map(([, sentence]) => sentence);

export const placeholdersOf = (text: Text): string[] =>
	[
		...new Set(sentencesOf(text).flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)))
	].sort();

/** The selectors that are a plural, with the name each has in a variant: n=one, m=other. */
export const pluralsOf = (text: Text): string[] =>
	typeof text === 'string'
		? []
		: (text[0]?.selectors ?? []).filter((name) =>
				text[0]!.declarations.some((line) => new RegExp(`^local ${name} = \\w+: plural\\b`).test(line))
			);

/** The CLDR categories of a locale; of a regional one those of its language. */
export const categoriesOf = (locale: string): string[] =>
	new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();

/** Every variant that a message with these plural selectors must have in a locale, sorted. */
export function variantNames(selectors: string[], locale: string): string[] {
	const each = selectors.map((name) => categoriesOf(locale).map((category) => `${name}=${category}`));
	return each
		.reduce<string[]>(
			(all, part) => all.flatMap((head) => part.map((tail) => (head ? `${head}, ${tail}` : tail))),
			['']
		)
		.sort();
}

import {
	hashOf,
	isFor,
	placeholdersOf,
	pluralsOf,
	stateOf,
	variantNames,
	variantsOf,
	type Messages,
	type State,
	type Status,
	type Text
} from './messages.ts';
import { faultsOf, maximumLength } from './translation.ts';

// What a translator gets and gives back: one row per sentence, one per plural category.

export const columns = [
	'key',
	'variant',
	'where',
	'dutch',
	'translation',
	'state',
	'placeholders',
	'maximum length',
	'source'
] as const;

type Locale = { locale: string; texts: Messages; dutch: Messages; status: Record<string, Status> };

/** @param where the files in which a key is used */
export function rowsFor(
	{ locale, texts, dutch, status }: Locale,
	where: (key: string) => string,
	states?: readonly State[]
): string[][] {
	const rows = Object.entries(dutch)
		.filter(([key]) => isFor(key, locale))
		.flatMap(([key, source]) => {
			const state = stateOf(texts[key], source, status[key]);
			if (states && !states.includes(state)) return [];
			const now = new Map(variantsOf(texts[key] ?? ''));
			return variantsFor(source, locale).map((variant) => {
				const sentence = sourceFor(source, variant);
				return [
					key,
					variant,
					where(key),
					sentence,
					now.get(variant) ?? '',
					state,
					placeholdersOf(source)
						.map((name) => `{${name}}`)
						.join(' '),
					String(maximumLength(sentence, locale)),
					sourceOf(source)
				];
			});
		});
	return [[...columns], ...rows];
}

/** With letters in front: a spreadsheet would make a number of 12345e67. */
const sourceOf = (source: Text): string => `nl-${hashOf(source)}`;

const variantsFor = (source: Text, locale: string): string[] =>
	pluralsOf(source).length
		? variantNames(pluralsOf(source), locale)
		: variantsOf(source).map(([name]) => name);

/** The Dutch of a variant; a category that Dutch does not have is said as `other`. */
function sourceFor(source: Text, variant: string): string {
	const all = new Map(variantsOf(source));
	return (
		all.get(variant) ?? all.get(variant.replaceAll(/=(?!one\b)\w+/g, '=other')) ?? [...all.values()].at(-1)!
	);
}

export type Incoming = {
	reviewer: string;
	day: string;
	state: 'translated' | 'reviewed';
	terms: readonly string[];
};
export type Taken = { texts: Messages; status: Record<string, Status>; changed: string[]; errors: string[] };

/**
 * Reads a sheet that came back. All or nothing: with one error nothing is taken. An empty translation leaves the
 * message as it is; a message of several rows must come back whole. Errors name the line of the file.
 */
export function take(rows: string[][], { texts, dutch, locale }: Locale, incoming: Incoming): Taken {
	const [head = [], ...lines] = rows;
	const at = (name: (typeof columns)[number]) => head.indexOf(name);
	const absent = (['key', 'variant', 'translation', 'source'] as const).filter((name) => at(name) < 0);
	const refuse = (errors: string[]): Taken => ({ texts: {}, status: {}, changed: [], errors });
	if (absent.length) return refuse([`line 1: there is no column ${absent.join(', ')}`]);

	const errors: string[] = [];
	const given = new Map<string, { variants: Map<string, string>; line: number }>();
	for (const [n, row] of lines.entries()) {
		const line = n + 2;
		const [key = '', variant = '', text = '', source = ''] = (
			['key', 'variant', 'translation', 'source'] as const
		).map((name) => row[at(name)] ?? '');
		const fault = (what: string) => errors.push(`line ${line}: ${key}: ${what}`);
		if (!(key in dutch) || !isFor(key, locale)) fault('there is no such message');
		else if (source !== sourceOf(dutch[key]!)) fault('the Dutch has changed since the export: export again');
		else if (!variantsFor(dutch[key]!, locale).includes(variant)) fault(`there is no variant ${variant}`);
		else if (given.get(key)?.variants.has(variant)) fault('it stands in the file twice');
		else if (text.trim()) {
			const entry = given.get(key) ?? { variants: new Map<string, string>(), line };
			entry.variants.set(variant, text);
			given.set(key, entry);
		}
	}
	const next: Messages = { ...texts };
	const status: Record<string, Status> = {};
	const changed: string[] = [];
	for (const [key, { variants, line }] of given) {
		const source = dutch[key]!;
		const missing = variantsFor(source, locale).filter((name) => !variants.has(name));
		const text = textOf(source, variants, variantsFor(source, locale));
		const faults = missing.length
			? [`without ${missing.join(' | ')}`]
			: faultsOf({ key, locale, text, dutch: source, terms: incoming.terms });
		errors.push(...faults.map((what) => `line ${line}: ${key}: ${what}`));
		if (JSON.stringify(text) !== JSON.stringify(texts[key])) changed.push(key);
		next[key] = text;
		status[key] = {
			state: incoming.state,
			sourceHash: hashOf(source),
			reviewer: incoming.reviewer,
			at: incoming.day
		};
	}
	return errors.length ? refuse(errors) : { texts: next, status, changed, errors };
}

/** From zero to other, as CLDR lists them. */
const rank = (variant: string): number =>
	[...variant.matchAll(/=(\w+)/g)].reduce(
		(sum, [, category = '']) => sum * 6 + ['zero', 'one', 'two', 'few', 'many', 'other'].indexOf(category),
		0
	);

/** The message in the form of its Dutch, with the variants of the locale. */
function textOf(source: Text, variants: Map<string, string>, names: string[]): Text {
	if (typeof source === 'string') return variants.get('') ?? '';
	const [first] = source;
	const match = Object.fromEntries(
		names.toSorted((a, b) => rank(a) - rank(b)).map((name) => [name, variants.get(name) ?? ''])
	);
	return [{ declarations: first!.declarations, selectors: first!.selectors, match }];
}

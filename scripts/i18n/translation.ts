import { dutchWords, isDutchItself, withoutTerms } from './dutch-left.ts';
import {
	isStaff,
	placeholdersOf,
	pluralsOf,
	sentencesOf,
	variantNames,
	variantsOf,
	type Text
} from './messages.ts';
import { strangeWords } from './scripts.ts';

/** One translated message beside its Dutch. */
export type Translation = {
	key: string;
	locale: string;
	text: Text;
	dutch: Text;
	/** Terms of the glossary. */
	terms: readonly string[];
};
/** What is wrong, in words for a translator; undefined when nothing is. */
type Check = (one: Translation) => string | undefined;

const differ = (a: string[], b: string[]) => JSON.stringify(a) !== JSON.stringify(b);

const placeholders: Check = ({ text, dutch }) => {
	const [has, wants] = [placeholdersOf(text), placeholdersOf(dutch)];
	const unknown = has.filter((name) => !wants.includes(name));
	const lost = wants.filter(
		(name) => !has.includes(name) && !(pluralsOf(text).length && isCount(name, dutch))
	);
	return unknown.length || lost.length
		? `placeholders {${has.join('} {')}} where the Dutch has {${wants.join('} {')}}`
		: undefined;
};
/** The number that chooses a plural variant may be left out: a variant can say it in words. */
const isCount = (name: string, dutch: Text) =>
	typeof dutch !== 'string' && dutch[0]!.declarations.some((line) => line.includes(` = ${name}: plural`));

const plurals: Check = ({ text, dutch, locale }) => {
	const selectors = pluralsOf(dutch);
	if (differ(pluralsOf(text), selectors)) return 'other plural selectors than the Dutch';
	if (!selectors.length) return undefined;
	const has = variantsOf(text)
		.map(([name]) => name)
		.sort();
	const wants = variantNames(selectors, locale);
	return differ(has, wants) ? `variants ${has.join(' | ')}; wants ${wants.join(' | ')}` : undefined;
};

const controls: Check = ({ text }) =>
	sentencesOf(text).some((one) => /[\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF\uE000-\uF8FF]/u.test(one))
		? 'a control character for the direction of text'
		: undefined;

const markup: Check = ({ text }) =>
	sentencesOf(text).some((one) => /<[a-z/!]|&\w+;| {2}|^\s|\s$|[\t\r\n]/i.test(one))
		? 'markup, a double space or a space at an end'
		: undefined;

const empty: Check = ({ text }) => (sentencesOf(text).some((one) => !one.trim()) ? 'no text' : undefined);

const letters: Check = ({ text, locale, terms }) => {
	const strange = sentencesOf(text).flatMap((one) => strangeWords(withoutTerms(one, terms), locale));
	return strange.length ? `letters of another alphabet: ${strange.join(', ')}` : undefined;
};

const dutchLeft: Check = ({ text, dutch, locale, terms }) => {
	if (locale === 'nl') return undefined;
	const left = sentencesOf(text).flatMap((one) => dutchWords(one, locale, terms));
	if (left.length) return `Dutch words: ${[...new Set(left)].join(', ')}`;
	const source = sentencesOf(dutch);
	return sentencesOf(text).some((one) => source.some((nl) => isDutchItself(one, nl, locale, terms)))
		? 'it is the Dutch text'
		: undefined;
};

/** Names and levels (of a route its letter) stay as they are in every language; other terms of the glossary may stand beside a translation. */
export const isFixed = (term: string): boolean => /[A-Z0-9]/.test(term);

const fixedTerms: Check = ({ key, text, dutch, terms }) => {
	if (isStaff(key)) return undefined;
	const [source, own] = [dutch, text].map((one) => sentencesOf(one).join(' ')) as [string, string];
	const stands = (term: string, where: string) =>
		new RegExp(`(?<![A-Za-z0-9])${term.replace(/-route$/, '')}(?![a-z0-9])`).test(where);
	const lost = terms.filter((term) => isFixed(term) && stands(term, source) && !stands(term, own));
	return lost.length ? `without the term ${lost.join(', ')}` : undefined;
};

/** Letters per letter of Dutch: Chinese and Ethiopic script need few. */
const bounds = (locale: string): [number, number] =>
	locale === 'zh-Hans' ? [0.1, 1.25] : /^(?:ti|am)$/.test(locale) ? [0.25, 1.8] : [0.33, 2.3];

const length: Check = ({ text, dutch, locale }) => {
	const size = (one: Text) => Math.max(...sentencesOf(one).map((sentence) => [...sentence].length));
	if (size(dutch) < 20) return undefined;
	const [low, high] = bounds(locale);
	const ratio = size(text) / size(dutch);
	return ratio < low || ratio > high ? `${ratio.toFixed(2)} times as long as the Dutch` : undefined;
};

export const checks = {
	placeholders,
	plurals,
	controls,
	markup,
	empty,
	letters,
	dutchLeft,
	fixedTerms,
	length
} satisfies Record<string, Check>;

/** Everything that is wrong with a translation. */
export function faultsOf(one: Translation): string[] {
	return Object.values(checks).flatMap((check) => check(one) ?? []);
}

/** How long a translation may be, for the person who writes it. */
export function maximumLength(dutch: string, locale: string): number {
	return Math.max(24, Math.floor([...dutch].length * bounds(locale)[1]));
}

import { pluralsOf, sentencesOf, variantNames, type Messages, type Text } from './messages.ts';

// Two languages that nobody speaks, for tests only (ui.md §4.7): every text that comes from a message stands between
// ⟦ and ⟧, so what does not is a sentence in code. en-XA is 40 % longer, ar-XB runs from right to left.

export const pseudoLocales = ['en-XA', 'ar-XB'] as const;
export type PseudoLocale = (typeof pseudoLocales)[number];

const accents = 'áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýž';
const arabic = 'ابجدهوزحطيكلمنسعفصقرشتثخذض';

const written = (text: string, letters: string): string =>
	text
		.split(/(\{\w+\})/)
		.map((part, n) =>
			n % 2
				? part
				: part.replaceAll(/[a-z]/gi, (letter) => [...letters][letter.toLowerCase().charCodeAt(0) - 97]!)
		)
		.join('');

/** A sentence of the pseudo-locale; placeholders stay. */
export function pseudo(sentence: string, locale: PseudoLocale): string {
	if (locale === 'ar-XB') return `⟦${written(sentence, arabic)}⟧`;
	const padding = ' ẋẋẋẋ'.repeat(Math.ceil((sentence.length * 0.4) / 5));
	return `⟦${written(sentence, accents)}${padding}⟧`;
}

function pseudoText(text: Text, locale: PseudoLocale): Text {
	const selectors = pluralsOf(text);
	if (typeof text === 'string' || !selectors.length) return pseudo(sentencesOf(text)[0] ?? '', locale);
	const [first] = text;
	const other = Object.entries(first!.match).at(-1)![1];
	const names = variantNames(selectors, locale);
	const match = Object.fromEntries(names.map((name) => [name, pseudo(first!.match[name] ?? other, locale)]));
	return [{ ...first!, match }];
}

/** @param missing keys that this locale lacks, to see what a page does then */
export const pseudoMessages = (
	english: Messages,
	locale: PseudoLocale,
	missing: readonly string[]
): Messages =>
	Object.fromEntries(
		Object.entries(english)
			.filter(([key]) => !missing.includes(key))
			.map(([key, text]) => [key, pseudoText(text, locale)])
	);

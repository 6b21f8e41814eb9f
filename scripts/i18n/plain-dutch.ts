import { isStaff, sentencesOf, type Text } from './messages.ts';

/** Words that nobody says at a kitchen table. */
const stiff =
	`aangaande alsmede betreffende conform dan wel derhalve desgewenst dient dienen echter gaarne gelieve
	geschieden hiertoe hierbij indien inzake jegens krachtens middels mits omtrent onderhavige reeds teneinde tevens
	thans uitsluitend verzoeken voornoemde voorts zulks zorg dragen`
		.split(/\s+/)
		.filter((word) => !['dan', 'wel', 'zorg', 'dragen'].includes(word));
const stiffPhrases = [
	...stiff,
	'dan wel',
	'zorg dragen',
	'ten behoeve van',
	'met betrekking tot',
	'op grond van',
	'naar aanleiding van',
	'in het kader van',
	'ter zake',
	'met inachtneming van'
];
const stiffPattern = new RegExp(`(?<!\\p{L})(?:${stiffPhrases.join('|')})(?!\\p{L})`, 'iu');

/** A form of `worden` with a participle: somebody acts, and the sentence does not say who. */
const passive =
	/(?<!\p{L})(?:word|wordt|worden|werd|werden)(?!\p{L})[^.!?]*\s(?:ge|be|ver|ont|her|aan|af|op|uit|in|toe|vast|door)\p{L}+(?:d|t|en)(?!\p{L})|\s(?:ge|be|ver|ont|her)\p{L}+(?:d|t|en)\s(?:wordt|worden|werd|werden)(?!\p{L})/iu;

const abbreviation =
	/(?<!\p{L})(?:\p{L}{1,3}\.){2,}|(?<!\p{L})(?:art|bijv|blz|ca|dhr|enz|evt|excl|incl|max|mevr|min|mw|nr|resp|tel|vgl|zgn)\.(?!\p{L})/iu;
const capitals = /(?<![\p{L}\p{N}-])\p{Lu}{2,}(?![\p{L}-])/gu;

/** Capitals that are no abbreviation of ours: everybody knows them as they are. */
const known = ['PIN', 'SMS', 'PDF', 'B', 'Z'];

const wordsOf = (sentence: string) => sentence.match(/[\p{L}\p{N}{}_’'-]+/gu) ?? [];

export const softLimit = 12;
export const hardLimit = 15;

/** The longest sentence of a Dutch message, in words. */
export const longestSentence = (text: Text): number =>
	Math.max(
		0,
		...sentencesOf(text)
			.flatMap((one) => one.split(/(?<=[.!?:;])\s+/))
			.map((one) => wordsOf(one).length)
	);

/**
 * What keeps a Dutch message from being simple: ui.md §5.3. Messages for staff may hold terms of their work.
 * @param mayBeLong keys whose sentence may have up to 15 words
 */
export function stiffness(
	key: string,
	text: Text,
	terms: readonly string[],
	mayBeLong: readonly string[] = []
): string[] {
	if (isStaff(key)) return [];
	const sentences = sentencesOf(text);
	const faults: string[] = [];
	const length = longestSentence(text);
	if (length > (mayBeLong.includes(key) ? hardLimit : softLimit))
		faults.push(`a sentence of ${length} words`);
	for (const sentence of sentences) {
		const phrase = stiffPattern.exec(sentence)?.[0];
		if (phrase) faults.push(`stiff: ${phrase}`);
		if (passive.test(sentence)) faults.push(`passive: ${sentence}`);
		const shortened = abbreviation.exec(sentence)?.[0];
		if (shortened) faults.push(`abbreviation: ${shortened}`);
		for (const [letters] of sentence.matchAll(capitals))
			if (!terms.includes(letters) && !known.includes(letters)) faults.push(`abbreviation: ${letters}`);
	}
	return [...new Set(faults)];
}

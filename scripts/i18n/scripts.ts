/** The script of each locale that is not written in Latin letters. */
const scripts: Record<string, string> = {
	ar: 'Arabic',
	fa: 'Arabic',
	'fa-AF': 'Arabic',
	ps: 'Arabic',
	ckb: 'Arabic',
	ti: 'Ethiopic',
	am: 'Ethiopic',
	uk: 'Cyrillic',
	ru: 'Cyrillic',
	'zh-Hans': 'Han'
};
export const scriptOf = (locale: string): string => scripts[locale] ?? 'Latin';
export const isLatin = (locale: string): boolean => scriptOf(locale) === 'Latin';

/** Letters of the right script but of a neighbour's alphabet, which look the same on a screen. */
const foreign: Record<string, RegExp> = {
	ar: /[کیےۀہەڵۆێ]/u,
	fa: /[كيىة]/u,
	'fa-AF': /[كيىة]/u,
	ps: /[كگ]/u,
	ckb: /[كيىة]/u,
	uk: /[ыэъё]/iu,
	ru: /[іїєґ]/iu,
	'zh-Hans': /[們學語請時對這個為間說開問話會嗎員還過]/u
};

const scriptsIn = (word: string): string[] =>
	['Latin', 'Cyrillic', 'Arabic', 'Ethiopic', 'Han', 'Greek', 'Hebrew', 'Armenian', 'Georgian'].filter(
		(name) => new RegExp(`\\p{Script=${name}}`, 'u').test(word)
	);

/**
 * Words that are written wrong for the locale: two scripts inside one word, another script than the locale's (Latin
 * is left to the check on Dutch words), or a letter of a neighbour's alphabet. Give a sentence without Dutch terms.
 */
export function strangeWords(sentence: string, locale: string): string[] {
	const words = sentence.match(/[\p{L}\p{M}\u200C\u200D]+/gu) ?? [];
	return words.filter((word) => {
		const found = scriptsIn(word);
		if (found.length > 1) return true;
		if (found[0] === 'Latin' && !isLatin(locale)) return false;
		return (
			found[0] !== undefined && (found[0] !== scriptOf(locale) || (foreign[locale]?.test(word) ?? false))
		);
	});
}

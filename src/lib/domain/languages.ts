import { locales, type LocaleId } from './vocabulary.ts';

/** Other tags for a language of the portal, in small letters: the one place that knows them. */
const aliases: Record<string, LocaleId> = {
	prs: 'fa-AF',
	pes: 'fa',
	kmr: 'ku',
	zh: 'zh-Hans',
	'zh-cn': 'zh-Hans',
	'ti-er': 'ti',
	'ti-et': 'ti'
};
const arabic = /^ar-[a-z0-9-]{2,30}$/;

/** The language that a tag names, in any letter case: `PRS` is `fa-AF`, `ar-SY` is `ar`; absent for any other. */
export function languageNamed(tag: string): LocaleId | undefined {
	const small = tag.toLowerCase();
	const exact = locales.find((id) => id.toLowerCase() === small);
	if (exact) return exact;
	if (Object.hasOwn(aliases, small)) return aliases[small];
	return arabic.test(small) ? 'ar' : undefined;
}

/** The same, where a region or a script may follow that the portal makes no difference for: `tr-TR`, `zh-Hant-TW`. */
export function nearestLanguage(tag: string): LocaleId | undefined {
	for (let rest = tag; rest; rest = rest.slice(0, Math.max(rest.lastIndexOf('-'), 0))) {
		const found = languageNamed(rest);
		if (found) return found;
	}
	return undefined;
}

/** What an Accept-Language header asks for first among these languages; a header is a proposal, never a choice. */
export function proposedLanguage(header: string | null): LocaleId | undefined {
	const asked = (header ?? '')
		.slice(0, 1000)
		.split(',')
		.map((part) => {
			const [tag = '', ...rest] = part.split(';').map((piece) => piece.trim());
			const weight = rest.find((one) => one.startsWith('q='))?.slice(2);
			return { tag, weight: weight === undefined ? 1 : Number(weight) };
		})
		.filter(({ tag, weight }) => tag && weight > 0 && weight <= 1)
		.toSorted((a, b) => b.weight - a.weight);
	for (const { tag } of asked) {
		const found = nearestLanguage(tag);
		if (found) return found;
	}
	return undefined;
}

import { stockZinnen, type StockZin, type TranslationState } from '#lib/domain/zinnen.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';

type Status = Record<string, { state: TranslationState }>;
// One file per language, read when that language is asked for: together they are 1 MB.
const files = import.meta.glob<Status>('/messages/status/*.json', { import: 'default' });
const known = new Map<LocaleId, Map<StockZin, TranslationState>>();

/** How far the translation of every stock phrase is; Dutch is the source, and counts as reviewed. */
export async function stockStates(locale: LocaleId): Promise<Map<StockZin, TranslationState>> {
	const before = known.get(locale);
	if (before) return before;
	const status = await files[`/messages/status/${locale}.json`]?.();
	const stateOf = (key: StockZin) => (locale === 'nl' ? 'reviewed' : (status?.[`zin_${key}`]?.state ?? 'missing')); // prettier-ignore
	const states = new Map((Object.keys(stockZinnen) as StockZin[]).map((key) => [key, stateOf(key)]));
	known.set(locale, states);
	return states;
}

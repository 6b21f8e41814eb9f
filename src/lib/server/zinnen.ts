import { slotKind, stockId, stockKey, stockZinnen, type BookZin, type ReadSlot, type ReadZin, type StockZin, type TranslationState, type ZinKeuze, type ZinKind, type ZinOption } from '#lib/domain/zinnen.ts'; // prettier-ignore
import { phraseKinds, type LocaleId, type ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { listPhrases, listPhrasesById, listPhraseTexts, type Phrase, type PhraseText } from './db/phrases.ts';
import { dayText } from './format.ts';
import { sourceHash } from './phrase-hash.ts';
import { stockStates } from './phrase-status.ts';

/** How far a municipal translation is, measured against the Dutch of today. */
export function stateOf(text: PhraseText | undefined, dutch: string): TranslationState {
	if (!text) return 'missing';
	if (text.locale === 'nl') return 'reviewed';
	return text.sourceHash === sourceHash(dutch) ? text.state : 'outdated';
}

type Texts = { slots: string[]; nl: string; own?: string; state: TranslationState };
type Known = (zin: string) => Texts | undefined;

/** The municipal phrases among these, with their Dutch and their text in `locale`. */
async function municipal(tx: Reader, rows: Phrase[], locale: LocaleId): Promise<Map<string, Texts>> {
	const ids = rows.map(({ id }) => id);
	const texts = await listPhraseTexts(tx, ids, ['nl', locale]);
	const found = new Map<string, Texts>();
	for (const { id, slots } of rows) {
		const textIn = (wanted: LocaleId) => texts.find((t) => t.phraseId === id && t.locale === wanted);
		const nl = textIn('nl')?.text ?? '';
		const state = stateOf(textIn(locale), nl);
		// A translation of another sentence is worse than the Dutch.
		const own = locale === 'nl' || state === 'outdated' ? undefined : textIn(locale)?.text;
		found.set(id, { slots: slots.map(({ name }) => name), nl, own, state });
	}
	return found;
}

function readSlot(name: string, value: string | undefined, locale: LocaleId): ReadSlot {
	const kind = slotKind(name) ?? 'place';
	if (value === undefined || kind !== 'day') return { kind, value };
	const day = Temporal.PlainDate.from(value);
	const said = (wanted: LocaleId) => {
		const { weekday, date } = dayText(day, wanted);
		return `${weekday} ${date}`;
	};
	return { kind, value, own: said(locale), nl: said('nl') };
}

/** @param known texts of the municipal phrases; undefined when the phrase never existed */
function read(zin: ZinGebruik, locale: LocaleId, states: Map<StockZin, TranslationState>, known: Known): ReadZin | undefined {
	const key = stockKey(zin.zin);
	const phrase = key ? undefined : known(zin.zin);
	if (!key && !phrase) return undefined;
	const names: readonly string[] = key ? stockZinnen[key].slots : phrase!.slots;
	const slots = Object.fromEntries(names.map((name) => [name, readSlot(name, zin.slots[name], locale)]));
	const texts = phrase ? { nl: phrase.nl, own: phrase.own } : null;
	return { zin: zin.zin, locale, slots, texts, state: key ? (states.get(key) ?? 'missing') : phrase!.state };
} // prettier-ignore

/**
 * Used phrases for a reader in `locale`, list by list, with at most two queries for all of them. `saidZin` and the
 * component Zinnen (lib/ui) say them. A phrase stays readable when it was hidden or replaced, or when the reader moved.
 */
export async function readZinLists(
	lists: readonly (ZinGebruik[] | null)[],
	locale: LocaleId,
	tx: Reader = database().read
): Promise<ReadZin[][]> {
	const ids = [...new Set(lists.flatMap((list) => list ?? []).map(({ zin }) => zin))];
	const rows = await listPhrasesById(tx, ids.filter((id) => !stockKey(id))); // prettier-ignore
	const phrases = rows.length ? await municipal(tx, rows, locale) : new Map<string, Texts>();
	const states = await stockStates(locale);
	return lists.map((list) =>
		(list ?? []).flatMap((zin) => read(zin, locale, states, (id) => phrases.get(id)) ?? [])
	);
}
export const readZinnen = async (
	zinnen: ZinGebruik[] | null,
	locale: LocaleId,
	tx?: Reader
): Promise<ReadZin[]> => (await readZinLists([zinnen], locale, tx))[0] ?? [];

/** What can be chosen: first what the municipality wrote itself, then the common stock; hidden phrases are left out. */
export async function listZinnen(
	actor: Staff,
	kinds: readonly ZinKind[],
	tx: Reader = database().read
): Promise<ZinOption[]> {
	const rows = (await listPhrases(tx, actor.gemeenteId, kinds)).filter(({ isActive }) => isActive);
	const texts = await municipal(tx, rows, 'nl');
	const empty = (names: readonly string[]) =>
		Object.fromEntries(names.map((name) => [name, readSlot(name, undefined, 'nl')]));
	const own = rows.map(({ id, kind }) => {
		const { nl, slots } = texts.get(id)!;
		return { zin: id, kind, slots: empty(slots), texts: { nl } };
	});
	const stock = (Object.keys(stockZinnen) as StockZin[])
		.map((key) => ({ zin: stockId(key), kind: stockZinnen[key].kind as ZinKind, slots: empty(stockZinnen[key].slots), texts: null })); // prettier-ignore
	return [...own, ...stock.filter(({ kind }) => kinds.includes(kind))];
}

/**
 * The whole phrase-book of the actor's municipality in `locale`, hidden phrases too: first its own, then the stock.
 * Slots are empty.
 */
export async function zinnenboek(
	actor: Staff,
	locale: LocaleId,
	tx: Reader = database().read
): Promise<BookZin[]> {
	const rows = await listPhrases(tx, actor.gemeenteId, phraseKinds);
	const phrases = await municipal(tx, rows, locale);
	const states = await stockStates(locale);
	const shown = (zin: string) => read({ zin, slots: {} }, locale, states, (id) => phrases.get(id))!;
	return [
		...rows.map(({ id, kind, isActive }) => ({ ...shown(id), kind, isActive, isStock: false })),
		...(Object.keys(stockZinnen) as StockZin[]).map((key) => {
			const { kind } = stockZinnen[key];
			return { ...shown(stockId(key)), kind, isActive: true, isStock: true };
		})
	];
}

/** Which of these phrases the actor may use, with the names of their slots: the stock and the own municipality (AC-06). */
export async function slotsOfZinnen(
	actor: Staff,
	zinnen: readonly string[],
	tx: Reader = database().read
): Promise<Map<string, readonly string[]>> {
	const rows = await listPhrasesById(tx, zinnen.filter((zin) => !stockKey(zin))); // prettier-ignore
	const own = rows.filter(({ gemeenteId }) => gemeenteId === actor.gemeenteId);
	const found = new Map<string, readonly string[]>(own.map(({ id, slots }) => [id, slots.map(({ name }) => name)])); // prettier-ignore
	for (const zin of zinnen) {
		const key = stockKey(zin);
		if (key) found.set(zin, stockZinnen[key].slots);
	}
	return found;
}

/** What a form shows to choose from, with these phrases chosen. @param typed what was typed in the slots, per phrase */
export async function zinKeuze(
	actor: Staff,
	kinds: readonly ZinKind[],
	locale: LocaleId,
	zinnen: ZinGebruik[] = [],
	typed: Record<string, string>[] = zinnen.map(({ slots }) => slots)
): Promise<ZinKeuze> {
	const reads = await readZinLists(zinnen.map((zin) => [zin]), locale); // prettier-ignore
	const rows = reads.flatMap(([one], n) => {
		if (!one) return [];
		const slots = Object.entries(one.slots).map(([name, { kind }]) => ({ name, kind, typed: typed[n]?.[name] ?? '' })); // prettier-ignore
		return { zin: one.zin, slots, read: one };
	});
	return { options: await listZinnen(actor, kinds), rows, locale };
}

/** Whether two lists say the same thing, whatever the order of the slots. */
export function isSameZinnen(one: ZinGebruik[] | null, other: ZinGebruik[] | null): boolean {
	const flat = (list: ZinGebruik[] | null) =>
		JSON.stringify((list ?? []).map(({ zin, slots }) => [zin, Object.entries(slots).sort()]));
	return flat(one) === flat(other);
}

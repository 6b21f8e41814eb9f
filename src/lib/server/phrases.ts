import { hasOnlySlots, slotKind, slotsIn, type TranslationState, type ZinKind } from '#lib/domain/zinnen.ts';
import { locales, type LocaleId } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { findPhrase, insertPhrase, insertPhraseTexts, listPhraseTexts, putPhraseText, removePhraseText, updatePhrase, type Phrase } from './db/phrases.ts'; // prettier-ignore
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { sourceHash } from './phrase-hash.ts';
import { stateOf } from './zinnen.ts';

/** A municipal phrase with its text in every language; `text` empty: there is none. */
export interface PhraseView {
	phrase: Phrase;
	dutch: string;
	texts: { locale: LocaleId; text: string; state: TranslationState; reviewer: string | null }[];
}
/** `plekken`: the slots between braces do not exist, or are not those of the Dutch. */
export type TextFault = 'plekken';
export type PhraseChanged =
	{ kind: 'bewaard'; id: string } | { kind: 'conflict' } | { kind: 'fout'; fault: TextFault };
/** How far somebody says that a translation is. */
export const givenStates = ['machine', 'translated', 'reviewed'] as const;

/** A phrase of the actor's municipality, hidden or not. Undefined: not there, or of another one (AC-06). */
export async function phraseOf(
	actor: Staff,
	id: string,
	tx = database().read
): Promise<PhraseView | undefined> {
	const phrase = await findPhrase(tx, actor.gemeenteId, id);
	if (!phrase) return undefined;
	const found = await listPhraseTexts(tx, [id]);
	const dutch = found.find(({ locale }) => locale === 'nl')?.text ?? '';
	const texts = locales
		.filter((locale) => locale !== 'nl')
		.map((locale) => {
			const text = found.find((one) => one.locale === locale);
			return {
				locale,
				text: text?.text ?? '',
				state: stateOf(text, dutch),
				reviewer: text?.reviewer ?? null
			};
		});
	return { phrase, dutch, texts };
}

const slotsOf = (dutch: string) => slotsIn(dutch).map((name) => ({ name, kind: slotKind(name) ?? 'place' }));
const hasSameSlots = (one: string, other: string) =>
	hasOnlySlots(other) && JSON.stringify(slotsIn(one).sort()) === JSON.stringify(slotsIn(other).sort());
const audit = (tx: Writer, actor: Staff, action: string, objectId: string, now: Temporal.Instant) =>
	recordAudit(tx, actor, { action, objectType: 'zin', objectId }, now);

async function insert(tx: Writer, actor: Staff, phrase: { kind: ZinKind; dutch: string; replacesId?: string }, now: Temporal.Instant): Promise<string> {
	const { kind, dutch, replacesId = null } = phrase;
	const id = newId();
	await insertPhrase(tx, { id, gemeenteId: actor.gemeenteId, kind, key: id, slots: slotsOf(dutch), replacesId });
	const text = { phraseId: id, locale: 'nl' as const, text: dutch, state: 'reviewed' as const };
	await insertPhraseTexts(tx, [{ ...text, sourceHash: sourceHash(dutch), reviewer: actor.name, changedAt: now }]);
	return id;
} // prettier-ignore

/** Adds a phrase to the book of the actor's municipality. @param dutch with its slots between braces: `Kom op {dag}.` */
export async function addPhrase(
	actor: Staff,
	form: { key: string; kind: ZinKind; dutch: string },
	now: Temporal.Instant
): Promise<PhraseChanged> {
	const { key, kind, dutch } = form;
	if (!hasOnlySlots(dutch)) return { kind: 'fout', fault: 'plekken' };
	const id = await database().transaction((tx) =>
		once(tx, actor, { action: 'zin.create', key, payload: { kind, dutch } }, now, async () => {
			const id = await insert(tx, actor, { kind, dutch }, now);
			await audit(tx, actor, 'zin.create', id, now);
			return id;
		})
	);
	return { kind: 'bewaard', id };
}

/**
 * New Dutch is a new phrase in the place of the old one, which is hidden: what was sent stays what it was. Translations
 * come along and are outdated until somebody looks at them.
 */
export async function replacePhrase(
	actor: Staff,
	id: string,
	form: { version: number; kind: ZinKind; dutch: string },
	now: Temporal.Instant
): Promise<PhraseChanged | undefined> {
	const { version, kind, dutch } = form;
	return database().transaction(async (tx) => {
		const view = await phraseOf(actor, id, tx);
		if (!view) return undefined;
		if (!hasOnlySlots(dutch)) return { kind: 'fout', fault: 'plekken' };
		if (view.dutch === dutch && view.phrase.kind === kind) return { kind: 'bewaard', id };
		if (!(await updatePhrase(tx, { id, version }, { isActive: false }))) return { kind: 'conflict' };
		const next = await insert(tx, actor, { kind, dutch, replacesId: id }, now);
		const old = await listPhraseTexts(tx, [id]);
		await insertPhraseTexts(
			tx,
			old.filter(({ locale }) => locale !== 'nl').map((text) => ({ ...text, phraseId: next }))
		);
		await audit(tx, actor, 'zin.replace', next, now);
		return { kind: 'bewaard', id: next };
	});
}

/** Changes the phrase when it still has the version that the form was made from. */
async function change(
	actor: Staff,
	id: string,
	version: number,
	what: { action: string; set?: Partial<Pick<Phrase, 'isActive'>>; write?: (tx: Writer) => Promise<void> },
	now: Temporal.Instant
): Promise<PhraseChanged | undefined> {
	return database().transaction(async (tx) => {
		if (!(await findPhrase(tx, actor.gemeenteId, id))) return undefined;
		if (!(await updatePhrase(tx, { id, version }, what.set))) return { kind: 'conflict' };
		await what.write?.(tx);
		await audit(tx, actor, what.action, id, now);
		return { kind: 'bewaard', id };
	});
}

/** Writes a translation, also over one that was sent: the sentence means the same. Empty takes it away. */
export async function translatePhrase(
	actor: Staff,
	id: string,
	form: { version: number; locale: LocaleId; text: string; state: (typeof givenStates)[number] },
	now: Temporal.Instant
): Promise<PhraseChanged | undefined> {
	const { version, locale, text, state } = form;
	const view = await phraseOf(actor, id);
	if (!view || locale === 'nl') return undefined;
	if (text && !hasSameSlots(view.dutch, text)) return { kind: 'fout', fault: 'plekken' };
	const reviewer = state === 'reviewed' ? actor.name : null;
	const row = {
		phraseId: id,
		locale,
		text,
		state,
		reviewer,
		sourceHash: sourceHash(view.dutch),
		changedAt: now
	};
	const write = (tx: Writer) => (text ? putPhraseText(tx, row) : removePhraseText(tx, id, locale));
	return change(actor, id, version, { action: 'zin.translate', write }, now);
}

/** Hides a phrase from who chooses, or shows it again; what was sent stays readable. */
export const hidePhrase = (
	actor: Staff,
	id: string,
	{ version, isActive }: { version: number; isActive: boolean },
	now: Temporal.Instant
) => change(actor, id, version, { action: isActive ? 'zin.show' : 'zin.hide', set: { isActive } }, now);

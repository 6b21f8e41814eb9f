import type { RecordedLocale, Role } from '#lib/domain/vocabulary.ts';
import type { Actor } from './actor.ts';
import { judgeRecording } from './audio-file.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { findClipOf, findLastSpeaker, findSound, insertClip, listClipsOf, removeClipRow, type Clip } from './db/clips.ts'; // prettier-ignore
import { database } from './db/current.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { sha256 } from './secrets.ts';

/** A text that is spoken: the key of its message, and what it says in the language of the recording. */
export interface Spoken {
	key: string;
	text: string;
}
export type ClipState = 'ontbreekt' | 'verouderd' | 'opgenomen';
export interface Slot {
	key: string;
	state: ClipState;
	/** What is played, or what must be recorded again; absent when there is nothing. */
	clip?: Clip;
	/** Recorded for all municipalities, not by this one. */
	isShared: boolean;
}

/** Consulents listen; coordinators record for their municipality and beheerders for all (AC-02). */
const recorders: readonly Role[] = ['coordinator', 'beheerder'];
export const mayRecord = (actor: Actor): boolean => recorders.includes(actor.role);

/** Where an actor's own recordings belong: to the municipality, or to all of them (null). */
const scopeOf = (actor: Actor): string | null => (actor.role === 'beheerder' ? null : actor.gemeenteId);

const isCurrent = (clip: Clip | undefined, { text }: Spoken): clip is Clip =>
	clip !== undefined && clip.textHash === sha256(text);

function slotOf(spoken: Spoken, own: Clip | undefined, shared: Clip | undefined): Slot {
	const current = [own, shared].find((clip) => isCurrent(clip, spoken));
	const clip = current ?? own ?? shared;
	const isShared = clip !== undefined && clip === shared;
	return { key: spoken.key, state: current ? 'opgenomen' : clip ? 'verouderd' : 'ontbreekt', clip, isShared };
}

async function slotsOf(gemeenteId: string | null, locale: RecordedLocale, texts: Spoken[]): Promise<Slot[]> {
	const keys = texts.map(({ key }) => key);
	const clips = await listClipsOf(database().read, gemeenteId, locale, keys);
	const of = (key: string, isShared: boolean) =>
		clips.find((clip) => clip.key === key && (clip.gemeenteId === null) === isShared);
	return texts.map((spoken) =>
		slotOf(spoken, gemeenteId === null ? undefined : of(spoken.key, false), of(spoken.key, true))
	);
}

/** The texts of a language with what was recorded of each: by the actor's municipality, otherwise for all. */
export async function listSlots(actor: Actor, locale: RecordedLocale, texts: Spoken[]): Promise<Slot[]> {
	return slotsOf(scopeOf(actor), locale, texts);
}

/** What can be played of these texts: recordings of a text that has changed since are left out. */
export async function playableClips(
	gemeenteId: string | null,
	locale: RecordedLocale,
	texts: Spoken[]
): Promise<Clip[]> {
	const slots = await slotsOf(gemeenteId, locale, texts);
	return slots.flatMap(({ state, clip }) => (state === 'opgenomen' && clip ? [clip] : []));
}

/** The recording that the actor may replace or remove, and who spoke last. */
export async function ownClip(
	actor: Actor,
	locale: RecordedLocale,
	key: string
): Promise<{ clip?: Clip; lastSpeaker?: string }> {
	const { read } = database();
	const clip = await findClipOf(read, scopeOf(actor), locale, key);
	return { clip, lastSpeaker: await findLastSpeaker(read, actor.id, locale) };
}

/** Sound by its id; undefined for a recording of another municipality and for none (AC-06). */
export async function soundOf(
	actor: Actor | null,
	id: string
): Promise<{ mediaType: string; content: Uint8Array } | undefined> {
	return findSound(database().read, actor?.gemeenteId ?? null, id);
}

export interface NewRecording {
	formKey: string;
	locale: RecordedLocale;
	speaker: string;
	recordedOn: Temporal.PlainDate;
	content: Uint8Array;
	/** Id of the recording that was there when the form was opened; empty for none. */
	previous: string;
}
export type Recorded =
	{ ok: true } | { ok: false; reason: 'leeg' | 'te_groot' | 'soort' | 'toekomst' | 'intussen' };

/** Keeps a recording, in place of the one there was. Undefined: the actor may not record. */
export async function recordClip(
	actor: Actor,
	{ key, text }: Spoken,
	recording: NewRecording,
	now: Temporal.Instant
): Promise<Recorded | undefined> {
	if (!mayRecord(actor)) return undefined;
	const { formKey, locale, speaker, recordedOn, previous } = recording;
	if (Temporal.PlainDate.compare(recordedOn, dayOf(now)) > 0) return { ok: false, reason: 'toekomst' };
	const judged = judgeRecording(recording.content);
	if (!judged.ok) return judged;
	const { mediaType, milliseconds, content } = judged.recording;
	const payload = {
		locale,
		key,
		speaker,
		recordedOn,
		sound: sha256(Buffer.from(content).toString('base64'))
	};
	return database().transaction(async (tx) => {
		const id = await once(tx, actor, { action: 'clip.record', key: formKey, payload }, now, async () => {
			const there = await findClipOf(tx, scopeOf(actor), locale, key);
			if ((there?.id ?? '') !== previous) return undefined;
			if (there) await removeClipRow(tx, there.id);
			const clip = { id: newId(), gemeenteId: scopeOf(actor), locale, key, speaker, recordedOn };
			const kept = { textHash: sha256(text), mediaType, milliseconds, size: content.length, content };
			await insertClip(tx, { ...clip, ...kept, uploadedBy: actor.id, uploadedAt: now });
			const action = there ? 'clip.replace' : 'clip.record';
			await recordAudit(tx, actor, { action, objectType: 'clip', objectId: clip.id }, now);
			return clip.id;
		});
		return id === undefined ? { ok: false, reason: 'intussen' } : { ok: true };
	});
}

/** @returns false when it is not there, is somebody else's, or the actor may not */
export async function removeClip(
	actor: Actor,
	{ locale, key, id }: { locale: RecordedLocale; key: string; id: string },
	now: Temporal.Instant
): Promise<boolean> {
	if (!mayRecord(actor)) return false;
	return database().transaction(async (tx) => {
		const there = await findClipOf(tx, scopeOf(actor), locale, key);
		if (!there || there.id !== id) return false;
		await removeClipRow(tx, id);
		await recordAudit(tx, actor, { action: 'clip.remove', objectType: 'clip', objectId: id }, now);
		return true;
	});
}

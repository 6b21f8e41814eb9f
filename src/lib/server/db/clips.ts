import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { RecordedLocale } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import { clips } from './schema.ts';

export type Clip = Omit<typeof clips.$inferSelect, 'content' | 'uploadedBy'>;

// Without the sound: a list never reads it.
const about = {
	id: clips.id,
	gemeenteId: clips.gemeenteId,
	locale: clips.locale,
	key: clips.key,
	speaker: clips.speaker,
	recordedOn: clips.recordedOn,
	textHash: clips.textHash,
	mediaType: clips.mediaType,
	size: clips.size,
	milliseconds: clips.milliseconds,
	uploadedAt: clips.uploadedAt
};

const ofGemeente = (gemeenteId: string | null) =>
	gemeenteId === null ? isNull(clips.gemeenteId) : eq(clips.gemeenteId, gemeenteId);
/** What this municipality may hear: its own recordings and those for everybody. */
const heardBy = (gemeenteId: string | null) =>
	gemeenteId === null
		? isNull(clips.gemeenteId)
		: or(isNull(clips.gemeenteId), eq(clips.gemeenteId, gemeenteId));

/** Recordings of these texts in one language, of the municipality and for everybody. */
export async function listClipsOf(
	tx: Reader,
	gemeenteId: string | null,
	locale: RecordedLocale,
	keys: readonly string[]
): Promise<Clip[]> {
	if (keys.length === 0) return [];
	const where = and(eq(clips.locale, locale), inArray(clips.key, [...keys]), heardBy(gemeenteId));
	return tx.select(about).from(clips).where(where);
}

/** The recording of one text: of this municipality, or for everybody when that is null. */
export async function findClipOf(
	tx: Reader,
	gemeenteId: string | null,
	locale: RecordedLocale,
	key: string
): Promise<Clip | undefined> {
	const where = and(ofGemeente(gemeenteId), eq(clips.locale, locale), eq(clips.key, key));
	return (await tx.select(about).from(clips).where(where))[0];
}

/** The speaker somebody recorded last in a language. */
export async function findLastSpeaker(
	tx: Reader,
	personId: string,
	locale: RecordedLocale
): Promise<string | undefined> {
	const [last] = await tx
		.select({ speaker: clips.speaker })
		.from(clips)
		.where(and(eq(clips.uploadedBy, personId), eq(clips.locale, locale)))
		.orderBy(desc(clips.uploadedAt), desc(clips.id))
		.limit(1);
	return last?.speaker;
}

export async function findSound(
	tx: Reader,
	gemeenteId: string | null,
	id: string
): Promise<{ mediaType: string; content: Uint8Array } | undefined> {
	const where = and(eq(clips.id, id), heardBy(gemeenteId));
	const sound = { mediaType: clips.mediaType, content: clips.content };
	return (await tx.select(sound).from(clips).where(where))[0];
}

export async function insertClip(tx: Writer, row: typeof clips.$inferInsert): Promise<void> {
	await tx.insert(clips).values(row);
}

export async function removeClipRow(tx: Writer, id: string): Promise<void> {
	await tx.delete(clips).where(eq(clips.id, id));
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { ZinKind } from '#lib/domain/zinnen.ts';
import type { Reader, Writer } from './database.ts';
import { phrases, phraseTexts } from './schema.ts';

export type Phrase = typeof phrases.$inferSelect;
export type PhraseText = typeof phraseTexts.$inferSelect;

/** The phrases of a municipality, hidden ones too, in the order in which they were made. */
export async function listPhrases(
	tx: Reader,
	gemeenteId: string,
	kinds: readonly ZinKind[]
): Promise<Phrase[]> {
	const where = and(eq(phrases.gemeenteId, gemeenteId), inArray(phrases.kind, [...kinds]));
	return tx.select().from(phrases).where(where).orderBy(asc(phrases.key)).limit(1000);
}

export async function findPhrase(tx: Reader, gemeenteId: string, id: string): Promise<Phrase | undefined> {
	const where = and(eq(phrases.gemeenteId, gemeenteId), eq(phrases.id, id));
	return (await tx.select().from(phrases).where(where))[0];
}

/** Phrases by their ids, of any municipality: what was once sent stays readable after a move. */
export async function listPhrasesById(tx: Reader, ids: readonly string[]): Promise<Phrase[]> {
	return ids.length ? tx.select().from(phrases).where(inArray(phrases.id, [...ids])) : []; // prettier-ignore
}

/** @param locales absent: every language */
export async function listPhraseTexts(
	tx: Reader,
	ids: readonly string[],
	locales?: readonly LocaleId[]
): Promise<PhraseText[]> {
	if (ids.length === 0) return [];
	const ofThese = inArray(phraseTexts.phraseId, [...ids]);
	const where = locales ? and(ofThese, inArray(phraseTexts.locale, [...locales])) : ofThese;
	return tx.select().from(phraseTexts).where(where);
}

export async function insertPhrase(tx: Writer, row: typeof phrases.$inferInsert): Promise<void> {
	await tx.insert(phrases).values(row);
}

export async function insertPhraseTexts(tx: Writer, rows: PhraseText[]): Promise<void> {
	if (rows.length) await tx.insert(phraseTexts).values(rows);
}

/** False when the phrase is no longer at `version`. */
export async function updatePhrase(
	tx: Writer,
	{ id, version }: Pick<Phrase, 'id' | 'version'>,
	set: Partial<Pick<Phrase, 'isActive'>> = {}
): Promise<boolean> {
	const where = and(eq(phrases.id, id), eq(phrases.version, version));
	const next = { ...set, version: version + 1 };
	return (await tx.update(phrases).set(next).where(where).returning({ id: phrases.id })).length === 1;
}

/** Writes the text of one language over the one that stood there. */
export async function putPhraseText(tx: Writer, row: PhraseText): Promise<void> {
	const { phraseId: _id, locale: _locale, ...set } = row;
	await tx
		.insert(phraseTexts)
		.values(row)
		.onConflictDoUpdate({ target: [phraseTexts.phraseId, phraseTexts.locale], set });
}

export async function removePhraseText(tx: Writer, phraseId: string, locale: LocaleId): Promise<void> {
	await tx.delete(phraseTexts).where(and(eq(phraseTexts.phraseId, phraseId), eq(phraseTexts.locale, locale)));
}

import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import {
	inburgeraren,
	people,
	pipAfspraakStates,
	pipAfspraken,
	pipReads,
	pips,
	wetReceipts
} from './schema.ts';

export type PipRow = typeof pips.$inferSelect;
export type NewPip = typeof pips.$inferInsert;
export type PipAfspraakRow = typeof pipAfspraken.$inferSelect;
export type PipReadRow = typeof pipReads.$inferSelect;
type AfspraakState = typeof pipAfspraakStates.$inferSelect;

const of = (inburgeraarId: string, versie: number) =>
	and(eq(pips.inburgeraarId, inburgeraarId), eq(pips.versie, versie));
const afsprakenOf = (inburgeraarId: string, versie: number) =>
	and(eq(pipAfspraken.inburgeraarId, inburgeraarId), eq(pipAfspraken.versie, versie));

/** Published versions of one person, newest first: all of them, or so many. */
export async function listPublishedPips(
	tx: Reader,
	inburgeraarId: string,
	newest?: number
): Promise<PipRow[]> {
	const where = and(eq(pips.inburgeraarId, inburgeraarId), isNotNull(pips.publishedAt));
	return tx
		.select()
		.from(pips)
		.where(where)
		.orderBy(desc(pips.versie))
		.limit(newest ?? 1000);
}

/** Published versions of several people: of each person the newest first. */
export async function listPublishedPipsOf(tx: Reader, ids: readonly string[]): Promise<PipRow[]> {
	const where = and(inArray(pips.inburgeraarId, [...ids]), isNotNull(pips.publishedAt));
	return tx.select().from(pips).where(where).orderBy(desc(pips.versie));
}

export async function findDraft(tx: Reader, inburgeraarId: string): Promise<PipRow | undefined> {
	const where = and(eq(pips.inburgeraarId, inburgeraarId), isNull(pips.publishedAt));
	return (await tx.select().from(pips).where(where).orderBy(desc(pips.versie)).limit(1))[0];
}

export async function insertPip(tx: Writer, row: NewPip): Promise<void> {
	await tx.insert(pips).values(row);
}

/** Changes a draft that still has this version; false when it changed meanwhile, was published or is gone. */
export async function updateDraft(
	tx: Writer,
	row: { inburgeraarId: string; versie: number; version: number },
	set: Partial<NewPip>
): Promise<boolean> {
	const where = and(
		of(row.inburgeraarId, row.versie),
		eq(pips.version, row.version),
		isNull(pips.publishedAt)
	);
	const changed = await tx
		.update(pips)
		.set({ ...set, version: row.version + 1 })
		.where(where)
		.returning({ versie: pips.versie });
	return changed.length === 1;
}

export async function removeDraft(
	tx: Writer,
	row: { inburgeraarId: string; versie: number; version: number }
): Promise<boolean> {
	const where = and(
		of(row.inburgeraarId, row.versie),
		eq(pips.version, row.version),
		isNull(pips.publishedAt)
	);
	return (await tx.delete(pips).where(where).returning({ versie: pips.versie })).length === 1;
}

/** Agreements of these versions, in the order of the plan. */
export async function listAfspraken(
	tx: Reader,
	inburgeraarId: string,
	versies: readonly number[]
): Promise<PipAfspraakRow[]> {
	if (versies.length === 0) return [];
	const where = and(
		eq(pipAfspraken.inburgeraarId, inburgeraarId),
		inArray(pipAfspraken.versie, [...versies])
	);
	return tx
		.select()
		.from(pipAfspraken)
		.where(where)
		.orderBy(desc(pipAfspraken.versie), asc(pipAfspraken.position), asc(pipAfspraken.id));
}

export async function insertAfspraken(
	tx: Writer,
	rows: readonly (typeof pipAfspraken.$inferInsert)[]
): Promise<void> {
	if (rows.length > 0) await tx.insert(pipAfspraken).values([...rows]);
}

export async function updateAfspraak(
	tx: Writer,
	key: { inburgeraarId: string; versie: number; id: string },
	set: Partial<PipAfspraakRow>
): Promise<void> {
	await tx
		.update(pipAfspraken)
		.set(set)
		.where(and(afsprakenOf(key.inburgeraarId, key.versie), eq(pipAfspraken.id, key.id)));
}

export async function removeAfspraak(
	tx: Writer,
	key: { inburgeraarId: string; versie: number; id: string }
): Promise<void> {
	await tx
		.delete(pipAfspraken)
		.where(and(afsprakenOf(key.inburgeraarId, key.versie), eq(pipAfspraken.id, key.id)));
}

/** How agreements stand, oldest first: of each agreement the last one counts. */
export async function listAfspraakStates(tx: Reader, inburgeraarId: string): Promise<AfspraakState[]> {
	return tx
		.select()
		.from(pipAfspraakStates)
		.where(eq(pipAfspraakStates.inburgeraarId, inburgeraarId))
		.orderBy(asc(pipAfspraakStates.recordedAt), asc(pipAfspraakStates.id));
}

export async function insertAfspraakState(tx: Writer, row: AfspraakState): Promise<void> {
	await tx.insert(pipAfspraakStates).values(row);
}

export async function findPipRead(
	tx: Reader,
	inburgeraarId: string,
	versie: number
): Promise<PipReadRow | undefined> {
	const where = and(eq(pipReads.inburgeraarId, inburgeraarId), eq(pipReads.versie, versie));
	return (await tx.select().from(pipReads).where(where))[0];
}

/** 'Seen' keeps its first moment; what was understood follows the last word. */
export async function insertPipRead(tx: Writer, row: PipReadRow): Promise<void> {
	const { understood, understoodAt, locale } = row;
	await tx
		.insert(pipReads)
		.values(row)
		.onConflictDoUpdate({
			target: [pipReads.inburgeraarId, pipReads.versie],
			set: { understood, understoodAt, locale }
		});
}

export async function insertWetReceipt(tx: Writer, row: typeof wetReceipts.$inferInsert): Promise<void> {
	await tx.insert(wetReceipts).values(row);
}

export async function updatePipVersie(tx: Writer, inburgeraarId: string, pipVersie: number): Promise<void> {
	await tx.update(inburgeraren).set({ pipVersie }).where(eq(inburgeraren.inburgeraarId, inburgeraarId));
}

/** Names by id, of those that exist. */
export async function listNames(tx: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
	const known = [...new Set(ids.filter((id) => id !== null))];
	if (known.length === 0) return new Map();
	const rows = await tx
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(inArray(people.id, known));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Staff of a municipality who can be somebody's contact, by name. */
export async function listContacts(tx: Reader, gemeenteId: string): Promise<{ id: string; name: string }[]> {
	return tx
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(
			and(
				eq(people.gemeenteId, gemeenteId),
				inArray(people.role, ['consulent', 'coordinator']),
				eq(people.isActive, true)
			)
		)
		.orderBy(asc(people.nameFolded), asc(people.id));
}

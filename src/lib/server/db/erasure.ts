import { and, count, eq, getTableColumns, inArray, lt } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Reader, Writer } from './database.ts';
import { personTables } from './own-data.ts';
import { idempotencyKeys, inburgeraren, people, savedFilters, tombstones } from './schema.ts';

/** How many rows of a person each table has; tables without any are absent. */
export async function countRowsOf(tx: Reader, personId: string): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { name, table, whose } of personTables) {
		const column = getTableColumns(table)[whose];
		if (!column) continue;
		const [row] = await tx
			.select({ n: count() })
			.from(table as PgTable)
			.where(eq(column, personId));
		if (row && row.n > 0) counts[name] = row.n;
	}
	const [sent] = await tx.select({ n: count() }).from(idempotencyKeys).where(eq(idempotencyKeys.actorId, personId)); // prettier-ignore
	return sent?.n ? { ...counts, idempotency_keys: sent.n } : counts;
}

export async function findInburgeraar(
	tx: Reader,
	id: string
): Promise<{ id: string; nameFolded: string; gemeenteId: string | null; isHeld: boolean } | undefined> {
	// prettier-ignore
	const { nameFolded, gemeenteId } = people;
	const [row] = await tx
		.select({ id: people.id, nameFolded, gemeenteId, heldSince: inburgeraren.heldSince })
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.where(eq(people.id, id));
	return row && { id: row.id, nameFolded: row.nameFolded, gemeenteId: row.gemeenteId, isHeld: row.heldSince !== null }; // prettier-ignore
}

/**
 * Every row of a person. The row of `inburgeraren` goes first: the triggers of the ledgers and of published plans let
 * rows go that hang on somebody who is no longer there, and no others.
 */
export async function removePerson(tx: Writer, personId: string): Promise<void> {
	await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.actorId, personId));
	await tx.delete(inburgeraren).where(eq(inburgeraren.inburgeraarId, personId));
	await tx.delete(people).where(and(eq(people.id, personId), eq(people.role, 'inburgeraar')));
}

export async function listFiltersIn(
	tx: Reader,
	gemeenteId: string
): Promise<{ id: string; query: string }[]> {
	// prettier-ignore
	return tx
		.select({ id: savedFilters.id, query: savedFilters.query })
		.from(savedFilters)
		.innerJoin(people, eq(people.id, savedFilters.personId))
		.where(eq(people.gemeenteId, gemeenteId));
}

export async function removeFilters(tx: Writer, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await tx.delete(savedFilters).where(inArray(savedFilters.id, [...ids]));
}

export async function insertTombstone(tx: Writer, row: typeof tombstones.$inferInsert): Promise<void> {
	await tx.insert(tombstones).values(row).onConflictDoNothing();
}

export const listTombstones = async (tx: Reader): Promise<(typeof tombstones.$inferSelect)[]> =>
	tx.select().from(tombstones);

/** Older than any backup. */
export async function countOldTombstones(tx: Reader, before: Temporal.PlainDate): Promise<number> {
	const old = await tx.select({ n: count() }).from(tombstones).where(lt(tombstones.erasedOn, before));
	return old[0]?.n ?? 0;
}

export async function removeOldTombstones(tx: Writer, before: Temporal.PlainDate): Promise<number> {
	const gone = await tx.delete(tombstones).where(lt(tombstones.erasedOn, before)).returning();
	return gone.length;
}

export async function listInburgeraarIds(tx: Reader): Promise<string[]> {
	return (await tx.select({ id: inburgeraren.inburgeraarId }).from(inburgeraren)).map(({ id }) => id);
}

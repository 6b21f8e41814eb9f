import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { savedFilters } from './schema.ts';

export type SavedFilter = typeof savedFilters.$inferSelect;

/** What somebody kept, in the order in which it was kept. */
export async function listSavedFilters(tx: Reader, personId: string): Promise<SavedFilter[]> {
	return tx
		.select()
		.from(savedFilters)
		.where(eq(savedFilters.personId, personId))
		.orderBy(asc(savedFilters.createdAt), asc(savedFilters.id));
}

export async function insertSavedFilter(tx: Writer, row: SavedFilter): Promise<void> {
	await tx.insert(savedFilters).values(row);
}

export async function removeSavedFilter(tx: Writer, personId: string, id: string): Promise<void> {
	await tx.delete(savedFilters).where(and(eq(savedFilters.personId, personId), eq(savedFilters.id, id)));
}

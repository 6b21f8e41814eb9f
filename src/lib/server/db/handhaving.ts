import { asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { handhaving, people } from './schema.ts';

export type HandhavingRow = typeof handhaving.$inferSelect;
export type HandhavingLine = HandhavingRow & { recordedByName: string };

/** Steps of the hearing ladder in the order of their days; same day: as recorded. */
export async function listHandhaving(tx: Reader, inburgeraarId: string): Promise<HandhavingLine[]> {
	const rows = await tx
		.select({ row: handhaving, recordedByName: people.name })
		.from(handhaving)
		.innerJoin(people, eq(people.id, handhaving.recordedBy))
		.where(eq(handhaving.inburgeraarId, inburgeraarId))
		.orderBy(asc(handhaving.day), asc(handhaving.recordedAt), asc(handhaving.id));
	return rows.map(({ row, recordedByName }) => ({ ...row, recordedByName }));
}

export async function insertHandhaving(tx: Writer, row: HandhavingRow): Promise<void> {
	await tx.insert(handhaving).values(row);
}

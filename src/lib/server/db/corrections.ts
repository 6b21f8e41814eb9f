import { and, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { correctionRequests, people } from './schema.ts';

export type CorrectionRow = typeof correctionRequests.$inferSelect;
type Key = Pick<CorrectionRow, 'inburgeraarId' | 'id'>;
const { inburgeraarId, id, about, askedAt, answeredAt, answeredBy, version } = correctionRequests;

/** Of one person with who answered, the newest first. */
export async function listCorrections(
	tx: Reader,
	whose: string
): Promise<(CorrectionRow & { answeredByName: string | null })[]> {
	return tx
		.select({ ...getTableColumns(correctionRequests), answeredByName: people.name })
		.from(correctionRequests)
		.leftJoin(people, eq(people.id, answeredBy))
		.where(eq(inburgeraarId, whose))
		.orderBy(desc(askedAt), desc(id));
}

/** What waits about one subject; at most one. */
export async function findOpenCorrection(
	tx: Reader,
	whose: string,
	subject: CorrectionRow['about']
): Promise<CorrectionRow | undefined> {
	const where = and(eq(inburgeraarId, whose), eq(about, subject), isNull(answeredAt));
	return (await tx.select().from(correctionRequests).where(where))[0];
}

export async function insertCorrectionRequest(
	tx: Writer,
	row: typeof correctionRequests.$inferInsert
): Promise<void> {
	await tx.insert(correctionRequests).values(row);
}

/** False when it is no longer at this version. */
export async function updateCorrection(
	tx: Writer,
	row: Key & Pick<CorrectionRow, 'version'>,
	set: Partial<CorrectionRow>
): Promise<boolean> {
	const changed = await tx
		.update(correctionRequests)
		.set({ ...set, version: row.version + 1 })
		.where(and(eq(inburgeraarId, row.inburgeraarId), eq(id, row.id), eq(version, row.version)))
		.returning({ id });
	return changed.length === 1;
}

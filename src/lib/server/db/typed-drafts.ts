import { and, desc, eq, gt, lte } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { typedDrafts } from './schema.ts';

export type TypedRow = typeof typedDrafts.$inferSelect;
type Key = Pick<TypedRow, 'personId' | 'id'>;
const { personId, id, createdAt } = typedDrafts;
const isKey = (key: Key) => and(eq(personId, key.personId), eq(id, key.id));

/** Of one person after a moment, newest first. */
export async function listTyped(tx: Reader, whose: string, after: Temporal.Instant): Promise<TypedRow[]> {
	return tx
		.select()
		.from(typedDrafts)
		.where(and(eq(personId, whose), gt(createdAt, after)))
		.orderBy(desc(createdAt));
}

export async function findTyped(tx: Reader, key: Key): Promise<TypedRow | undefined> {
	return (await tx.select().from(typedDrafts).where(isKey(key)))[0];
}

/** Takes the place of what was kept under the same key. */
export async function putTyped(tx: Writer, row: TypedRow): Promise<void> {
	await tx.delete(typedDrafts).where(isKey(row));
	await tx.insert(typedDrafts).values(row);
}

export async function removeTyped(tx: Writer, key: Key): Promise<void> {
	await tx.delete(typedDrafts).where(isKey(key));
}

export async function removeTypedBefore(tx: Writer, moment: Temporal.Instant): Promise<void> {
	await tx.delete(typedDrafts).where(lte(createdAt, moment));
}

import { and, eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { idempotencyKeys } from './schema.ts';

type Row = typeof idempotencyKeys.$inferSelect;

export async function findIdempotencyKey(
	tx: Reader,
	actorId: string,
	action: string,
	key: string
): Promise<Row | undefined> {
	const where = and(
		eq(idempotencyKeys.actorId, actorId),
		eq(idempotencyKeys.action, action),
		eq(idempotencyKeys.key, key)
	);
	return (await tx.select().from(idempotencyKeys).where(where))[0];
}

export async function insertIdempotencyKey(tx: Writer, row: Row): Promise<void> {
	await tx.insert(idempotencyKeys).values(row);
}

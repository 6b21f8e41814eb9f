import { and, asc, desc, eq, gt, like } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { auditEvents, people } from './schema.ts';

export type AuditRow = typeof auditEvents.$inferSelect;

export async function findLastAudit(tx: Writer): Promise<Pick<AuditRow, 'seq' | 'hash'> | undefined> {
	const [last] = await tx
		.select({ seq: auditEvents.seq, hash: auditEvents.hash })
		.from(auditEvents)
		.orderBy(desc(auditEvents.seq))
		.limit(1);
	return last;
}

export async function insertAudit(tx: Writer, row: AuditRow): Promise<void> {
	await tx.insert(auditEvents).values(row);
}

/** Events in the order in which they were written, after the one with this number. */
export async function listAuditAfter(tx: Reader, seq: number, limit: number): Promise<AuditRow[]> {
	return tx
		.select()
		.from(auditEvents)
		.where(gt(auditEvents.seq, seq))
		.orderBy(asc(auditEvents.seq))
		.limit(limit);
}

/** The last changes of the local policy of a municipality, newest first, with who made them. */
export async function listPolicyEvents(
	tx: Reader,
	gemeenteId: string,
	limit: number
): Promise<{ at: Temporal.Instant; change: string | null; name: string | null }[]> {
	return tx
		.select({ at: auditEvents.at, change: auditEvents.objectId, name: people.name })
		.from(auditEvents)
		.leftJoin(people, eq(people.id, auditEvents.actorId))
		.where(and(eq(auditEvents.subjectId, gemeenteId), eq(auditEvents.action, 'beleid.change')))
		.orderBy(desc(auditEvents.seq))
		.limit(limit);
}

/** The last changes of one thing that is its own subject, newest first, with who made them. @param prefix of the actions */
export async function listChangesOf(
	tx: Reader,
	subjectId: string,
	prefix: string,
	limit: number
): Promise<{ at: Temporal.Instant; action: string; name: string | null }[]> {
	const { at, action, seq } = auditEvents;
	return tx
		.select({ at, action, name: people.name })
		.from(auditEvents)
		.leftJoin(people, eq(people.id, auditEvents.actorId))
		.where(and(eq(auditEvents.subjectId, subjectId), like(action, `${prefix}%`)))
		.orderBy(desc(seq))
		.limit(limit);
}

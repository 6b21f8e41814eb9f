import { and, asc, count, desc, eq, gt, gte, like, lte, ne, not, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { auditCuts, auditEvents, people } from './schema.ts';

export type AuditRow = typeof auditEvents.$inferSelect;
export type AuditCut = typeof auditCuts.$inferSelect;

export async function findLastAudit(tx: Reader): Promise<Pick<AuditRow, 'seq' | 'hash'> | undefined> {
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

/** Where the log was cut last; absent: it is whole. */
export async function findLastCut(tx: Reader): Promise<AuditCut | undefined> {
	return (await tx.select().from(auditCuts).orderBy(desc(auditCuts.seq)).limit(1))[0];
}

export async function insertCut(tx: Writer, row: AuditCut): Promise<void> {
	await tx.insert(auditCuts).values(row);
}

/** The first event after `seq` that is not older than that. */
export async function findFirstSince(
	tx: Reader,
	seq: number,
	since: Temporal.Instant
): Promise<number | undefined> {
	const where = and(gt(auditEvents.seq, seq), gte(auditEvents.at, since));
	const first = tx.select({ seq: auditEvents.seq }).from(auditEvents).where(where);
	return (await first.orderBy(asc(auditEvents.seq)).limit(1))[0]?.seq;
}

export async function findHashAt(tx: Reader, seq: number): Promise<string | undefined> {
	const where = eq(auditEvents.seq, seq);
	return (await tx.select({ hash: auditEvents.hash }).from(auditEvents).where(where))[0]?.hash;
}

export interface Borders {
	/** Of incidents only those before this go. */
	incidents: Temporal.Instant;
}

/** Denials and faults, and what was done with accounts, openings outside the caseload and removals. */
const isIncident = or(
	ne(auditEvents.result, 'ok'),
	...['account.%', 'dossier.break_glass%', 'bewaring.%'].map((pattern) => like(auditEvents.action, pattern))
) as SQL;
const stays = ({ incidents }: Borders) => and(isIncident, gte(auditEvents.at, incidents)) as SQL;
const goes = (seq: number, borders: Borders) => and(lte(auditEvents.seq, seq), not(stays(borders)));

export async function countCuttable(tx: Reader, seq: number, borders: Borders): Promise<number> {
	return (await tx.select({ n: count() }).from(auditEvents).where(goes(seq, borders)))[0]?.n ?? 0;
}

/** Events up to `seq` that a cut leaves, in their order. */
export async function listKept(
	tx: Reader,
	seq: number,
	borders: Borders
): Promise<Pick<AuditRow, 'seq' | 'hash'>[]> {
	return tx
		.select({ seq: auditEvents.seq, hash: auditEvents.hash })
		.from(auditEvents)
		.where(and(lte(auditEvents.seq, seq), stays(borders)))
		.orderBy(asc(auditEvents.seq));
}

/** Refused by the database without a cut at `seq` or later. */
export async function removeCut(tx: Writer, seq: number, borders: Borders): Promise<void> {
	await tx.delete(auditEvents).where(goes(seq, borders));
}

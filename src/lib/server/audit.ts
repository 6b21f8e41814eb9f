import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from './actor.ts';
import { findLastAudit, insertAudit, type AuditRow } from './db/audit.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { recordVerwerkingen } from './verwerkingslog.ts';

export interface AuditEvent {
	/** What was done, as noun and verb: `afspraak.move`. */
	action: string;
	objectType?: string;
	objectId?: string;
	/** Whose data it concerns. */
	subjectId?: string;
	/** A list shows several people: one line each in the processing log, one event here. */
	subjectIds?: readonly string[];
	result?: 'ok' | 'denied' | 'error';
}

/** What the first event is chained to. */
export const genesisHash = '0'.repeat(64);

/**
 * Adds one event in the transaction of the change itself, chained to the one before (AUD-01), and a line in the
 * processing log for each person whom it concerns (AUD-03). Holds no values (AUD-04).
 */
export async function recordAudit(
	tx: Writer,
	actor: Pick<Actor, 'id' | 'role' | 'sessionId' | 'address'> | null,
	event: AuditEvent,
	now: Temporal.Instant
): Promise<void> {
	const last = await findLastAudit(tx);
	const operationId = randomUUID();
	const row = {
		seq: (last?.seq ?? 0) + 1,
		at: now,
		actorId: actor?.id ?? null,
		actorRole: actor?.role ?? null,
		sessionId: actor?.sessionId ?? null,
		action: event.action,
		objectType: event.objectType ?? null,
		objectId: event.objectId ?? null,
		subjectId: event.subjectId ?? null,
		result: event.result ?? 'ok',
		address: actor?.address ?? null,
		operationId,
		previousHash: last?.hash ?? genesisHash
	};
	await insertAudit(tx, { ...row, hash: auditHash(row) });
	const subjectIds = event.subjectIds ?? (event.subjectId ? [event.subjectId] : []);
	await recordVerwerkingen(tx, { operationId, action: event.action, subjectIds }, now);
}

/** Staff saw these people on a list or among the results of a search; before it leaves (AUD-02). */
export async function recordListRead(
	actor: Actor,
	list: string,
	subjectIds: readonly string[],
	now: Temporal.Instant
): Promise<void> {
	if (subjectIds.length === 0) return;
	await database().transaction((tx) =>
		recordAudit(tx, actor, { action: 'lijst.read', objectType: list, subjectIds }, now)
	);
}

/** SHA-256 over every other column, in a fixed order. */
export function auditHash(row: Omit<AuditRow, 'hash'>): string {
	const fields = [row.previousHash, row.seq, row.at.epochMilliseconds, row.actorId, row.actorRole, row.sessionId, row.action, row.objectType, row.objectId, row.subjectId, row.result, row.address, row.operationId]; // prettier-ignore
	return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

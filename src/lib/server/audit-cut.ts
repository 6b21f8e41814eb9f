import { createHash } from 'node:crypto';
import { bewaargrens } from '#lib/domain/bewaartermijnen.ts';
import { recordAudit } from './audit.ts';
import { countCuttable, findFirstSince, findHashAt, findLastAudit, findLastCut, insertCut, listKept, removeCut, type AuditCut } from './db/audit.ts'; // prettier-ignore
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';

/** So many events at a time: a transaction stays short. */
const atOnce = 20_000;

export const hashOfKept = (rows: readonly { seq: number; hash: string }[]): string =>
	createHash('sha256').update(rows.map(({ seq, hash }) => `${seq}:${hash}\n`).join('')).digest('hex'); // prettier-ignore

/** What stands in the log itself about a cut: whoever makes one up has to write an event as well. */
export const hashOfCut = ({ seq, hash, kept, keptHash }: AuditCut): string =>
	createHash('sha256')
		.update(JSON.stringify([seq, hash, kept, keptHash]))
		.digest('hex');

const borders = (now: Temporal.Instant) => ({
	older: bewaargrens('audit', now),
	incidents: bewaargrens('incident', now)
});

/** The last event that a cut may look at, and never the very last one; undefined: nothing is old enough. */
async function reach(tx: Reader, now: Temporal.Instant): Promise<number | undefined> {
	const from = (await findLastCut(tx))?.seq ?? 0;
	const young = await findFirstSince(tx, from, borders(now).older);
	const end = (young ?? (await findLastAudit(tx))?.seq ?? 0) - 1;
	return end > from ? end : undefined;
}

/** How many events are past their term. */
export async function countOldAudit(now: Temporal.Instant): Promise<number> {
	const { read } = database();
	const seq = await reach(read, now);
	return seq === undefined ? 0 : countCuttable(read, seq, borders(now));
}

/**
 * Removes events of more than a year from the audit log; those of an incident stay three years (AUD-08). What is left is
 * still a chain: the cut keeps the hash of the last event that it looked at and one over all that stay, and is itself an
 * event. @returns how many went
 */
export async function cutAuditLog(now: Temporal.Instant): Promise<number> {
	let removed = 0;
	for (;;) {
		const part = await cutOnce(now);
		if (part === undefined) return removed;
		removed += part;
	}
}

async function cutOnce(now: Temporal.Instant): Promise<number | undefined> {
	return database().transaction(async (tx) => {
		const end = await reach(tx, now);
		if (end === undefined) return undefined;
		const seq = Math.min(end, ((await findLastCut(tx))?.seq ?? 0) + atOnce);
		const hash = await findHashAt(tx, seq);
		const going = await countCuttable(tx, seq, borders(now));
		if (!hash || going === 0) return undefined;
		const staying = await listKept(tx, seq, borders(now));
		const cut = { seq, hash, kept: staying.length, keptHash: hashOfKept(staying), olderThan: borders(now).older, cutAt: now }; // prettier-ignore
		await insertCut(tx, cut);
		await removeCut(tx, seq, borders(now));
		await recordAudit(
			tx,
			null,
			{ action: 'bewaring.cut', objectType: 'audit', objectId: hashOfCut(cut) },
			now
		);
		return going;
	});
}

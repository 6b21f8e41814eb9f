import { sumOf } from '#lib/domain/hours.ts';
import type { Staff } from './actor.ts';
import { database } from './db/current.ts';
import { insertConfirmations } from './db/hours.ts';
import { listOpenDisputes, listWaitingHours, type WaitingRow } from './db/hours-waiting.ts';
import { scopeOf } from './dossiers.ts';
import { tell } from './hours.ts';
import { recordHoursRead } from './hours-reads.ts';
import { once } from './idempotency.ts';

/** So many rows at a time: a number of our own, so that the form stays small. */
export const waitingShown = 400;

/** Hours of all people of the actor that wait for a confirmation by the actor, at most `waitingShown`. */
export const waitingHours = (actor: Staff): Promise<WaitingRow[]> =>
	listWaitingHours(database().read, scopeOf(actor), actor.id, waitingShown);

/** What people of the actor say is wrong about their hours, the longest waiting first. */
export const openDisputes = (actor: Staff) => listOpenDisputes(database().read, scopeOf(actor));

/** Both for a page that names people, written to the audit log (AUD-02, AUD-03). */
export async function openWaitingHours(actor: Staff, now: Temporal.Instant): Promise<WaitingRow[]> {
	const rows = await waitingHours(actor);
	await recordHoursRead(actor, 'bevestigen', rows, now);
	return rows;
}
export async function readOpenDisputes(actor: Staff, now: Temporal.Instant) {
	const rows = await openDisputes(actor);
	await recordHoursRead(actor, 'betwist', rows, now);
	return rows;
}

/** How much is chosen: minutes, and the names of the people. */
export function sumOfWaiting(rows: readonly WaitingRow[]) {
	const names = new Map(rows.map(({ inburgeraarId, name }) => [inburgeraarId, name]));
	return { minutes: sumOf(rows), names: [...names.values()] };
}

export interface ConfirmedMany {
	minutes: number;
	people: number;
	/** Rows that did not wait any more: a colleague was first. */
	gone: number;
}

/** Confirms rows of several people in one go, except those that the actor recorded (AC-14). Others change nothing. */
export async function confirmMany(
	actor: Staff,
	ids: readonly string[],
	key: string,
	now: Temporal.Instant
): Promise<ConfirmedMany> {
	const sent = new Set(ids);
	return database().transaction(async (tx) => {
		const form = { action: 'uren.confirm_many', key, payload: [...sent] };
		const done = await once(tx, actor, form, now, async () => {
			const waiting = await listWaitingHours(tx, scopeOf(actor), actor.id, waitingShown);
			const rows = waiting.filter(({ id }) => sent.has(id));
			await insertConfirmations(
				tx,
				rows.map(({ inburgeraarId, id }) => ({
					...{ inburgeraarId, hourEntryId: id, confirmedBy: actor.id, confirmedAt: now }
				}))
			);
			for (const { inburgeraarId, id } of rows)
				await tell(tx, actor, { action: 'uren.confirm', inburgeraarId, id }, now);
			const { minutes, names } = sumOfWaiting(rows);
			const result = { minutes, people: names.length, gone: sent.size - rows.length };
			return JSON.stringify(result satisfies ConfirmedMany);
		});
		return JSON.parse(done) as ConfirmedMany;
	});
}

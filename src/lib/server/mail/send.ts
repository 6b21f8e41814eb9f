import { database } from '../db/current.ts';
import {
	listDue,
	removeRequests,
	updateClaimed,
	updateDropped,
	updateDroppedBefore,
	updateSent,
	updateWaiting,
	type OutboxRow
} from '../db/outbox.ts';
import { log } from '../log.ts';
import { isReachable, prepared } from './prepare.ts';
import type { Transport } from './transport.ts';
import { lease, nextTry, noticeLife, requestLife } from './waits.ts';

const atATime = 50;
const giveUpAfter = { hours: 72 };

export interface Round {
	sent: number;
	/** There may be more to send at once. */
	isFull: boolean;
}

/**
 * One round over what waits: each row is taken by one process, sent after its commit, and tried again with growing
 * waits. Whoever dies in between leaves it to another one after the lease, under the same Message-ID.
 */
export async function sendRound(
	transport: Transport,
	clock: () => Temporal.Instant,
	goesOn: () => boolean = () => true
): Promise<Round> {
	const start = clock();
	const due = await listDue(database().read, start.subtract(noticeLife), start, atATime);
	const nobody: string[] = [];
	let sent = 0;
	for (const row of due) {
		if (!goesOn()) break;
		if (!(await isReachable(row))) nobody.push(row.id);
		else if (await sendOne(transport, row, clock)) sent++;
	}
	if (nobody.length > 0) await database().transaction((tx) => updateDropped(tx, nobody, clock()));
	return { sent, isFull: due.length === atATime };
}

/** What is too old to be news is not sent any more, and requests for a link are forgotten after a day. */
export async function tidyOutbox(now: Temporal.Instant): Promise<void> {
	const dropped = await database().transaction(async (tx) => {
		await removeRequests(tx, now.subtract({ hours: 24 }));
		return updateDroppedBefore(tx, now.subtract(noticeLife), now);
	});
	if (dropped > 0) log().warn({ event: 'mail', dropped }, 'notices too old to send');
}

/** Whether it left. */
async function sendOne(
	transport: Transport,
	row: OutboxRow,
	clock: () => Temporal.Instant
): Promise<boolean> {
	const now = clock();
	const taken = await database().transaction((tx) => updateClaimed(tx, row, now, now.add(lease)));
	const ids = taken.map(({ id }) => id);
	if (ids.length === 0) return false;
	const drop = () => database().transaction((tx) => updateDropped(tx, ids, clock()));
	const mail = isTooLate(row, now) ? undefined : await prepared(row, now);
	if (!mail) {
		await drop();
		return false;
	}
	try {
		await transport.send({ id: row.id, ...mail });
	} catch (error) {
		await afterRefusal(row, ids, error, clock());
		return false;
	}
	await database().transaction((tx) => updateSent(tx, ids, clock()));
	log().info({ event: 'mail', id: row.id, kind: row.kind }, 'mail sent');
	return true;
}

const isLink = ({ kind }: OutboxRow) => kind.startsWith('link_');
const isTooLate = (row: OutboxRow, now: Temporal.Instant): boolean =>
	isLink(row) && Temporal.Instant.compare(now, row.createdAt.add(requestLife)) >= 0;

/** The answer of a mail server may quote an address: the log has its numbers only. */
async function afterRefusal(
	row: OutboxRow,
	ids: string[],
	error: unknown,
	now: Temporal.Instant
): Promise<void> {
	const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
	const attempts = row.attempts + 1;
	const next = nextTry(attempts, now);
	const life = isLink(row) ? requestLife : giveUpAfter;
	const isOver = Temporal.Instant.compare(next, row.createdAt.add(life)) >= 0;
	// The server knows this address and says no for good.
	const isHopeless = code === 'EENVELOPE' && responseCode >= 500;
	const gaveUp = isOver || isHopeless;
	await database().transaction((tx) => (gaveUp ? updateDropped(tx, ids, now) : updateWaiting(tx, ids, next)));
	const about = { event: 'mail', id: row.id, kind: row.kind, attempts, code, responseCode, gaveUp };
	if (gaveUp) log().error(about, 'mail given up');
	else log().warn(about, 'mail refused');
}

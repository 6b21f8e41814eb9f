import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { findTries, removeTriesBefore, updateForgiven, updateTries, type Tries } from './db/sign-in.ts';

const freeTries = 5;
const day = { hours: 24 };
const longestWait = 15 * 60;
/** Of one kind of proof in a day. Any 24 hours touch two such days, so no more than a hundred (AUTH-05). */
export const mostADay = 40;
const mostInARow = 100;

/** A counter that a try is taken from. */
export interface Lane {
	subject: string;
	/** So many are judged in a day. */
	most?: number;
	/** False: it only counts, and the wait is another one's. */
	isWaiting?: boolean;
}

/** Seconds to wait after so many wrong tries: 1, 2, 4 … 900. */
const waitAfter = (tries: number) =>
	tries < freeTries ? 0 : Math.min(2 ** (tries - freeTries), longestWait);

async function rowOf(tx: Writer, { subject }: Lane, now: Temporal.Instant): Promise<Tries> {
	const fresh = { subject, wrongTries: 0, judged: 0, firstAt: now, waitUntil: null };
	return (await findTries(tx, subject)) ?? fresh;
}

function secondsOf(row: Tries, { most = mostADay }: Lane, now: Temporal.Instant): number {
	const isFull = row.judged >= most || row.wrongTries >= mostInARow;
	const until = isFull ? row.firstAt.add(day) : row.waitUntil;
	return until ? Math.max(0, Math.ceil(now.until(until).total('seconds'))) : 0;
}

async function count(tx: Writer, row: Tries, { isWaiting = true }: Lane, now: Temporal.Instant) {
	const wrongTries = row.wrongTries + (isWaiting ? 1 : 0);
	const wait = waitAfter(wrongTries);
	const waitUntil = wait ? now.add({ seconds: wait }) : null;
	await updateTries(tx, { ...row, wrongTries, judged: row.judged + 1, waitUntil });
}

/**
 * Counts a try before it is judged, in the first group of lanes that all have one left; otherwise the seconds after which
 * the soonest one has (AUTH-05).
 */
export async function takeTries(
	groups: readonly (readonly Lane[])[],
	now: Temporal.Instant
): Promise<{ ok: true; lanes: readonly Lane[] } | { ok: false; seconds: number }> {
	return database().transaction(async (tx) => {
		await removeTriesBefore(tx, now.subtract(day));
		const waits: number[] = [];
		for (const lanes of groups) {
			const rows: Tries[] = [];
			for (const lane of lanes) rows.push(await rowOf(tx, lane, now));
			const seconds = Math.max(...rows.map((row, n) => secondsOf(row, lanes[n] ?? row, now)));
			waits.push(seconds);
			if (seconds > 0) continue;
			for (const [n, row] of rows.entries()) await count(tx, row, lanes[n] ?? row, now);
			return { ok: true, lanes };
		}
		return { ok: false, seconds: Math.min(...waits) };
	});
}

/** The try that was taken was a right one. */
export async function forgiveTries(tx: Writer, lanes: readonly Lane[]): Promise<void> {
	for (const { subject } of lanes) await updateForgiven(tx, subject);
}

/** The same with one counter: the seconds to wait, 0 when the try was taken. */
export async function takeTry(subject: string, now: Temporal.Instant): Promise<number> {
	const taken = await takeTries([[{ subject }]], now);
	return taken.ok ? 0 : taken.seconds;
}

export const forgiveTry = (tx: Writer, subject: string): Promise<void> => forgiveTries(tx, [{ subject }]);

import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, or, type SQL } from 'drizzle-orm';
import { newId } from '../ids.ts';
import type { Reader, Writer } from './database.ts';
import { outbox } from './schema.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export const noticeKinds = [
	'afspraak',
	'pip',
	'antwoord',
	'uren',
	'account',
	'cursus',
	'correctie',
	'noodinzage'
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface Notice {
	kind: NoticeKind;
	personId: string;
	/** The same key is sent once, however often it is asked for (DUR-03). */
	dedupeKey: string;
}
/** Mail to an address that is not (or no longer) the confirmed one of somebody. */
export interface Addressed {
	kind: 'vorig_adres' | 'link_aanmelden' | 'link_adres' | 'link_wachtwoord';
	/** Absent where nobody has looked yet whose address it is. */
	personId: string | null;
	dedupeKey: string;
	/** Encrypted. */
	to: string;
}

/** Puts a notice, without personal content, in line to be sent after the commit. */
export async function insertNotice(tx: Writer, notice: Notice, now: Temporal.Instant): Promise<void> {
	await tx
		.insert(outbox)
		.values({ id: newId(), payload: {}, createdAt: now, ...notice })
		.onConflictDoNothing();
}

/**
 * Somebody hears of every change of how they sign in (AUTH-14).
 * @param what a word for it: the same change at another moment is told again
 */
export const insertAccountNotice = (
	tx: Writer,
	personId: string,
	what: string,
	now: Temporal.Instant
): Promise<void> =>
	insertNotice(tx, { kind: 'account', personId, dedupeKey: `${what}:${personId}:${now.epochMilliseconds}` }, now); // prettier-ignore

export async function insertAddressed(
	tx: Writer,
	{ to, ...mail }: Addressed,
	now: Temporal.Instant
): Promise<void> {
	await tx
		.insert(outbox)
		.values({ id: newId(), payload: { to }, createdAt: now, ...mail })
		.onConflictDoNothing();
}

const isWaiting = and(isNull(outbox.sentAt), isNull(outbox.droppedAt));
const isDue = (now: Temporal.Instant) =>
	and(isWaiting, or(isNull(outbox.notBefore), lte(outbox.notBefore, now)));

/** What may be sent now, oldest first. */
export async function listDue(
	tx: Reader,
	since: Temporal.Instant,
	now: Temporal.Instant,
	most: number
): Promise<OutboxRow[]> {
	return tx
		.select()
		.from(outbox)
		.where(and(isDue(now), gt(outbox.createdAt, since)))
		.orderBy(asc(outbox.createdAt), asc(outbox.id))
		.limit(most);
}

/**
 * Takes a row for oneself until `until`, with the other waiting notices of the same kind for the same person, which say
 * the same; empty when another process was first.
 */
export async function updateClaimed(
	tx: Writer,
	row: OutboxRow,
	now: Temporal.Instant,
	until: Temporal.Instant
): Promise<OutboxRow[]> {
	const isNotice = noticeKinds.some((kind) => kind === row.kind);
	const same = and(eq(outbox.personId, row.personId ?? ''), eq(outbox.kind, row.kind));
	const alike: SQL | undefined = isNotice ? same : eq(outbox.id, row.id);
	const [first] = await tx
		.select({ id: outbox.id })
		.from(outbox)
		.where(and(eq(outbox.id, row.id), isDue(now)));
	if (!first) return [];
	const attempts = row.attempts + 1;
	return tx
		.update(outbox)
		.set({ notBefore: until, attempts })
		.where(and(alike, isDue(now)))
		.returning();
}

export async function updateSent(tx: Writer, ids: string[], sentAt: Temporal.Instant): Promise<void> {
	await tx.update(outbox).set({ sentAt, payload: {} }).where(inArray(outbox.id, ids));
}

/** Refused for now: to be tried again from that moment. */
export async function updateWaiting(tx: Writer, ids: string[], notBefore: Temporal.Instant): Promise<void> {
	await tx.update(outbox).set({ notBefore }).where(inArray(outbox.id, ids));
}

export async function updateDropped(tx: Writer, ids: string[], droppedAt: Temporal.Instant): Promise<void> {
	await tx.update(outbox).set({ droppedAt, payload: {} }).where(inArray(outbox.id, ids));
}

/** What waited too long is not sent any more; returns how many. */
export async function updateDroppedBefore(
	tx: Writer,
	createdAt: Temporal.Instant,
	droppedAt: Temporal.Instant
): Promise<number> {
	const rows = await tx
		.update(outbox)
		.set({ droppedAt, payload: {} })
		.where(and(isWaiting, lte(outbox.createdAt, createdAt)))
		.returning({ id: outbox.id });
	return rows.length;
}

const isRequest = and(isNull(outbox.personId), ne(outbox.kind, 'vorig_adres'));

/** Requests for a link by whoever knows an address, that nobody has looked at yet. */
export async function countRequests(tx: Reader): Promise<number> {
	return tx.$count(outbox, and(isRequest, isWaiting));
}

/** A request leaves nothing behind: neither of a known address nor of another. */
export async function removeRequests(tx: Writer, before: Temporal.Instant): Promise<void> {
	await tx.delete(outbox).where(and(isRequest, lt(outbox.createdAt, before)));
}

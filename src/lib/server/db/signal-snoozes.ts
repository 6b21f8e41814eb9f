import { and, desc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Signaal } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import { people, signalSnoozes } from './schema.ts';

export type SnoozeRow = typeof signalSnoozes.$inferSelect;
/** With the name of who put it aside. */
export type Snooze = SnoozeRow & { snoozedByName: string };

/** What of these people is put aside on `today`, the newest first. */
export async function listSnoozes(
	tx: Reader,
	ids: readonly string[],
	today: Temporal.PlainDate
): Promise<Snooze[]> {
	const rows = await tx
		.select({ snooze: signalSnoozes, snoozedByName: people.name })
		.from(signalSnoozes)
		.innerJoin(people, eq(people.id, signalSnoozes.snoozedBy))
		.where(
			and(
				inArray(signalSnoozes.inburgeraarId, [...ids]),
				isNull(signalSnoozes.endedAt),
				gte(signalSnoozes.totEnMet, today)
			)
		)
		.orderBy(desc(signalSnoozes.snoozedAt), desc(signalSnoozes.id));
	return rows.map(({ snooze, snoozedByName }) => ({ ...snooze, snoozedByName }));
}

export async function insertSnooze(tx: Writer, row: typeof signalSnoozes.$inferInsert): Promise<void> {
	await tx.insert(signalSnoozes).values(row);
}

/** Ends every snooze of this reason that still runs; the number of them. */
export async function updateSnoozesEnded(
	tx: Writer,
	of: { inburgeraarId: string; signaal: Signaal },
	by: { endedBy: string; endedAt: Temporal.Instant }
): Promise<number> {
	const ended = await tx
		.update(signalSnoozes)
		.set(by)
		.where(
			and(
				eq(signalSnoozes.inburgeraarId, of.inburgeraarId),
				eq(signalSnoozes.signaal, of.signaal),
				isNull(signalSnoozes.endedAt)
			)
		)
		.returning({ id: signalSnoozes.id });
	return ended.length;
}

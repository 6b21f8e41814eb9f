import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { people, trajectEvents } from './schema.ts';

export type TrajectEventRow = typeof trajectEvents.$inferSelect;
export type TrajectEventLine = TrajectEventRow & { recordedByName: string };

/** Everything recorded in the traject of a person, in the order of the legal days; same day: as recorded. */
export const listTrajectEvents = (tx: Reader, inburgeraarId: string): Promise<TrajectEventLine[]> =>
	listTrajectEventsOf(tx, [inburgeraarId]);

/** The same for several people: of each person in that order. */
export async function listTrajectEventsOf(tx: Reader, ids: readonly string[]): Promise<TrajectEventLine[]> {
	const rows = await tx
		.select({ event: trajectEvents, recordedByName: people.name })
		.from(trajectEvents)
		.innerJoin(people, eq(people.id, trajectEvents.recordedBy))
		.where(inArray(trajectEvents.inburgeraarId, [...ids]))
		.orderBy(asc(trajectEvents.day), asc(trajectEvents.recordedAt), asc(trajectEvents.id));
	return rows.map(({ event, recordedByName }) => ({ ...event, recordedByName }));
}

export async function insertTrajectEvents(tx: Writer, rows: readonly TrajectEventRow[]): Promise<void> {
	if (rows.length > 0) await tx.insert(trajectEvents).values([...rows]);
}

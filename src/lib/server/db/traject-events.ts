import { asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { people, trajectEvents } from './schema.ts';

export type TrajectEventRow = typeof trajectEvents.$inferSelect;
export type TrajectEventLine = TrajectEventRow & { recordedByName: string };

/** Everything recorded in the traject of a person, in the order of the legal days; same day: as recorded. */
export async function listTrajectEvents(tx: Reader, inburgeraarId: string): Promise<TrajectEventLine[]> {
	const rows = await tx
		.select({ event: trajectEvents, recordedByName: people.name })
		.from(trajectEvents)
		.innerJoin(people, eq(people.id, trajectEvents.recordedBy))
		.where(eq(trajectEvents.inburgeraarId, inburgeraarId))
		.orderBy(asc(trajectEvents.day), asc(trajectEvents.recordedAt), asc(trajectEvents.id));
	return rows.map(({ event, recordedByName }) => ({ ...event, recordedByName }));
}

export async function insertTrajectEvents(tx: Writer, rows: readonly TrajectEventRow[]): Promise<void> {
	if (rows.length > 0) await tx.insert(trajectEvents).values([...rows]);
}

import { and, eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { calendarFeeds, people } from './schema.ts';

export type CalendarFeed = typeof calendarFeeds.$inferSelect;

export async function findCalendarFeed(tx: Reader, personId: string): Promise<CalendarFeed | undefined> {
	return (await tx.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId)))[0];
}

/** Whose calendar this is, as long as the person may sign in. */
export async function findFeedOwner(tx: Reader, tokenHash: string): Promise<string | undefined> {
	const [row] = await tx
		.select({ personId: calendarFeeds.personId })
		.from(calendarFeeds)
		.innerJoin(people, eq(people.id, calendarFeeds.personId))
		.where(
			and(eq(calendarFeeds.tokenHash, tokenHash), eq(people.isActive, true), eq(people.role, 'inburgeraar'))
		);
	return row?.personId;
}

export async function insertCalendarFeed(tx: Writer, row: CalendarFeed): Promise<void> {
	await tx.insert(calendarFeeds).values(row);
}

export async function removeCalendarFeed(tx: Writer, personId: string): Promise<void> {
	await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
}

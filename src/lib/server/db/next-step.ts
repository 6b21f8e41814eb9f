import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { appointments, pips } from './schema.ts';

/** When the draft of a PIP was begun; undefined when there is none. */
export async function findDraftStart(
	tx: Reader,
	inburgeraarId: string
): Promise<Temporal.Instant | undefined> {
	const [draft] = await tx
		.select({ createdAt: pips.createdAt })
		.from(pips)
		.where(and(eq(pips.inburgeraarId, inburgeraarId), isNull(pips.publishedAt)));
	return draft?.createdAt;
}

export async function countUpcomingAppointments(
	tx: Reader,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<number> {
	const [row] = await tx
		.select({ n: count() })
		.from(appointments)
		.where(
			and(
				eq(appointments.inburgeraarId, inburgeraarId),
				eq(appointments.status, 'gepland'),
				gt(appointments.startsAt, now)
			)
		);
	return row?.n ?? 0;
}

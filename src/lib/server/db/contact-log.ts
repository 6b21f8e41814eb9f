import { and, asc, desc, eq, inArray, isNotNull, isNull, max, ne } from 'drizzle-orm';
import { contactOfAppointment, contactOfStap } from '#lib/domain/contacten.ts';
import type { Reader, Writer } from './database.ts';
import { isSinceMove, movedAmong } from './moves.ts';
import { appointments, contactLog, people, questionMessages, trajectEvents } from './schema.ts';

export type ContactRow = typeof contactLog.$inferSelect;
export type ContactLine = ContactRow & { recordedByName: string };

/** Everything that was written, corrections and withdrawals too: the newest day first. */
export async function listContactLines(tx: Reader, inburgeraarId: string): Promise<ContactLine[]> {
	const rows = await tx
		.select({ row: contactLog, recordedByName: people.name })
		.from(contactLog)
		.innerJoin(people, eq(people.id, contactLog.recordedBy))
		.where(eq(contactLog.inburgeraarId, inburgeraarId))
		.orderBy(desc(contactLog.day), desc(contactLog.recordedAt), asc(contactLog.id));
	return rows.map(({ row, recordedByName }) => ({ ...row, recordedByName }));
}

export async function insertContact(tx: Writer, row: ContactRow): Promise<void> {
	await tx.insert(contactLog).values(row);
}

/** The rows that hold: not replaced by another, and no withdrawal. Withdrawing a correction leaves nothing. */
export function standingContacts<R extends Pick<ContactRow, 'id' | 'replacesId' | 'isWithdrawal'>>(
	rows: readonly R[]
): R[] {
	const replaced = new Set(rows.map(({ replacesId }) => replacesId));
	return rows.filter(({ id, isWithdrawal }) => !isWithdrawal && !replaced.has(id));
}

// The last contact of several people, of each source: one read each. What was before a move stays there.

/** The last day on which they were reached, as the log has it after its corrections. */
export function listLastLogged(tx: Reader, ids: readonly string[]) {
	const moved = movedAmong(tx, ids);
	const replacing = tx
		.select({ inburgeraarId: contactLog.inburgeraarId, replacesId: contactLog.replacesId })
		.from(contactLog)
		.where(and(inArray(contactLog.inburgeraarId, [...ids]), isNotNull(contactLog.replacesId)))
		.as('replacing');
	return tx
		.select({ id: contactLog.inburgeraarId, day: max(contactLog.day) })
		.from(contactLog)
		.leftJoin(moved, eq(moved.inburgeraarId, contactLog.inburgeraarId))
		.leftJoin(
			replacing,
			and(eq(replacing.inburgeraarId, contactLog.inburgeraarId), eq(replacing.replacesId, contactLog.id))
		)
		.where(
			and(
				inArray(contactLog.inburgeraarId, [...ids]),
				isNull(replacing.replacesId),
				eq(contactLog.isWithdrawal, false),
				eq(contactLog.isReached, true),
				isSinceMove(moved, contactLog.recordedAt)
			)
		)
		.groupBy(contactLog.inburgeraarId);
}

/** When staff last wrote an answer. */
export function listLastAnswers(tx: Reader, ids: readonly string[]) {
	const moved = movedAmong(tx, ids);
	return tx
		.select({ id: questionMessages.inburgeraarId, at: max(questionMessages.sentAt) })
		.from(questionMessages)
		.leftJoin(moved, eq(moved.inburgeraarId, questionMessages.inburgeraarId))
		.where(
			and(
				inArray(questionMessages.inburgeraarId, [...ids]),
				ne(questionMessages.authorId, questionMessages.inburgeraarId),
				isSinceMove(moved, questionMessages.sentAt)
			)
		)
		.groupBy(questionMessages.inburgeraarId);
}

/** When they last came to a talk. */
export function listLastTalks(tx: Reader, ids: readonly string[]) {
	const moved = movedAmong(tx, ids);
	return tx
		.select({ id: appointments.inburgeraarId, at: max(appointments.startsAt) })
		.from(appointments)
		.leftJoin(moved, eq(moved.inburgeraarId, appointments.inburgeraarId))
		.where(
			and(
				inArray(appointments.inburgeraarId, [...ids]),
				eq(appointments.status, 'geweest'),
				inArray(appointments.kind, keysOf(contactOfAppointment)),
				isSinceMove(moved, appointments.startsAt)
			)
		)
		.groupBy(appointments.inburgeraarId);
}

/** Steps of the traject that are a talk, with when they moved: which of them hold is for the reader to see. */
export function listTalkSteps(tx: Reader, ids: readonly string[]) {
	const moved = movedAmong(tx, ids);
	const { inburgeraarId, id, kind, day, recordedAt, replacesId, isWithdrawal } = trajectEvents;
	return tx
		.select({ inburgeraarId, id, kind, day, recordedAt, replacesId, isWithdrawal, movedAt: moved.at })
		.from(trajectEvents)
		.leftJoin(moved, eq(moved.inburgeraarId, trajectEvents.inburgeraarId))
		.where(
			and(inArray(trajectEvents.inburgeraarId, [...ids]), inArray(trajectEvents.kind, keysOf(contactOfStap)))
		);
}

const keysOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];

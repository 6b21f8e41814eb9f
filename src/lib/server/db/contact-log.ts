import { and, asc, desc, eq, inArray, max, ne } from 'drizzle-orm';
import { contactOfAppointment } from '#lib/domain/contacten.ts';
import type { Reader, Writer } from './database.ts';
import { appointments, contactLog, people, questionMessages } from './schema.ts';

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

/** When staff last wrote an answer, per person. */
export const listLastAnswers = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({ id: questionMessages.inburgeraarId, at: max(questionMessages.sentAt) })
		.from(questionMessages)
		.where(
			and(
				inArray(questionMessages.inburgeraarId, [...ids]),
				ne(questionMessages.authorId, questionMessages.inburgeraarId)
			)
		)
		.groupBy(questionMessages.inburgeraarId);

/** When somebody last came to a talk, per person. */
export const listLastTalks = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({ id: appointments.inburgeraarId, at: max(appointments.startsAt) })
		.from(appointments)
		.where(
			and(
				inArray(appointments.inburgeraarId, [...ids]),
				eq(appointments.status, 'geweest'),
				inArray(appointments.kind, Object.keys(contactOfAppointment) as (keyof typeof contactOfAppointment)[])
			)
		)
		.groupBy(appointments.inburgeraarId);

/** What the log says of these people, corrections and withdrawals too. */
export async function listLogged(tx: Reader, ids: readonly string[]) {
	const { inburgeraarId, id, day, isReached, replacesId, isWithdrawal, recordedAt } = contactLog;
	return tx
		.select({ inburgeraarId, id, day, isReached, replacesId, isWithdrawal, recordedAt })
		.from(contactLog)
		.where(inArray(inburgeraarId, [...ids]));
}

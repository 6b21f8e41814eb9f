import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { examAttempts, people } from './schema.ts';

export type ExamAttemptRow = typeof examAttempts.$inferSelect;
export type ExamAttemptLine = ExamAttemptRow & { recordedByName: string };

/** All attempts of a person, corrected and withdrawn ones too, in the order of their days. */
export const listExamAttempts = (tx: Reader, inburgeraarId: string): Promise<ExamAttemptLine[]> =>
	listExamAttemptsOf(tx, [inburgeraarId]);

/** The same for several people: of each person in that order. */
export async function listExamAttemptsOf(tx: Reader, ids: readonly string[]): Promise<ExamAttemptLine[]> {
	const rows = await tx
		.select({ attempt: examAttempts, recordedByName: people.name })
		.from(examAttempts)
		.innerJoin(people, eq(people.id, examAttempts.recordedBy))
		.where(inArray(examAttempts.inburgeraarId, [...ids]))
		.orderBy(asc(examAttempts.day), asc(examAttempts.recordedAt), asc(examAttempts.id));
	return rows.map(({ attempt, recordedByName }) => ({ ...attempt, recordedByName }));
}

export async function insertExamAttempt(tx: Writer, row: ExamAttemptRow): Promise<void> {
	await tx.insert(examAttempts).values(row);
}

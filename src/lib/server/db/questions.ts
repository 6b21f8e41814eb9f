import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { appointments, hourEntries, people, pips, questionMessages, questions } from './schema.ts';

export type Question = typeof questions.$inferSelect;
/** A message, with who wrote it. */
export type QuestionMessage = typeof questionMessages.$inferSelect & { authorName: string };

/** Questions of a person, the newest one first. */
export async function listQuestions(tx: Reader, inburgeraarId: string): Promise<Question[]> {
	return tx
		.select()
		.from(questions)
		.where(eq(questions.inburgeraarId, inburgeraarId))
		.orderBy(desc(questions.askedAt), desc(questions.id))
		.limit(200);
}

/** Questions that wait for an answer, the oldest one first. */
export async function listOpenQuestions(tx: Reader, inburgeraarId: string): Promise<Question[]> {
	const where = and(
		eq(questions.inburgeraarId, inburgeraarId),
		isNull(questions.answeredAt),
		isNull(questions.closedAt)
	);
	return tx
		.select()
		.from(questions)
		.where(where)
		.orderBy(asc(questions.askedAt), asc(questions.id))
		.limit(200);
}

export async function findQuestion(
	tx: Reader,
	inburgeraarId: string,
	id: string
): Promise<Question | undefined> {
	const where = and(eq(questions.inburgeraarId, inburgeraarId), eq(questions.id, id));
	return (await tx.select().from(questions).where(where))[0];
}

export async function insertQuestion(tx: Writer, row: typeof questions.$inferInsert): Promise<void> {
	await tx.insert(questions).values(row);
}

export async function updateQuestion(
	tx: Writer,
	inburgeraarId: string,
	id: string,
	set: Partial<Pick<Question, 'answeredAt' | 'closedAt'>>
): Promise<void> {
	await tx
		.update(questions)
		.set(set)
		.where(and(eq(questions.inburgeraarId, inburgeraarId), eq(questions.id, id)));
}

/** The messages of these questions, the first one first. */
export async function listQuestionMessages(
	tx: Reader,
	inburgeraarId: string,
	questionIds: readonly string[]
): Promise<QuestionMessage[]> {
	if (questionIds.length === 0) return [];
	const rows = await tx
		.select({ message: questionMessages, authorName: people.name })
		.from(questionMessages)
		.innerJoin(people, eq(people.id, questionMessages.authorId))
		.where(
			and(
				eq(questionMessages.inburgeraarId, inburgeraarId),
				inArray(questionMessages.questionId, [...questionIds])
			)
		)
		.orderBy(asc(questionMessages.sentAt), asc(questionMessages.id));
	return rows.map(({ message, authorName }) => ({ ...message, authorName }));
}

export async function insertQuestionMessage(
	tx: Writer,
	row: typeof questionMessages.$inferInsert
): Promise<void> {
	await tx.insert(questionMessages).values(row);
}

/** Marks as read what the other side wrote: everything not written by the participant, or only that. */
export async function updateRead(
	tx: Writer,
	question: { inburgeraarId: string; id: string },
	reader: 'inburgeraar' | 'staff',
	readAt: Temporal.Instant
): Promise<void> {
	const byParticipant = reader === 'staff' ? eq : ne;
	await tx
		.update(questionMessages)
		.set({ readAt })
		.where(
			and(
				eq(questionMessages.inburgeraarId, question.inburgeraarId),
				eq(questionMessages.questionId, question.id),
				byParticipant(questionMessages.authorId, question.inburgeraarId),
				isNull(questionMessages.readAt)
			)
		);
}

/** What a question can be about, when it belongs to this person. */
export type About =
	| { kind: 'afspraak'; appointment: typeof appointments.$inferSelect }
	| { kind: 'uren'; day: Temporal.PlainDate }
	| { kind: 'pip'; versie: number };

/** @param aboutId an appointment, an hour entry, or the number of a PIP version */
export async function findAbout(
	tx: Reader,
	inburgeraarId: string,
	aboutId: string
): Promise<About | undefined> {
	const versie = /^\d{1,4}$/.exec(aboutId)?.[0];
	if (versie) {
		const where = and(eq(pips.inburgeraarId, inburgeraarId), eq(pips.versie, Number(versie)));
		const [pip] = await tx.select({ publishedAt: pips.publishedAt }).from(pips).where(where);
		return pip?.publishedAt ? { kind: 'pip', versie: Number(versie) } : undefined;
	}
	const [appointment] = await tx
		.select()
		.from(appointments)
		.where(and(eq(appointments.inburgeraarId, inburgeraarId), eq(appointments.id, aboutId)));
	if (appointment) return { kind: 'afspraak', appointment };
	const [entry] = await tx
		.select({ day: hourEntries.day })
		.from(hourEntries)
		.where(and(eq(hourEntries.inburgeraarId, inburgeraarId), eq(hourEntries.id, aboutId)));
	return entry && { kind: 'uren', day: entry.day };
}

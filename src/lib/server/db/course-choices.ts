import { and, asc, desc, eq, isNotNull, isNull, max } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { courseAdvices, courseChoices, courseSharings, courseShortlist, courses, people } from './schema.ts';
import type { Course } from './courses.ts';

export type Sharing = typeof courseSharings.$inferSelect;
export type Advice = typeof courseAdvices.$inferSelect;
export type Choice = typeof courseChoices.$inferSelect;

/** The courses that somebody keeps, hidden ones too, in their order. */
export async function listShortlist(tx: Reader, inburgeraarId: string): Promise<Course[]> {
	const rows = await tx
		.select({ course: courses })
		.from(courseShortlist)
		.innerJoin(courses, eq(courses.id, courseShortlist.courseId))
		.where(eq(courseShortlist.inburgeraarId, inburgeraarId))
		.orderBy(asc(courseShortlist.position), asc(courses.id));
	return rows.map(({ course }) => course);
}

/** At the end of the list; nothing when it is there already. */
export async function insertOnShortlist(
	tx: Writer,
	row: { inburgeraarId: string; courseId: string },
	now: Temporal.Instant
): Promise<void> {
	const [last] = await tx
		.select({ position: max(courseShortlist.position) })
		.from(courseShortlist)
		.where(eq(courseShortlist.inburgeraarId, row.inburgeraarId));
	const position = (last?.position ?? 0) + 1;
	await tx
		.insert(courseShortlist)
		.values({ ...row, addedAt: now, position })
		.onConflictDoNothing();
}

/** False: it was not there. */
export async function removeFromList(tx: Writer, inburgeraarId: string, courseId: string): Promise<boolean> {
	const where = and(eq(courseShortlist.inburgeraarId, inburgeraarId), eq(courseShortlist.courseId, courseId));
	const gone = await tx
		.delete(courseShortlist)
		.where(where)
		.returning({ courseId: courseShortlist.courseId });
	return gone.length === 1;
}

/** The sharing that holds now. */
export async function findSharing(tx: Reader, inburgeraarId: string): Promise<Sharing | undefined> {
	const where = and(eq(courseSharings.inburgeraarId, inburgeraarId), isNull(courseSharings.endedAt));
	return (await tx.select().from(courseSharings).where(where))[0];
}

export async function insertSharing(tx: Writer, row: typeof courseSharings.$inferInsert): Promise<void> {
	await tx.insert(courseSharings).values(row);
}

/** False: nothing was shared. */
export async function endSharing(tx: Writer, inburgeraarId: string, now: Temporal.Instant): Promise<boolean> {
	const where = and(eq(courseSharings.inburgeraarId, inburgeraarId), isNull(courseSharings.endedAt));
	const ended = await tx
		.update(courseSharings)
		.set({ endedAt: now })
		.where(where)
		.returning({ id: courseSharings.id });
	return ended.length > 0;
}

export type AdviceLine = Advice & { signedBy: string; signedAt: Temporal.Instant; signerName: string };

/** Signed advice, newest first, with who signed it. */
export async function listAdvices(tx: Reader, inburgeraarId: string): Promise<AdviceLine[]> {
	const rows = await tx
		.select({ advice: courseAdvices, signerName: people.name })
		.from(courseAdvices)
		.innerJoin(people, eq(people.id, courseAdvices.signedBy))
		.where(and(eq(courseAdvices.inburgeraarId, inburgeraarId), isNotNull(courseAdvices.signedAt)))
		.orderBy(desc(courseAdvices.signedAt), desc(courseAdvices.id));
	return rows.map(({ advice, signerName }) => ({ ...(advice as AdviceLine), signerName }));
}

/** The advice that is being prepared. */
export async function findAdviceDraft(tx: Reader, inburgeraarId: string): Promise<Advice | undefined> {
	const where = and(eq(courseAdvices.inburgeraarId, inburgeraarId), isNull(courseAdvices.signedAt));
	return (await tx.select().from(courseAdvices).where(where))[0];
}

export async function insertAdvice(tx: Writer, row: typeof courseAdvices.$inferInsert): Promise<void> {
	await tx.insert(courseAdvices).values(row);
}

const draftAt = ({ inburgeraarId, id, version }: Pick<Advice, 'inburgeraarId' | 'id' | 'version'>) =>
	and(
		eq(courseAdvices.inburgeraarId, inburgeraarId),
		eq(courseAdvices.id, id),
		eq(courseAdvices.version, version),
		isNull(courseAdvices.signedAt)
	);

/** False when the draft is no longer at `version`, or was signed. */
export async function updateAdviceDraft(
	tx: Writer,
	draft: Pick<Advice, 'inburgeraarId' | 'id' | 'version'>,
	set: Partial<typeof courseAdvices.$inferInsert>
): Promise<boolean> {
	const next = { ...set, version: draft.version + 1 };
	const changed = await tx.update(courseAdvices).set(next).where(draftAt(draft)).returning({ id: courseAdvices.id }); // prettier-ignore
	return changed.length === 1;
}

/** False when the draft is no longer at `version`, or was signed. */
export async function removeAdviceDraft(
	tx: Writer,
	draft: Pick<Advice, 'inburgeraarId' | 'id' | 'version'>
): Promise<boolean> {
	return (
		(await tx.delete(courseAdvices).where(draftAt(draft)).returning({ id: courseAdvices.id })).length === 1
	);
}

export type ChoiceLine = Choice & { course: Course };

/** What somebody chose, newest first, with the course as it is now. */
export async function listChoices(tx: Reader, inburgeraarId: string): Promise<ChoiceLine[]> {
	const rows = await tx
		.select({ choice: courseChoices, course: courses })
		.from(courseChoices)
		.innerJoin(courses, eq(courses.id, courseChoices.courseId))
		.where(eq(courseChoices.inburgeraarId, inburgeraarId))
		.orderBy(desc(courseChoices.chosenAt), desc(courseChoices.id));
	return rows.map(({ choice, course }) => ({ ...choice, course }));
}

export async function insertChoice(tx: Writer, row: typeof courseChoices.$inferInsert): Promise<void> {
	await tx.insert(courseChoices).values(row);
}

/** The id of the choice that was withdrawn; undefined when there was none. */
export async function withdrawOpenChoice(
	tx: Writer,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	const where = and(eq(courseChoices.inburgeraarId, inburgeraarId), isNull(courseChoices.withdrawnAt));
	const rows = await tx
		.update(courseChoices)
		.set({ withdrawnAt: now })
		.where(where)
		.returning({ id: courseChoices.id });
	return rows[0]?.id;
}

/** Remembers which agreement was made of a choice; false when it was withdrawn meanwhile. */
export async function updateAgreedChoice(
	tx: Writer,
	{ inburgeraarId, id }: Pick<Choice, 'inburgeraarId' | 'id'>,
	set: { afspraakId: string; agreedBy: string; agreedAt: Temporal.Instant }
): Promise<boolean> {
	const where = and(
		eq(courseChoices.inburgeraarId, inburgeraarId),
		eq(courseChoices.id, id),
		isNull(courseChoices.withdrawnAt)
	);
	return (
		(await tx.update(courseChoices).set(set).where(where).returning({ id: courseChoices.id })).length === 1
	);
}

import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { HourCategory, RecordedReason } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import { enrolments, hourConfirmations, hourDisputes, hourEntries, partners, people } from './schema.ts';

type Columns = typeof hourEntries.$inferSelect;
export type HourEntryRow = Omit<Columns, 'correctionReason' | 'newerReason'> & { correctionReason: RecordedReason | null }; // prettier-ignore
export type HourDisputeRow = typeof hourDisputes.$inferSelect;
/** A row of the ledger with the names of who recorded and who confirmed it, and the course it belongs to. */
export type HourLine = HourEntryRow & {
	recordedByName: string;
	/** The organisation of a partner who recorded it. */
	recordedFor: string | null;
	confirmedByName: string | null;
	confirmedAt: Temporal.Instant | null;
	course: string | null;
};

const of = (inburgeraarId: string) => eq(hourEntries.inburgeraarId, inburgeraarId);
const confirmationOfEntry = and(
	eq(hourConfirmations.inburgeraarId, hourEntries.inburgeraarId),
	eq(hourConfirmations.hourEntryId, hourEntries.id)
);

/** Rows of one moment: the first row of an entry, what a correction takes away, what it adds. */
const firstRowsFirst = sql`case when ${hourEntries.correctsId} is null then 0 else 1 end`;

/** The whole ledger of a person in the order in which it was recorded. */
export async function listHourLines(tx: Reader, inburgeraarId: string): Promise<HourLine[]> {
	const confirmer = tx.select({ id: people.id, name: people.name }).from(people).as('confirmer');
	const rows = await tx
		.select({
			entry: hourEntries,
			recordedByName: people.name,
			recordedFor: partners.name,
			confirmedByName: confirmer.name,
			confirmedAt: hourConfirmations.confirmedAt,
			course: enrolments.title
		})
		.from(hourEntries)
		.innerJoin(people, eq(people.id, hourEntries.recordedBy))
		.leftJoin(partners, eq(partners.id, people.partnerId))
		.leftJoin(hourConfirmations, confirmationOfEntry)
		.leftJoin(confirmer, eq(confirmer.id, hourConfirmations.confirmedBy))
		.leftJoin(
			enrolments,
			and(eq(enrolments.inburgeraarId, hourEntries.inburgeraarId), eq(enrolments.id, hourEntries.enrolmentId))
		)
		.where(of(inburgeraarId))
		.orderBy(asc(hourEntries.recordedAt), firstRowsFirst, asc(hourEntries.minutes), asc(hourEntries.id));
	return rows.map(({ entry: { newerReason, correctionReason, ...entry }, ...names }) => ({
		...{ ...entry, ...names },
		correctionReason: newerReason ?? correctionReason
	}));
}

export type HourSums = Map<HourCategory, { recorded: number; confirmed: number }>;

/** Minutes per category as `domain/hours.ts` counts them, summed by the database. Categories without rows are absent. */
export const sumHours = async (tx: Reader, inburgeraarId: string): Promise<HourSums> =>
	(await sumHoursOf(tx, [inburgeraarId])).get(inburgeraarId) ?? new Map();

/** The same for several people; people without hours are absent. */
export async function sumHoursOf(tx: Reader, ids: readonly string[]): Promise<Map<string, HourSums>> {
	const root = sql<string>`coalesce(${hourEntries.correctsId}, ${hourEntries.id})`;
	const isCounting = sql`${hourEntries.minutes} < 0 or ${hourConfirmations.hourEntryId} is not null`;
	const entries = tx
		.select({
			id: hourEntries.inburgeraarId,
			category: hourEntries.category,
			recorded: sql<number>`sum(${hourEntries.minutes})`.as('recorded'),
			confirmed: sql<number>`sum(case when ${isCounting} then ${hourEntries.minutes} else 0 end)`.as(
				'confirmed'
			)
		})
		.from(hourEntries)
		.leftJoin(hourConfirmations, confirmationOfEntry)
		.where(inArray(hourEntries.inburgeraarId, [...ids]))
		.groupBy(hourEntries.inburgeraarId, hourEntries.category, root)
		.as('entries');
	const rows = await tx
		.select({
			id: entries.id,
			category: entries.category,
			recorded: sql`sum(${entries.recorded})`.mapWith(Number),
			confirmed: sql`sum(case when ${entries.confirmed} > 0 then ${entries.confirmed} else 0 end)`.mapWith(
				Number
			)
		})
		.from(entries)
		.groupBy(entries.id, entries.category);
	const people = new Map<string, HourSums>();
	for (const { id, category, ...total } of rows)
		people.set(id, (people.get(id) ?? new Map()).set(category, total));
	return people;
}

/** The days of these on which hours of this category stand for these people, whatever they belong to. */
export async function sumHoursOn(
	tx: Reader,
	ids: readonly string[],
	category: HourCategory,
	days: readonly Temporal.PlainDate[]
): Promise<{ id: string; day: Temporal.PlainDate; minutes: number }[]> {
	if (ids.length === 0 || days.length === 0) return [];
	const { inburgeraarId, day } = hourEntries;
	const minutes = sql`sum(${hourEntries.minutes})`.mapWith(Number);
	const where = and(inArray(inburgeraarId, [...ids]), inArray(day, [...days]), eq(hourEntries.category, category)); // prettier-ignore
	const rows = await tx
		.select({ id: inburgeraarId, day, minutes })
		.from(hourEntries)
		.where(where)
		.groupBy(inburgeraarId, day);
	return rows.filter((row) => row.minutes > 0);
}

export async function insertHourEntries(tx: Writer, rows: readonly HourEntryRow[]): Promise<void> {
	const stored = rows.map(({ correctionReason: reason, ...row }) =>
		reason === 'bevestiging_terug'
			? { ...row, correctionReason: 'verkeerde_duur' as const, newerReason: reason }
			: { ...row, correctionReason: reason }
	);
	if (stored.length > 0) await tx.insert(hourEntries).values(stored);
}

/** The first row that stands for this lesson already. */
export async function findLesson(
	tx: Reader,
	lesson: Pick<HourEntryRow, 'inburgeraarId' | 'enrolmentId' | 'day' | 'category'>
): Promise<{ id: string } | undefined> {
	if (!lesson.enrolmentId) return undefined;
	const where = and(
		of(lesson.inburgeraarId),
		eq(hourEntries.enrolmentId, lesson.enrolmentId),
		eq(hourEntries.day, lesson.day),
		eq(hourEntries.category, lesson.category),
		isNull(hourEntries.correctsId)
	);
	return (await tx.select({ id: hourEntries.id }).from(hourEntries).where(where))[0];
}

/** Confirming again changes nothing: the first confirmation stays. */
export async function insertConfirmations(
	tx: Writer,
	rows: readonly (typeof hourConfirmations.$inferInsert)[]
): Promise<void> {
	if (rows.length > 0)
		await tx
			.insert(hourConfirmations)
			.values([...rows])
			.onConflictDoNothing();
}

/** What the participant disputes, newest first, with who answered. */
export async function listDisputes(
	tx: Reader,
	inburgeraarId: string
): Promise<(HourDisputeRow & { answeredByName: string | null })[]> {
	const rows = await tx
		.select({ dispute: hourDisputes, answeredByName: people.name })
		.from(hourDisputes)
		.leftJoin(people, eq(people.id, hourDisputes.answeredBy))
		.where(eq(hourDisputes.inburgeraarId, inburgeraarId))
		.orderBy(desc(hourDisputes.openedAt), desc(hourDisputes.id));
	return rows.map(({ dispute, answeredByName }) => ({ ...dispute, answeredByName }));
}

export async function insertDispute(tx: Writer, row: typeof hourDisputes.$inferInsert): Promise<void> {
	await tx.insert(hourDisputes).values(row);
}

/** False when it is no longer at this version. */
export async function updateDispute(
	tx: Writer,
	row: Pick<HourDisputeRow, 'inburgeraarId' | 'id' | 'version'>,
	set: Partial<HourDisputeRow>
): Promise<boolean> {
	const where = and(
		eq(hourDisputes.inburgeraarId, row.inburgeraarId),
		eq(hourDisputes.id, row.id),
		eq(hourDisputes.version, row.version)
	);
	const changed = await tx
		.update(hourDisputes)
		.set({ ...set, version: row.version + 1 })
		.where(where)
		.returning({ id: hourDisputes.id });
	return changed.length === 1;
}

export type Enrolment = typeof enrolments.$inferSelect & { partnerName: string | null };

/** Courses and activities of a person, the newest first. */
export async function listEnrolments(tx: Reader, inburgeraarId: string): Promise<Enrolment[]> {
	const rows = await tx
		.select({ enrolment: enrolments, partnerName: partners.name })
		.from(enrolments)
		.leftJoin(partners, eq(partners.id, enrolments.partnerId))
		.where(eq(enrolments.inburgeraarId, inburgeraarId))
		.orderBy(desc(enrolments.vanaf), desc(enrolments.id));
	return rows.map(({ enrolment, partnerName }) => ({ ...enrolment, partnerName }));
}

import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, min, ne, sql } from 'drizzle-orm';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import type { Reader } from './database.ts';
import { isSinceMove, movedAmong } from './moves.ts';
import { appointments, caseload, correctionRequests, courseAdvices, courseSharings, enrolments, hourConfirmations, hourDisputes, hourEntries, phraseTexts, questions, transfers } from './schema.ts'; // prettier-ignore

// What stands open around several people: one read each, however many people.

/** Appointments to come, the first one first. */
export const listComing = (tx: Reader, ids: readonly string[], now: Temporal.Instant) =>
	tx
		.select({
			inburgeraarId: appointments.inburgeraarId,
			id: appointments.id,
			kind: appointments.kind,
			startsAt: appointments.startsAt,
			answer: appointments.answer,
			answeredAt: appointments.answeredAt,
			bring: appointments.bring,
			interpreterMode: appointments.interpreterMode,
			isInterpreterArranged: appointments.isInterpreterArranged,
			toelichting: appointments.toelichting,
			zinnen: appointments.zinnen
		})
		.from(appointments)
		.where(
			and(
				inArray(appointments.inburgeraarId, [...ids]),
				eq(appointments.status, 'gepland'),
				gt(appointments.startsAt, now)
			)
		)
		.orderBy(asc(appointments.startsAt), asc(appointments.id));

/** Appointments to which somebody did not come, the newest last; of who moved, only since then. */
export function listMissed(tx: Reader, ids: readonly string[], now: Temporal.Instant) {
	const moved = movedAmong(tx, ids);
	return tx
		.select({
			inburgeraarId: appointments.inburgeraarId,
			id: appointments.id,
			startsAt: appointments.startsAt
		})
		.from(appointments)
		.leftJoin(moved, eq(moved.inburgeraarId, appointments.inburgeraarId))
		.where(
			and(
				inArray(appointments.inburgeraarId, [...ids]),
				eq(appointments.status, 'niet_gekomen'),
				lte(appointments.startsAt, now),
				isSinceMove(moved, appointments.startsAt)
			)
		)
		.orderBy(asc(appointments.startsAt), asc(appointments.id));
}

export const listAsked = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({ inburgeraarId: questions.inburgeraarId, id: questions.id, at: questions.askedAt })
		.from(questions)
		.where(
			and(
				inArray(questions.inburgeraarId, [...ids]),
				isNull(questions.answeredAt),
				isNull(questions.closedAt)
			)
		);

/** Lists of courses that are shared, without advice that was signed since. */
export const listSharedLists = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({
			inburgeraarId: courseSharings.inburgeraarId,
			id: courseSharings.id,
			at: courseSharings.sharedAt
		})
		.from(courseSharings)
		.leftJoin(
			courseAdvices,
			and(
				eq(courseAdvices.inburgeraarId, courseSharings.inburgeraarId),
				gte(courseAdvices.signedAt, courseSharings.sharedAt)
			)
		)
		.where(
			and(
				inArray(courseSharings.inburgeraarId, [...ids]),
				isNull(courseSharings.endedAt),
				isNull(courseAdvices.id)
			)
		);

/** 'This is wrong': about hours, and about other data; of the latter only what was asked since a move. One read for both. */
export const listDisputed = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({
			inburgeraarId: sql<string>`w.inburgeraar_id`.as('inburgeraar_id'),
			id: sql<string>`w.id`.as('id'),
			at: sql`w.opened_at`.mapWith(hourDisputes.openedAt).as('opened_at'),
			what: sql<'uren' | 'gegevens'>`w.what`.as('what')
		})
		.from(
			sql`(select ${hourDisputes.inburgeraarId}, ${hourDisputes.hourEntryId} as id, ${hourDisputes.openedAt}, 'uren' as what
				from ${hourDisputes} where ${inArray(hourDisputes.inburgeraarId, [...ids])} and ${isNull(hourDisputes.answeredAt)}
				union all
				select ${correctionRequests.inburgeraarId}, ${correctionRequests.id}, ${correctionRequests.askedAt}, 'gegevens'
				from ${correctionRequests} where ${inArray(correctionRequests.inburgeraarId, [...ids])}
				and ${isNull(correctionRequests.answeredAt)} and ${isAskedHere}) w`
		);

const isAskedHere = sql`not exists (select 1 from ${transfers} where ${eq(transfers.inburgeraarId, correctionRequests.inburgeraarId)}
	and ${eq(transfers.state, 'aanvaard')} and ${gt(transfers.decidedAt, correctionRequests.askedAt)})`;

export interface Pace {
	inburgeraarId: string;
	category: HourCategory;
	firstDay: Temporal.PlainDate;
	/** Minutes before `since`, and from then on. */
	before: number;
	after: number;
	/** Rows of others that wait for a confirmation, and since when the oldest of them waits. */
	waiting: number;
	waitingSince: Temporal.Instant | null;
}

/** Minutes per kind before and after a day, and what `actorId` can confirm: rows of others in entries that still hold. */
export async function listPace(
	tx: Reader,
	ids: readonly string[],
	since: Temporal.PlainDate,
	actorId: string
): Promise<Pace[]> {
	const root = sql`coalesce(${hourEntries.correctsId}, ${hourEntries.id})`;
	const isBefore = lt(hourEntries.day, since);
	const isWaiting = sql`${hourConfirmations.hourEntryId} is null and ${hourEntries.minutes} > 0 and ${ne(hourEntries.recordedBy, actorId)}`;
	const entries = tx
		.select({
			id: hourEntries.inburgeraarId,
			category: hourEntries.category,
			firstDay: sql`min(${hourEntries.day})`.as('first_day'),
			before: sql`sum(case when ${isBefore} then ${hourEntries.minutes} else 0 end)`.as('minutes_before'),
			after: sql`sum(case when ${isBefore} then 0 else ${hourEntries.minutes} end)`.as('minutes_after'),
			minutes: sql`sum(${hourEntries.minutes})`.as('minutes_all'),
			waiting: sql`sum(case when ${isWaiting} then 1 else 0 end)`.as('waiting'),
			waitingSince: sql`min(case when ${isWaiting} then ${hourEntries.recordedAt} end)`.as('waiting_since')
		})
		.from(hourEntries)
		.leftJoin(
			hourConfirmations,
			and(
				eq(hourConfirmations.inburgeraarId, hourEntries.inburgeraarId),
				eq(hourConfirmations.hourEntryId, hourEntries.id)
			)
		)
		.where(inArray(hourEntries.inburgeraarId, [...ids]))
		.groupBy(hourEntries.inburgeraarId, hourEntries.category, root)
		.as('entries');
	const holds = sql`${entries.minutes} > 0`;
	return tx
		.select({
			inburgeraarId: entries.id,
			category: entries.category,
			firstDay: sql<Temporal.PlainDate>`min(${entries.firstDay})`.mapWith(hourEntries.day),
			before: sql`sum(${entries.before})`.mapWith(Number),
			after: sql`sum(${entries.after})`.mapWith(Number),
			waiting: sql`sum(case when ${holds} then ${entries.waiting} else 0 end)`.mapWith(Number),
			waitingSince: sql<Temporal.Instant | null>`min(case when ${holds} then ${entries.waitingSince} end)`.mapWith(hourEntries.recordedAt) // prettier-ignore
		})
		.from(entries)
		.groupBy(entries.id, entries.category);
}

/** Courses and activities, for what is planned. */
export const listPlans = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({
			inburgeraarId: enrolments.inburgeraarId,
			kind: enrolments.kind,
			vanaf: enrolments.vanaf,
			tot: enrolments.tot,
			weekdays: enrolments.weekdays
		})
		.from(enrolments)
		.where(inArray(enrolments.inburgeraarId, [...ids]));

export const listOpenTransfers = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({ inburgeraarId: transfers.inburgeraarId, id: transfers.id, at: transfers.requestedAt })
		.from(transfers)
		.where(and(inArray(transfers.inburgeraarId, [...ids]), eq(transfers.state, 'gevraagd')));

/** Since when each of them is guided at all: a later start of somebody else means that they were taken over. */
export const listFirstGuided = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({ inburgeraarId: caseload.inburgeraarId, vanaf: min(caseload.vanaf) })
		.from(caseload)
		.where(inArray(caseload.inburgeraarId, [...ids]))
		.groupBy(caseload.inburgeraarId);

/** Languages in which these municipal phrases have a reviewed translation, as `phrase locale`. */
export async function listReviewed(tx: Reader, phraseIds: readonly string[]): Promise<Set<string>> {
	const rows = await tx
		.select({ id: phraseTexts.phraseId, locale: phraseTexts.locale })
		.from(phraseTexts)
		.where(and(inArray(phraseTexts.phraseId, [...phraseIds, '']), eq(phraseTexts.state, 'reviewed')));
	return new Set(rows.map(({ id, locale }) => `${id} ${locale}`));
}

import { and, eq, gte, inArray, isNull, lte, max, min, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import { caseloadOn } from './caseload-on.ts';
import type { Reader } from './database.ts';
import { appointments, caseload, contactLog, enrolments, hourEntries, inburgeraren, people, questions } from './schema.ts'; // prettier-ignore

/** Everybody of a municipality with what the figures count; one read. */
export async function listFigurePeople(tx: Reader, gemeenteId: string, today: Temporal.PlainDate) {
	const consulent = tx.select({ id: people.id, name: people.name }).from(people).as('consulent');
	return tx
		.select({
			...{ id: people.id, locale: people.locale, groep: inburgeraren.groep, tolktaal: inburgeraren.tolktaal },
			...{ consulentId: consulent.id, consulentName: consulent.name }
		})
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, people.id), caseloadOn(today)))
		.leftJoin(consulent, eq(consulent.id, caseload.consulentId))
		.where(and(eq(people.role, 'inburgeraar'), eq(people.gemeenteId, gemeenteId)));
}

const inGemeente = (tx: Reader, gemeenteId: string) =>
	tx.select({ id: people.id }).from(people).where(and(eq(people.gemeenteId, gemeenteId), eq(people.role, 'inburgeraar'))); // prettier-ignore

export interface HourPace {
	inburgeraarId: string;
	category: HourCategory;
	firstDay: Temporal.PlainDate | null;
	before: number;
	recent: number;
}

/** Minutes per person and category, before `from` and from then until today: what a forecast needs. */
export async function listHourPace(
	tx: Reader,
	gemeenteId: string,
	from: Temporal.PlainDate,
	today: Temporal.PlainDate
): Promise<HourPace[]> {
	const isRecent = sql`${hourEntries.day} >= ${from.toString()}`;
	const sum = (part: ReturnType<typeof sql>) => sql`sum(case when ${part} then ${hourEntries.minutes} else 0 end)`.mapWith(Number); // prettier-ignore
	return tx
		.select({
			inburgeraarId: hourEntries.inburgeraarId,
			category: hourEntries.category,
			firstDay: min(hourEntries.day),
			before: sum(sql`not (${isRecent})`),
			recent: sum(isRecent)
		})
		.from(hourEntries)
		.where(and(inArray(hourEntries.inburgeraarId, inGemeente(tx, gemeenteId)), lte(hourEntries.day, today)))
		.groupBy(hourEntries.inburgeraarId, hourEntries.category);
}

/** Courses that still go on. */
export async function listRunningEnrolments(tx: Reader, gemeenteId: string, today: Temporal.PlainDate) {
	const { inburgeraarId, kind, vanaf, tot, weekdays } = enrolments;
	return tx
		.select({ inburgeraarId, kind, vanaf, tot, weekdays })
		.from(enrolments)
		.where(
			and(
				inArray(enrolments.inburgeraarId, inGemeente(tx, gemeenteId)),
				or(isNull(enrolments.tot), gte(enrolments.tot, today))
			)
		);
}

const talks = ['gesprek', 'voortgangsgesprek', 'brede_intake', 'pip_gesprek', 'huisbezoek', 'eindgesprek_map', 'eindgesprek_z'] as const; // prettier-ignore

/** The last time that somebody was spoken to: by the contact log, by a talk that took place, by an answer. Three reads. */
export async function listLastContacts(tx: Reader, gemeenteId: string) {
	const own = inGemeente(tx, gemeenteId);
	const replacing = alias(contactLog, 'replacing');
	const isReplaced = and(eq(replacing.inburgeraarId, contactLog.inburgeraarId), eq(replacing.replacesId, contactLog.id)); // prettier-ignore
	const logged = await tx
		.select({ id: contactLog.inburgeraarId, day: max(contactLog.day) })
		.from(contactLog)
		.leftJoin(replacing, isReplaced)
		.where(
			and(
				inArray(contactLog.inburgeraarId, own),
				isNull(replacing.id),
				eq(contactLog.isWithdrawal, false),
				eq(contactLog.isReached, true)
			)
		)
		.groupBy(contactLog.inburgeraarId);
	const talked = await tx
		.select({ id: appointments.inburgeraarId, at: max(appointments.startsAt) })
		.from(appointments)
		.where(
			and(
				inArray(appointments.inburgeraarId, own),
				eq(appointments.status, 'geweest'),
				inArray(appointments.kind, [...talks])
			)
		)
		.groupBy(appointments.inburgeraarId);
	const answered = await tx
		.select({ id: questions.inburgeraarId, at: max(questions.answeredAt) })
		.from(questions)
		.where(inArray(questions.inburgeraarId, own))
		.groupBy(questions.inburgeraarId);
	return { logged, moments: [...talked, ...answered] };
}

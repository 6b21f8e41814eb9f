import { and, eq, gte, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import { caseloadOn } from './caseload-on.ts';
import type { Reader } from './database.ts';
import { caseload, enrolments, hourEntries, inburgeraren, people } from './schema.ts';

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

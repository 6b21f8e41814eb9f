import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import { caseloadOn } from './caseload-on.ts';
import type { Reader } from './database.ts';
import { factPerson, inGemeente } from './facts-of-gemeente.ts';
import { caseload, enrolments, inburgeraren, people } from './schema.ts';

/** Everybody of a municipality with what the figures count and the facts need; one read. */
export async function listFigurePeople(tx: Reader, gemeenteId: string, today: Temporal.PlainDate) {
	const consulent = tx.select({ id: people.id, name: people.name }).from(people).as('consulent');
	return tx
		.select({
			...{ id: people.id, locale: people.locale, tolktaal: inburgeraren.tolktaal, ...factPerson },
			...{ consulentId: consulent.id, consulentName: consulent.name }
		})
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, people.id), caseloadOn(today)))
		.leftJoin(consulent, eq(consulent.id, caseload.consulentId))
		.where(and(eq(people.role, 'inburgeraar'), eq(people.gemeenteId, gemeenteId)));
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

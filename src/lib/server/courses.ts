import type { Bron, Cursusaanbod } from '#lib/domain/cursussen/aanbod.ts';
import type { CursusNiveau } from '#lib/domain/vocabulary.ts';
import { findCourse, listCourses, listGemeentenWithCourses, type Course } from './db/courses.ts';
import { database } from './db/current.ts';

/** A course as the domain reads it: public facts only. A group of facts without a source of its own has that of the course. */
export function aanbodOf(course: Course): Cursusaanbod {
	const bron = (own: string | null, op: Temporal.PlainDate | null): Bron => ({
		bron: own ?? course.source,
		op: op ?? course.checkedOn
	});
	const { id, provider, name, route, goal, place, phone, email, website, weeks, groupSize } = course;
	const { nt2Minutes, knmMinutes, onlineMinutes, physicalMinutes, travelMinutes } = course;
	const { priceTotalCents, pricePerHourCents, materialCents, includes, languages, schedule } = course;
	const { hasContinuousStart, hasChildcare, hasKeurmerk, keurmerkValidUntil } = course;
	const { passRatePercent, satisfactionTenths } = course;
	return {
		...{ id, provider, name, route, goal, place, phone, email, website, weeks, groupSize },
		...{ nt2Minutes, knmMinutes, onlineMinutes, physicalMinutes, travelMinutes },
		...{ priceTotalCents, pricePerHourCents, materialCents, includes, languages, schedule },
		...{ hasContinuousStart, hasChildcare, hasKeurmerk, keurmerkValidUntil },
		...{ passRatePercent, satisfactionTenths },
		levelFrom: course.levelFrom as CursusNiveau,
		levelTo: course.levelTo as CursusNiveau,
		startsOn: course.startsOn.map((day) => Temporal.PlainDate.from(day)),
		bronnen: {
			algemeen: bron(null, null),
			prijs: bron(course.priceSource, course.priceCheckedOn),
			rooster: bron(course.scheduleSource, course.scheduleCheckedOn),
			keurmerk: bron(course.keurmerkSource, course.keurmerkCheckedOn),
			slagen: bron(course.passRateSource, course.passRateCheckedOn),
			tevredenheid: bron(course.satisfactionSource, course.satisfactionCheckedOn)
		}
	};
}

/** The courses that people of a municipality can choose from, by provider and name. */
export const listAanbod = async (gemeenteId: string): Promise<Cursusaanbod[]> =>
	(await listCourses(database().read, gemeenteId)).map(aanbodOf);

/** One of these; undefined when it is hidden, or of another municipality. */
export async function getAanbod(gemeenteId: string, id: string): Promise<Cursusaanbod | undefined> {
	const course = await findCourse(database().read, gemeenteId, id);
	return course?.isActive ? aanbodOf(course) : undefined;
}

/** Municipalities that have courses to choose from, by name. */
export const gemeentenWithAanbod = () => listGemeentenWithCourses(database().read);

import { and, eq, gt, inArray, isNull, lt, or, gte } from 'drizzle-orm';
import type { AppointmentKind } from '#lib/domain/vocabulary.ts';
import type { Reader } from './database.ts';
import { appointments, enrolments } from './schema.ts';

export interface TakenAppointment {
	inburgeraarId: string;
	id: string;
	kind: AppointmentKind;
	startsAt: Temporal.Instant;
	minutes: number;
}

/** Appointments of these people that go on and start between `after` and `before`. */
export async function listTakenAppointments(
	tx: Reader,
	ids: readonly string[],
	after: Temporal.Instant,
	before: Temporal.Instant
): Promise<TakenAppointment[]> {
	if (ids.length === 0) return [];
	const { inburgeraarId, id, kind, startsAt, minutes } = appointments;
	return tx
		.select({ inburgeraarId, id, kind, startsAt, minutes })
		.from(appointments)
		.where(
			and(
				inArray(inburgeraarId, [...ids]),
				eq(appointments.status, 'gepland'),
				gt(startsAt, after),
				lt(startsAt, before)
			)
		)
		.orderBy(startsAt, id);
}

/** Courses and activities of these people that are not over on `from`. */
export async function listTakenLessons(tx: Reader, ids: readonly string[], from: Temporal.PlainDate) {
	if (ids.length === 0) return [];
	const { inburgeraarId, title, vanaf, tot, weekdays } = enrolments;
	return tx
		.select({ inburgeraarId, title, vanaf, tot, weekdays })
		.from(enrolments)
		.where(and(inArray(inburgeraarId, [...ids]), or(isNull(tot), gte(tot, from))))
		.orderBy(vanaf, enrolments.id);
}

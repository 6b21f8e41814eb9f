import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import type { Groep, Leerroute, LocaleId } from '#lib/domain/vocabulary.ts';
import { caseloadOn } from './caseload-on.ts';
import { withReason, type Appointment } from './appointments.ts';
import type { Reader, Writer } from './database.ts';
import { within, type Scope } from './inburgeraren.ts';
import { activities, appointmentGroups, appointments, caseload, enrolments, inburgeraren, people, pips } from './schema.ts'; // prettier-ignore

export type AppointmentGroup = typeof appointmentGroups.$inferSelect;
export type Activity = typeof activities.$inferSelect;
/** Somebody who can be invited, with what the dossier says about an interpreter. */
export interface Candidate {
	id: string;
	name: string;
	locale: LocaleId;
	groep: Groep;
	leerroute: Leerroute | null;
	tolktaal: string | null;
	tolkDialect: string | null;
	consulentId: string | null;
}
/** An appointment with whose it is. */
export type Invited = Appointment & { name: string; locale: LocaleId; phone: string | null };

const guides = (scope: Scope) =>
	and(eq(caseload.inburgeraarId, inburgeraren.inburgeraarId), caseloadOn(scope.today));

/** People in scope by name: these ids, or everybody (at most `limit`). */
export async function listCandidates(
	tx: Reader,
	scope: Scope,
	which: { ids: readonly string[] } | { limit: number }
): Promise<Candidate[]> {
	const { id, name, locale } = people;
	const { groep, tolktaal, tolkDialect } = inburgeraren;
	return tx
		.select({
			id,
			name,
			locale,
			groep,
			tolktaal,
			tolkDialect,
			leerroute: pips.leerroute,
			consulentId: caseload.consulentId
		}) // prettier-ignore
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, id))
		.leftJoin(caseload, guides(scope))
		.leftJoin(pips, and(eq(pips.inburgeraarId, id), eq(pips.versie, inburgeraren.pipVersie)))
		.where(
			and(
				eq(people.role, 'inburgeraar'),
				within(scope),
				'ids' in which ? inArray(id, [...which.ids]) : undefined
			)
		) // prettier-ignore
		.orderBy(asc(people.nameFolded), asc(id))
		.limit('ids' in which ? which.ids.length : which.limit);
}

/** Activities of the municipality that still run on `day`. */
export async function listActivities(
	tx: Reader,
	gemeenteId: string,
	day: Temporal.PlainDate
): Promise<Activity[]> {
	const { tot, title, id } = activities;
	return tx
		.select()
		.from(activities)
		.where(
			and(
				eq(activities.gemeenteId, gemeenteId),
				eq(activities.isActive, true),
				or(isNull(tot), gte(tot, day))
			)
		) // prettier-ignore
		.orderBy(asc(title), asc(id));
}

/** Ids of who takes part in an activity on `day` or later. */
export async function listParticipantIds(
	tx: Reader,
	activityId: string,
	day: Temporal.PlainDate
): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: enrolments.inburgeraarId })
		.from(enrolments)
		.where(and(eq(enrolments.activityId, activityId), or(isNull(enrolments.tot), gte(enrolments.tot, day))));
	return rows.map(({ id }) => id);
}

export async function findAppointmentGroup(
	tx: Reader,
	gemeenteId: string,
	id: string
): Promise<AppointmentGroup | undefined> {
	const where = and(eq(appointmentGroups.id, id), eq(appointmentGroups.gemeenteId, gemeenteId));
	return (await tx.select().from(appointmentGroups).where(where))[0];
}

export async function insertAppointmentGroup(
	tx: Writer,
	row: typeof appointmentGroups.$inferInsert
): Promise<void> {
	await tx.insert(appointmentGroups).values(row);
}

/** Takes the next version; false when the group is no longer at this one. */
export async function bumpAppointmentGroup(
	tx: Writer,
	{ id, version }: Pick<AppointmentGroup, 'id' | 'version'>
): Promise<boolean> {
	const changed = await tx
		.update(appointmentGroups)
		.set({ version: version + 1 })
		.where(and(eq(appointmentGroups.id, id), eq(appointmentGroups.version, version)))
		.returning({ id: appointmentGroups.id });
	return changed.length === 1;
}

/** How many people of a group still have their appointment, whoever guides them. */
export async function countInvited(tx: Reader, groupId: string): Promise<number> {
	const where = and(eq(appointments.groupId, groupId), ne(appointments.status, 'afgezegd'));
	return (await tx.select({ n: count() }).from(appointments).where(where))[0]?.n ?? 0;
}

function invited(tx: Reader, scope: Scope) {
	const host = tx.select({ id: people.id, name: people.name }).from(people).as('host');
	const { name, locale, phone } = people;
	return tx
		.select({ appointment: appointments, withPersonName: host.name, name, locale, phone })
		.from(appointments)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, appointments.inburgeraarId))
		.innerJoin(people, eq(people.id, appointments.inburgeraarId))
		.leftJoin(caseload, guides(scope))
		.leftJoin(host, eq(host.id, appointments.withPersonId))
		.leftJoin(appointmentGroups, eq(appointmentGroups.id, appointments.groupId))
		.$dynamic();
}
const flat = (rows: Awaited<ReturnType<typeof invited>>): Invited[] =>
	rows.map(({ appointment, ...person }) => ({ ...withReason(appointment), ...person }));

/** Appointments of a group of people in scope, by name. */
export async function listInvited(tx: Reader, scope: Scope, groupId: string): Promise<Invited[]> {
	const where = and(eq(appointments.groupId, groupId), within(scope));
	return flat(await invited(tx, scope).where(where).orderBy(asc(people.nameFolded), asc(appointments.id)));
}

/** Appointments of somebody of staff, and of the groups that they made, of people in scope, by time. */
export async function listOfStaff(
	tx: Reader,
	scope: Scope,
	staffId: string,
	from: Temporal.Instant,
	until: Temporal.Instant
): Promise<Invited[]> {
	const where = and(
		within(scope),
		gte(appointments.startsAt, from),
		lt(appointments.startsAt, until),
		or(eq(appointments.withPersonId, staffId), eq(appointmentGroups.createdBy, staffId))
	);
	return flat(await invited(tx, scope).where(where).orderBy(asc(appointments.startsAt), asc(people.nameFolded), asc(appointments.id))); // prettier-ignore
}

/** Answers of people in scope that ask for something, of appointments still to come: the newest answer first. */
export async function listAnswers(
	tx: Reader,
	scope: Scope,
	now: Temporal.Instant,
	limit: number
): Promise<Invited[]> {
	const where = and(
		within(scope),
		eq(appointments.status, 'gepland'),
		inArray(appointments.answer, ['kan_niet', 'voorstel']),
		gt(appointments.startsAt, now)
	);
	return flat(await invited(tx, scope).where(where).orderBy(desc(appointments.answeredAt), asc(appointments.id)).limit(limit)); // prettier-ignore
}

/** Group appointments of people in scope that start at `from` or later, with their groups, by time. */
export async function listGrouped(
	tx: Reader,
	scope: Scope,
	from: Temporal.Instant,
	limit: number
): Promise<{ rows: Invited[]; groups: Map<string, AppointmentGroup> }> {
	const where = and(within(scope), isNotNull(appointments.groupId), gte(appointments.startsAt, from));
	const rows = flat(await invited(tx, scope).where(where).orderBy(asc(appointments.startsAt), asc(appointments.id)).limit(limit)); // prettier-ignore
	return { rows, groups: await findGroups(tx, [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]) };
}

export async function findGroups(tx: Reader, ids: readonly string[]): Promise<Map<string, AppointmentGroup>> {
	if (ids.length === 0) return new Map();
	const found = await tx.select().from(appointmentGroups).where(inArray(appointmentGroups.id, [...ids])); // prettier-ignore
	return new Map(found.map((row) => [row.id, row]));
}

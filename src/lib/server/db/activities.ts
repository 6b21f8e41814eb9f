import { and, asc, count, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { activities, enrolments, partners, people } from './schema.ts';

export type Activity = typeof activities.$inferSelect;
export type NewActivity = typeof activities.$inferInsert;
/** Somebody's place in an activity. */
export interface Place {
	inburgeraarId: string;
	enrolmentId: string;
	name: string;
	vanaf: Temporal.PlainDate;
	tot: Temporal.PlainDate | null;
	version: number;
}

/** All activities of a municipality, hidden ones too, with the partner's name. */
export async function listAllActivities(
	tx: Reader,
	gemeenteId: string
): Promise<(Activity & { partnerName: string | null })[]> {
	const rows = await tx
		.select({ activity: activities, partnerName: partners.name })
		.from(activities)
		.leftJoin(partners, eq(partners.id, activities.partnerId))
		.where(eq(activities.gemeenteId, gemeenteId))
		.orderBy(asc(activities.title), asc(activities.id))
		.limit(1000);
	return rows.map(({ activity, partnerName }) => ({ ...activity, partnerName }));
}

export async function findActivity(
	tx: Reader,
	gemeenteId: string,
	id: string
): Promise<Activity | undefined> {
	const where = and(eq(activities.gemeenteId, gemeenteId), eq(activities.id, id));
	return (await tx.select().from(activities).where(where))[0];
}

export async function insertActivity(tx: Writer, row: NewActivity): Promise<void> {
	await tx.insert(activities).values(row);
}

/** False when the activity is no longer at `version`. */
export async function updateActivity(
	tx: Writer,
	{ id, version }: Pick<Activity, 'id' | 'version'>,
	set: Partial<NewActivity>
): Promise<boolean> {
	const where = and(eq(activities.id, id), eq(activities.version, version));
	const next = { ...set, version: version + 1 };
	return (await tx.update(activities).set(next).where(where).returning({ id: activities.id })).length === 1;
}

/** Keeps other enrolments out until this one is counted and written. */
export async function lockActivity(tx: Writer, { id, version }: Activity): Promise<void> {
	await tx
		.update(activities)
		.set({ version })
		.where(and(eq(activities.id, id), eq(activities.version, version)));
}

const runsOn = (day: Temporal.PlainDate) => or(isNull(enrolments.tot), gte(enrolments.tot, day));

/** How many places are taken on `day` or later, per activity. */
export async function countPlaces(
	tx: Reader,
	ids: readonly string[],
	day: Temporal.PlainDate
): Promise<Map<string, number>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({ id: enrolments.activityId, n: count() })
		.from(enrolments)
		.where(and(inArray(enrolments.activityId, [...ids]), runsOn(day)))
		.groupBy(enrolments.activityId);
	return new Map(rows.map(({ id, n }) => [id ?? '', Number(n)]));
}

/** Who takes part on `day` or later, by name. */
export async function listPlaces(tx: Reader, activityId: string, day: Temporal.PlainDate): Promise<Place[]> {
	const { inburgeraarId, id, vanaf, tot, version } = enrolments;
	return tx
		.select({ inburgeraarId, enrolmentId: id, name: people.name, vanaf, tot, version })
		.from(enrolments)
		.innerJoin(people, eq(people.id, inburgeraarId))
		.where(and(eq(enrolments.activityId, activityId), runsOn(day)))
		.orderBy(asc(people.nameFolded), asc(id));
}

export async function insertEnrolment(tx: Writer, row: typeof enrolments.$inferInsert): Promise<void> {
	await tx.insert(enrolments).values(row);
}

/** Last day of somebody's place; one that had not begun ends on its first day. False: changed meanwhile. */
export async function endPlace(
	tx: Writer,
	key: { inburgeraarId: string; enrolmentId: string; activityId: string; version: number },
	tot: Temporal.PlainDate
): Promise<boolean> {
	const { inburgeraarId, id, version, activityId, vanaf } = enrolments;
	const where = and(
		...[eq(inburgeraarId, key.inburgeraarId), eq(id, key.enrolmentId), eq(activityId, key.activityId)],
		...[eq(version, key.version), lte(vanaf, tot)]
	);
	const set = { tot, version: key.version + 1 };
	return (await tx.update(enrolments).set(set).where(where).returning({ id })).length === 1;
}

export async function listPartners(tx: Reader, gemeenteId: string): Promise<{ id: string; name: string }[]> {
	const { id, name } = partners;
	return tx
		.select({ id, name })
		.from(partners)
		.where(eq(partners.gemeenteId, gemeenteId))
		.orderBy(asc(name), asc(id));
}

import { and, asc, eq, exists, inArray } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { courses, gemeenten } from './schema.ts';

export type Course = typeof courses.$inferSelect;
export type NewCourse = typeof courses.$inferInsert;

const byName = [asc(courses.provider), asc(courses.name), asc(courses.id)];

/** Courses of a municipality by provider and name; hidden ones only when asked for. */
export async function listCourses(
	tx: Reader,
	gemeenteId: string,
	{ withHidden = false } = {}
): Promise<Course[]> {
	const of = eq(courses.gemeenteId, gemeenteId);
	return tx
		.select()
		.from(courses)
		.where(withHidden ? of : and(of, eq(courses.isActive, true)))
		.orderBy(...byName)
		.limit(10_000);
}

/** Hidden or not. */
export async function findCourse(tx: Reader, gemeenteId: string, id: string): Promise<Course | undefined> {
	const where = and(eq(courses.gemeenteId, gemeenteId), eq(courses.id, id));
	return (await tx.select().from(courses).where(where))[0];
}

/** Of any municipality, hidden or not: what somebody kept or chose before. */
export async function listCoursesById(tx: Reader, ids: readonly string[]): Promise<Course[]> {
	if (ids.length === 0) return [];
	return tx
		.select()
		.from(courses)
		.where(inArray(courses.id, [...ids]))
		.orderBy(...byName);
}

export async function insertCourse(tx: Writer, row: NewCourse): Promise<void> {
	await tx.insert(courses).values(row);
}

/** False when the course is no longer at `version`. */
export async function updateCourse(
	tx: Writer,
	{ id, version }: Pick<Course, 'id' | 'version'>,
	set: Partial<NewCourse>
): Promise<boolean> {
	const where = and(eq(courses.id, id), eq(courses.version, version));
	const next = { ...set, version: version + 1 };
	return (await tx.update(courses).set(next).where(where).returning({ id: courses.id })).length === 1;
}

/** Municipalities with a course to choose, by name. */
export async function listGemeentenWithCourses(
	tx: Reader
): Promise<{ id: string; name: string; slug: string }[]> {
	const { id, name, slug } = gemeenten;
	const own = tx
		.select({ id: courses.id })
		.from(courses)
		.where(and(eq(courses.gemeenteId, id), eq(courses.isActive, true)));
	return tx.select({ id, name, slug }).from(gemeenten).where(exists(own)).orderBy(asc(name), asc(id));
}

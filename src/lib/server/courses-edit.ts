import { createHash } from 'node:crypto';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { listChangesOf } from './db/audit.ts';
import {
	findCourse,
	insertCourse,
	listCourses,
	updateCourse,
	type Course,
	type NewCourse
} from './db/courses.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** What staff say of a course; `ref` absent: it gets one of its own. */
export type CourseInput = Omit<NewCourse, 'id' | 'gemeenteId' | 'version'>;
/** `bestaat`: another course of the municipality has that key of its own. */
export type CourseSaved = { kind: 'bewaard'; id: string } | { kind: 'conflict' } | { kind: 'bestaat' };

/** The catalogue of the actor's municipality, hidden courses too. */
export const catalogueOf = (actor: Staff): Promise<Course[]> =>
	listCourses(database().read, actor.gemeenteId, { withHidden: true });

/** Undefined: not there, or of another municipality (AC-06). */
export const courseOf = (actor: Staff, id: string): Promise<Course | undefined> =>
	findCourse(database().read, actor.gemeenteId, id);

/** Who changed a course and when, the newest first. Undefined: not of the actor's municipality. */
export async function courseHistory(actor: Staff, id: string) {
	const { read } = database();
	if (!(await findCourse(read, actor.gemeenteId, id))) return undefined;
	return listChangesOf(read, id, 'catalogus.', 50);
}

/** A course is its own subject: its history is found by that. */
const audit = (tx: Writer, actor: Staff, action: string, objectId: string, now: Temporal.Instant) =>
	recordAudit(
		tx,
		actor,
		{ action: `catalogus.${action}`, objectType: 'cursus', objectId, subjectId: objectId },
		now
	);

const isTaken = async (tx: Writer, actor: Staff, ref: string | null | undefined, id?: string) =>
	Boolean(ref) &&
	(await listCourses(tx, actor.gemeenteId, { withHidden: true })).some(
		(row) => row.ref === ref && row.id !== id
	);

export async function createCourse(
	actor: Staff,
	input: CourseInput,
	key: string,
	now: Temporal.Instant
): Promise<CourseSaved> {
	return database().transaction(async (tx) => {
		let isRefTaken = false;
		const id = await once(tx, actor, { action: 'catalogus.create', key, payload: input }, now, async () => {
			isRefTaken = await isTaken(tx, actor, input.ref);
			if (isRefTaken) return undefined;
			const made = newId();
			await insertCourse(tx, { ...input, ref: input.ref || made, id: made, gemeenteId: actor.gemeenteId });
			await audit(tx, actor, 'create', made, now);
			return made;
		});
		return id === undefined ? { kind: 'bestaat' } : { kind: 'bewaard', id };
	});
}

/** Changes a course, or hides and shows it. Undefined: not of the actor's municipality. */
export async function saveCourse(
	actor: Staff,
	{ id, version }: Pick<Course, 'id' | 'version'>,
	set: CourseInput | { isActive: boolean },
	now: Temporal.Instant
): Promise<CourseSaved | undefined> {
	return database().transaction(async (tx) => {
		const course = await findCourse(tx, actor.gemeenteId, id);
		if (!course) return undefined;
		if ('ref' in set && (await isTaken(tx, actor, set.ref, id))) return { kind: 'bestaat' };
		const own = 'ref' in set ? { ...set, ref: set.ref || course.ref || id } : set;
		if (!(await updateCourse(tx, { id, version }, own))) return { kind: 'conflict' };
		const action = 'ref' in set ? 'edit' : set.isActive ? 'show' : 'hide';
		await audit(tx, actor, action, id, now);
		return { kind: 'bewaard', id };
	});
}

export type Imported = CourseInput & { ref: string };
/** What an import would do; `stand` says which catalogue that was. */
export interface ImportPlan {
	added: Imported[];
	changed: { course: Course; input: Imported }[];
	same: number;
	stand: string;
}

/** Days and lists compare by what they say. */
const isSame = (course: Course, input: Imported) =>
	Object.entries(input).every(
		([name, value]) => JSON.stringify(course[name as keyof Course] ?? null) === JSON.stringify(value ?? null)
	);

function planFor(catalogue: Course[], rows: readonly Imported[]): ImportPlan {
	const byRef = new Map(catalogue.map((course) => [course.ref ?? course.id, course]));
	const plan: ImportPlan = { added: [], changed: [], same: 0, stand: standOf(catalogue) };
	for (const input of rows) {
		const course = byRef.get(input.ref);
		if (!course) plan.added.push(input);
		else if (isSame(course, input)) plan.same += 1;
		else plan.changed.push({ course, input });
	}
	return plan;
}
const standOf = (catalogue: Course[]) =>
	createHash('sha256')
		.update(JSON.stringify(catalogue.map(({ id, version }) => [id, version]).toSorted()))
		.digest('base64url');

/** The dry run: nothing is written (FILE-03). What is not in the file stays as it is. */
export const planImport = async (actor: Staff, rows: readonly Imported[]): Promise<ImportPlan> =>
	planFor(await catalogueOf(actor), rows);

/**
 * Writes a whole file or nothing; a second time there is nothing to change (FILE-03).
 * @param form.stand of the dry run: when the catalogue changed since, nothing is written and the answer is 'conflict'
 */
export async function importCourses(
	actor: Staff,
	rows: readonly Imported[],
	form: { key: string; stand: string },
	now: Temporal.Instant
): Promise<{ kind: 'bewaard'; added: number; changed: number; same: number } | { kind: 'conflict' }> {
	return database().transaction(async (tx) => {
		let isStale = false;
		const payload = { rows };
		const result = await once(
			tx,
			actor,
			{ action: 'catalogus.import', key: form.key, payload },
			now,
			async () => {
				const plan = planFor(await listCourses(tx, actor.gemeenteId, { withHidden: true }), rows);
				isStale = plan.stand !== form.stand;
				if (isStale) return undefined;
				for (const input of plan.added) {
					const id = newId();
					await insertCourse(tx, { ...input, id, gemeenteId: actor.gemeenteId });
					await audit(tx, actor, 'import', id, now);
				}
				for (const { course, input } of plan.changed) {
					await updateCourse(tx, course, input);
					await audit(tx, actor, 'import', course.id, now);
				}
				return JSON.stringify([plan.added.length, plan.changed.length, plan.same]);
			}
		);
		if (result === undefined) return { kind: 'conflict' };
		const [added = 0, changed = 0, same = 0] = JSON.parse(result) as number[];
		return { kind: 'bewaard', added, changed, same };
	});
}

/** Writes down that the catalogue was taken out (FILE-06). */
export async function exportCatalogue(actor: Staff, now: Temporal.Instant): Promise<Course[]> {
	return database().transaction(async (tx) => {
		const event = { action: 'catalogus.export', objectType: 'gemeente', objectId: actor.gemeenteId };
		await recordAudit(tx, actor, event, now);
		return listCourses(tx, actor.gemeenteId, { withHidden: true });
	});
}

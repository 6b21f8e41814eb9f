import type { Cursusaanbod } from '#lib/domain/cursussen/aanbod.ts';
import type { Inburgeraar } from './actor.ts';
import { recordAudit } from './audit.ts';
import { aanbodOf } from './courses.ts';
import { tellConsulent } from './cursus-lijst.ts';
import { insertChoice, listAdvices, listChoices, listShortlist, withdrawOpenChoice, type ChoiceLine } from './db/course-choices.ts'; // prettier-ignore
import { findCourse } from './db/courses.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { findDraft, listAfspraken, listPublishedPips, type PipRow } from './db/pips.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

/** Where the agreement stands that a consultant made of a choice; null: there is none, or it went with its draft. */
export type AgreedIn = 'plan' | 'concept' | null;
/** A course that somebody chose. */
export interface Choice {
	id: string;
	aanbod: Cursusaanbod;
	chosenAt: Temporal.Instant;
	withdrawnAt: Temporal.Instant | null;
	adviceId: string | null;
	afspraakId: string | null;
	agreedIn: AgreedIn;
}

/** What a person chose, newest first; at most one that was not withdrawn. Checks no rights. */
export async function choicesOf(tx: Reader, inburgeraarId: string): Promise<Choice[]> {
	const rows = await listChoices(tx, inburgeraarId);
	if (rows.length === 0) return [];
	const [plan] = await listPublishedPips(tx, inburgeraarId, 1);
	const concept = await findDraft(tx, inburgeraarId);
	const versions = [plan, concept].flatMap((row) => row?.versie ?? []);
	const agreements = await listAfspraken(tx, inburgeraarId, versions);
	const agreedIn = ({ afspraakId, agreedAt }: ChoiceLine): AgreedIn => {
		const isIn = (row: PipRow | undefined) =>
			agreements.some(({ versie, id }) => versie === row?.versie && id === afspraakId);
		if (!agreedAt) return null;
		// The agreement may be an older one that was filled in: only a version from after that says it.
		if (plan?.publishedAt && !isBefore(plan.publishedAt, agreedAt) && isIn(plan)) return 'plan';
		return concept && !isBefore(agreedAt, concept.createdAt) && isIn(concept) ? 'concept' : null;
	};
	return rows.map((row) => {
		const { id, course, chosenAt, withdrawnAt, adviceId, afspraakId } = row;
		const choice = { id, aanbod: aanbodOf(course), chosenAt, withdrawnAt, adviceId, afspraakId };
		return { ...choice, agreedIn: agreedIn(row) };
	});
}

/** The participant's own choice that holds; undefined: none. */
export const ownChoice = async (actor: Inburgeraar): Promise<Choice | undefined> =>
	(await choicesOf(database().read, actor.id)).find(({ withdrawnAt }) => withdrawnAt === null);

/**
 * Chooses a course, in the place of what was chosen before, and tells the consultant. No agreement comes of it by
 * itself. Undefined: not a course of the own municipality that can be chosen, nor one on the own list.
 */
export async function recordChoice(
	actor: Inburgeraar,
	form: { key: string; courseId: string },
	now: Temporal.Instant
): Promise<'gekozen' | undefined> {
	const { key, courseId } = form;
	return database().transaction(async (tx) => {
		const kept = (await listShortlist(tx, actor.id)).find(({ id }) => id === courseId);
		const course = kept ?? (await findCourse(tx, actor.gemeenteId, courseId));
		if (!course?.isActive) return undefined;
		await once(tx, actor, { action: 'cursus.choose', key, payload: { courseId } }, now, async () => {
			const [advice] = await listAdvices(tx, actor.id);
			const id = newId();
			await withdrawOpenChoice(tx, actor.id, now);
			await insertChoice(tx, { inburgeraarId: actor.id, id, courseId, adviceId: advice?.id ?? null, chosenAt: now }); // prettier-ignore
			const event = { action: 'cursus.choose', objectType: 'cursus', objectId: courseId };
			await recordAudit(tx, actor, { ...event, subjectId: actor.id }, now);
			await tellConsulent(tx, actor, `keuze:${id}`, now);
			return id;
		});
		return 'gekozen';
	});
}

/** Takes the choice back and tells the consultant; an agreement that was made of it stays until the plan changes. */
export async function withdrawChoice(actor: Inburgeraar, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const id = await withdrawOpenChoice(tx, actor.id, now);
		if (id === undefined) return false;
		const event = { action: 'cursus.unchoose', objectType: 'cursuskeuze', objectId: id };
		await recordAudit(tx, actor, { ...event, subjectId: actor.id }, now);
		await tellConsulent(tx, actor, `keuze-terug:${id}`, now);
		return true;
	});
}

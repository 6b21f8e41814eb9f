import type { Cursusaanbod } from '#lib/domain/cursussen/aanbod.ts';
import type { Inburgeraar } from './actor.ts';
import { recordAudit } from './audit.ts';
import { aanbodOf } from './courses.ts';
import { endSharing, findSharing, insertOnShortlist, insertSharing, listShortlist, removeFromList } from './db/course-choices.ts'; // prettier-ignore
import { findCourse } from './db/courses.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** What somebody answered about the own week, kept as it was shared. */
export type Answers = Record<string, unknown>;
/** A course that somebody keeps. `isActive`: can still be chosen. */
export type Kept = { aanbod: Cursusaanbod; isActive: boolean };
export interface Shortlist {
	kept: Kept[];
	/** Since when the consultant sees the list; null: not now. */
	sharedSince: Temporal.Instant | null;
	/** What was answered when it was shared; null when it is not. */
	answers: Answers | null;
}

/** More courses than this are no shortlist. */
export const shortlistMaximum = 12;

/** The list of a person, whoever asks. Checks no rights. */
export async function shortlistOf(tx: Reader, inburgeraarId: string): Promise<Shortlist> {
	const sharing = await findSharing(tx, inburgeraarId);
	const rows = await listShortlist(tx, inburgeraarId);
	const kept = rows.map((course) => ({ aanbod: aanbodOf(course), isActive: course.isActive }));
	return { kept, sharedSince: sharing?.sharedAt ?? null, answers: sharing?.answers ?? null };
}

/** The participant's own list, hidden courses too. */
export const getShortlist = (actor: Inburgeraar): Promise<Shortlist> =>
	shortlistOf(database().read, actor.id);

const audit = (tx: Writer, actor: Inburgeraar, action: string, objectId: string, now: Temporal.Instant) =>
	recordAudit(tx, actor, { action, objectType: 'cursus', objectId, subjectId: actor.id }, now);

/** Tells the guiding consultant, if there is one. */
export async function tellConsulent(
	tx: Writer,
	actor: Inburgeraar,
	about: string,
	now: Temporal.Instant
): Promise<void> {
	const personId = (await dossierFor(actor, actor.id, tx))?.consulentId;
	if (personId) await insertNotice(tx, { kind: 'cursus', personId, dedupeKey: `cursus:${about}` }, now);
}

/** Keeps a course; again changes nothing. Undefined: no such course in the own municipality, or hidden. */
export async function addToShortlist(
	actor: Inburgeraar,
	courseId: string,
	now: Temporal.Instant
): Promise<'bewaard' | 'vol' | undefined> {
	return database().transaction(async (tx) => {
		if (!(await findCourse(tx, actor.gemeenteId, courseId))?.isActive) return undefined;
		const list = await listShortlist(tx, actor.id);
		if (list.some(({ id }) => id === courseId)) return 'bewaard';
		if (list.length >= shortlistMaximum) return 'vol';
		await insertOnShortlist(tx, { inburgeraarId: actor.id, courseId }, now);
		await audit(tx, actor, 'cursus.keep', courseId, now);
		return 'bewaard';
	});
}

/** Undefined: it was not on the list. */
export async function removeFromShortlist(
	actor: Inburgeraar,
	courseId: string,
	now: Temporal.Instant
): Promise<'weg' | undefined> {
	return database().transaction(async (tx) => {
		if (!(await removeFromList(tx, actor.id, courseId))) return undefined;
		await audit(tx, actor, 'cursus.unkeep', courseId, now);
		return 'weg';
	});
}

/**
 * From now on the consultant sees the list, and these answers with it. Shared again, the new answers take the place
 * of the former. `leeg`: there is nothing to share.
 */
export async function shareShortlist(
	actor: Inburgeraar,
	form: { key: string; answers: Answers },
	now: Temporal.Instant
): Promise<'gedeeld' | 'leeg'> {
	return database().transaction(async (tx) => {
		const payload = { answers: form.answers };
		const shared = await once(
			tx,
			actor,
			{ action: 'cursuslijst.share', key: form.key, payload },
			now,
			async () => {
				if ((await listShortlist(tx, actor.id)).length === 0) return undefined;
				const id = newId();
				await endSharing(tx, actor.id, now);
				await insertSharing(tx, { inburgeraarId: actor.id, id, answers: form.answers, sharedAt: now });
				await audit(tx, actor, 'cursuslijst.share', id, now);
				await tellConsulent(tx, actor, `deel:${id}`, now);
				return id;
			}
		);
		return shared === undefined ? 'leeg' : 'gedeeld';
	});
}

/** From now on nobody else sees the list; what was advised stays. False: it was not shared. */
export async function stopSharing(actor: Inburgeraar, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const sharing = await findSharing(tx, actor.id);
		if (!sharing || !(await endSharing(tx, actor.id, now))) return false;
		await audit(tx, actor, 'cursuslijst.unshare', sharing.id, now);
		return true;
	});
}

import { dagErvoor, jongste } from '#lib/domain/dag.ts';
import { minutenVan } from '#lib/domain/activiteiten.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { countPlaces, endPlace, findActivity, insertActivity, insertEnrolment, listAllActivities, listPartners, listPlaces, lockActivity, updateActivity, type Activity, type Place } from './db/activities.ts'; // prettier-ignore
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export type ActivityInput = Pick<Activity, 'kind' | 'title' | 'partnerId' | 'place' | 'capacity' | 'weekdays' | 'vanaf' | 'tot'>; // prettier-ignore
export type ActivityLine = Activity & { partnerName: string | null; taken: number };

/** The activities of the actor's municipality, hidden ones too, with how many places are taken. */
export async function allActivities(actor: Staff, now: Temporal.Instant): Promise<ActivityLine[]> {
	const { read } = database();
	const rows = await listAllActivities(read, actor.gemeenteId);
	const taken = await countPlaces(read, rows.map(({ id }) => id), dayOf(now)); // prettier-ignore
	return rows.map((row) => ({ ...row, taken: taken.get(row.id) ?? 0 }));
}

/**
 * One activity with who takes part; undefined when it is not of the actor's municipality. Whom the actor does not guide
 * is counted and not named (AC-11).
 */
export async function activityOf(
	actor: Staff,
	id: string,
	now: Temporal.Instant
): Promise<{ activity: Activity; places: Place[]; others: number } | undefined> {
	const { read } = database();
	const activity = await findActivity(read, actor.gemeenteId, id);
	if (!activity) return undefined;
	const all = await listPlaces(read, id, dayOf(now));
	const places: Place[] = [];
	for (const place of all) if (await dossierFor(actor, place.inburgeraarId, read)) places.push(place);
	return { activity, places, others: all.length - places.length };
}

export const partnersOf = (actor: Staff) => listPartners(database().read, actor.gemeenteId);

async function isOwnPartner(tx: Writer, actor: Staff, partnerId: string | null): Promise<boolean> {
	return partnerId === null || (await listPartners(tx, actor.gemeenteId)).some(({ id }) => id === partnerId);
}

const audit = (tx: Writer, actor: Staff, action: string, objectId: string, now: Temporal.Instant, subjectId?: string) =>
	recordAudit(tx, actor, { action, objectType: 'activity', objectId, subjectId }, now); // prettier-ignore

/** A new activity; undefined when its partner is not of the own municipality. */
export async function createActivity(
	actor: Staff,
	input: ActivityInput,
	formKey: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	return database().transaction(async (tx) => {
		if (!(await isOwnPartner(tx, actor, input.partnerId))) return undefined;
		const form = { action: 'activity.create', key: formKey, payload: input };
		return once(tx, actor, form, now, async () => {
			const id = newId();
			const minutesPerWeek = minutenVan(input.weekdays) || null;
			await insertActivity(tx, { ...input, id, gemeenteId: actor.gemeenteId, minutesPerWeek });
			await audit(tx, actor, 'activity.create', id, now);
			return id;
		});
	});
}

/** Changes, hides or shows an activity, once per form key. Undefined: not of the own municipality. */
export async function saveActivity(
	actor: Staff,
	{ id, version, formKey }: { id: string; version: number; formKey: string },
	set: (ActivityInput & { isActive?: boolean }) | { isActive: boolean },
	now: Temporal.Instant
): Promise<'bewaard' | 'conflict' | undefined> {
	return database().transaction(async (tx) => {
		if (!(await findActivity(tx, actor.gemeenteId, id))) return undefined;
		if ('kind' in set && !(await isOwnPartner(tx, actor, set.partnerId))) return undefined;
		const week = 'kind' in set ? { minutesPerWeek: minutenVan(set.weekdays) || null } : {};
		const form = { action: 'activity.edit', key: formKey, payload: { id, set } };
		const saved = await once(tx, actor, form, now, async () => {
			if (!(await updateActivity(tx, { id, version }, { ...set, ...week }))) return undefined;
			await audit(tx, actor, 'activity.edit', id, now);
			return id;
		});
		return saved ? 'bewaard' : 'conflict';
	});
}

export type Enrolled = 'ingeschreven' | 'vol' | 'al_ingeschreven' | 'voorbij';

/** A place for somebody, from today or the first day of the activity on. Undefined: no such person or activity for this actor. */
export async function enrol(
	actor: Staff,
	activityId: string,
	inburgeraarId: string,
	formKey: string,
	now: Temporal.Instant
): Promise<Enrolled | undefined> {
	return database().transaction(async (tx) => {
		const activity = await findActivity(tx, actor.gemeenteId, activityId);
		if (!activity?.isActive || !(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		await lockActivity(tx, activity);
		const today = dayOf(now);
		const form = { action: 'activity.enrol', key: formKey, payload: { activityId, inburgeraarId } };
		let refused: Enrolled | undefined;
		await once(tx, actor, form, now, async () => {
			const places = await listPlaces(tx, activityId, today);
			if (places.some((place) => place.inburgeraarId === inburgeraarId)) refused = 'al_ingeschreven';
			else if (activity.capacity !== null && places.length >= activity.capacity) refused = 'vol';
			else if (activity.tot && Temporal.PlainDate.compare(activity.tot, today) < 0) refused = 'voorbij';
			if (refused) return undefined;
			const id = newId();
			const { kind, partnerId, title, place, minutesPerWeek, weekdays, tot } = activity;
			const vanaf = activity.vanaf ? jongste(activity.vanaf, today) : today;
			await insertEnrolment(tx, { inburgeraarId, id, kind, partnerId, activityId, title, place, vanaf, tot, minutesPerWeek, weekdays }); // prettier-ignore
			await audit(tx, actor, 'activity.enrol', activityId, now, inburgeraarId);
			return id;
		});
		return refused ?? 'ingeschreven';
	});
}

/** Ends somebody's place: yesterday was the last day, or the first day when it had not begun. Undefined: not the actor's. */
export async function endEnrolment(
	actor: Staff,
	key: { activityId: string; inburgeraarId: string; enrolmentId: string; version: number },
	now: Temporal.Instant
): Promise<'gestopt' | 'conflict' | undefined> {
	return database().transaction(async (tx) => {
		const activity = await findActivity(tx, actor.gemeenteId, key.activityId);
		if (!activity || !(await dossierFor(actor, key.inburgeraarId, tx))) return undefined;
		const place = (await listPlaces(tx, key.activityId, dayOf(now))).find(({ enrolmentId }) => enrolmentId === key.enrolmentId); // prettier-ignore
		if (!place) return 'conflict';
		if (!(await endPlace(tx, key, jongste(place.vanaf, dagErvoor(dayOf(now)))))) return 'conflict';
		await audit(tx, actor, 'activity.end', key.activityId, now, key.inburgeraarId);
		return 'gestopt';
	});
}

import { isNa, isZelfde, type Dag } from '#lib/domain/dag.ts';
import { categoriesFor } from '#lib/domain/hours.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import {
	moduleMapThemas,
	type GroupDone,
	type HourCategory,
	type ModuleMapThema
} from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { findGroup } from './appointment-groups.ts';
import { peopleInScope } from './appointment-invitations.ts';
import { hasBegun } from './appointment-outcomes.ts';
import { dayOf } from './clock.ts';
import type { Candidate } from './db/appointment-groups.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertHourEntries, sumHoursOn } from './db/hours.ts';
import { listTrajectEventsOf } from './db/traject-events.ts';
import { rowOf, tell } from './hours.ts';
import { once } from './idempotency.ts';
import { covers, memberIdOf } from './partner-lessons.ts';
import { membersOf } from './partner-sheet.ts';
import { insertEvents } from './traject-events.ts';

/** People of whom hours were recorded, of whom they stood there already, of whom something was done, and whose route has no such part. */
export interface GroupRecorded {
	hours: number;
	already: number;
	done: number;
	unfit: number;
}
export type GroupResult = ({ ok: true } & GroupRecorded) | { ok: false; reden: 'toekomst' };

interface Present {
	person: Candidate;
	day: Dag;
	minutes: number;
}

const isThema = (done: GroupDone): done is ModuleMapThema => moduleMapThemas.some((thema) => thema === done);
/** Only what the leerroute has: the onderwijsroute knows no module. */
const fits = ({ leerroute, groep }: Candidate, what: GroupDone | HourCategory): boolean => {
	const category = isThema(what as GroupDone) ? 'module_map' : what;
	const isDone = category === 'pvt_ondertekeningsbijeenkomst' || category === 'pvt_activiteit';
	return isDone || categoriesFor(leerroute, groep).some((one) => one === category);
};

/** Writes what was done by each; what stands there already changes nothing. Yields how many people have something new. */
async function insertDone(
	tx: Writer,
	actor: Staff,
	present: readonly Present[],
	done: readonly GroupDone[],
	now: Temporal.Instant
): Promise<number> {
	if (done.length === 0) return 0;
	const rows = await listTrajectEventsOf(tx, present.map(({ person }) => person.id)); // prettier-ignore
	const known = Map.groupBy(rows, ({ inburgeraarId }) => inburgeraarId);
	let people = 0;
	for (const { person, day } of present) {
		const standing = standingRows(known.get(person.id) ?? []);
		const isNew = (one: GroupDone) =>
			isThema(one)
				? !standing.some(({ kind, slots }) => kind === 'module_map_thema' && slots.thema === one)
				: !standing.some((row) => row.kind === one && (one !== 'pvt_activiteit' || isZelfde(row.day, day)));
		const fresh = done.filter((one) => fits(person, one) && isNew(one));
		const themas = fresh.filter(isThema).map((thema) => ({ thema }));
		if (themas.length > 0)
			await insertEvents(tx, actor, person.id, { kind: 'module_map_thema', day, slots: themas }, now);
		for (const kind of fresh.filter((one) => !isThema(one)))
			await insertEvents(tx, actor, person.id, { kind, day, slots: [{}] }, now);
		if (fresh.length > 0) people += 1;
	}
	return people;
}

/** Writes hours of those of whom none stand there in this category on their day. They wait for a colleague (AC-14). */
async function insertHours(
	tx: Writer,
	actor: Staff,
	present: readonly Present[],
	category: HourCategory,
	now: Temporal.Instant
): Promise<Pick<GroupRecorded, 'hours' | 'already'>> {
	const days = present.map(({ day }) => day);
	const sums = await sumHoursOn(tx, present.map(({ person }) => person.id), category, days); // prettier-ignore
	const fitting = present.filter(({ person }) => fits(person, category));
	const fresh = fitting.filter(
		({ person, day }) => !sums.some((sum) => sum.id === person.id && isZelfde(sum.day, day))
	);
	const rows = fresh.map(({ person, day, minutes }) => rowOf(actor, person.id, { category, day, minutes }, {}, now)); // prettier-ignore
	await insertHourEntries(tx, rows);
	for (const { inburgeraarId, id } of rows)
		await tell(tx, actor, { action: 'uren.record', inburgeraarId, id }, now);
	return { hours: fresh.length, already: fitting.length - fresh.length };
}

async function insertAll(
	tx: Writer,
	actor: Staff,
	present: readonly Present[],
	what: { category?: HourCategory; done: readonly GroupDone[] },
	now: Temporal.Instant
): Promise<GroupRecorded> {
	const { category, done } = what;
	const hours = category ? await insertHours(tx, actor, present, category, now) : { hours: 0, already: 0 };
	const wanted = [...(category ? [category] : []), ...done];
	const unfit = present.filter(({ person }) => wanted.some((one) => !fits(person, one))).length;
	return { ...hours, unfit, done: await insertDone(tx, actor, present, done, now) };
}

/** Of whom of these people hours of this kind stand on that day. */
export const hoursOn = (ids: readonly string[], category: HourCategory, days: readonly Dag[]) =>
	sumHoursOn(database().read, ids, category, days);

/**
 * Hours and what was done of people of a group appointment, each on the day of their own appointment. Undefined: no such
 * group of the actor, or somebody who is not in it or whose appointment is off.
 */
export async function recordGroupHours(
	actor: Staff,
	groupId: string,
	form: {
		category?: HourCategory;
		done: readonly GroupDone[];
		people: readonly { id: string; minutes: number }[];
	},
	key: string,
	now: Temporal.Instant
): Promise<GroupResult | undefined> {
	return database().transaction(async (tx): Promise<GroupResult | undefined> => {
		const page = await findGroup(tx, actor, groupId);
		const on = new Map(page?.rows.filter(({ status }) => status !== 'afgezegd').map((row) => [row.inburgeraarId, row])); // prettier-ignore
		const people = await peopleInScope(tx, actor, form.people.map(({ id }) => id)); // prettier-ignore
		if (!people || people.some(({ id }) => !on.has(id))) return undefined;
		const minutes = new Map(form.people.map((one) => [one.id, one.minutes]));
		const present = people.flatMap((person) => {
			const row = on.get(person.id);
			return row ? [{ person, row, day: dayOf(row.startsAt), minutes: minutes.get(person.id) ?? row.minutes }] : []; // prettier-ignore
		});
		if (present.some(({ row }) => !hasBegun(row, now))) return { ok: false, reden: 'toekomst' };
		const sent = { action: 'afspraakgroep.hours', key, payload: { groupId, ...form } };
		const done = await once(tx, actor, sent, now, async () => JSON.stringify(await insertAll(tx, actor, present, form, now))); // prettier-ignore
		return { ok: true, ...(JSON.parse(done) as GroupRecorded) };
	});
}

/**
 * What was done by people of a course group on a day. Undefined: no such group of the actor, or somebody who is not in it
 * that day.
 * @param form.members as the sheet names them
 */
export async function recordGroupDone(
	actor: Staff,
	groupId: string,
	form: { day: Dag; done: readonly GroupDone[]; members: readonly string[] },
	key: string,
	now: Temporal.Instant
): Promise<GroupResult | undefined> {
	const { day, done } = form;
	return database().transaction(async (tx): Promise<GroupResult | undefined> => {
		const members = (await membersOf(tx, actor, groupId, now))?.filter((member) => covers(member, day)) ?? [];
		const here = new Map(members.map((member) => [memberIdOf(member), member.inburgeraarId]));
		if (form.members.some((id) => !here.has(id))) return undefined;
		const people = await peopleInScope(tx, actor, form.members.flatMap((id) => here.get(id) ?? [])); // prettier-ignore
		if (!people) return undefined;
		if (isNa(day, dayOf(now))) return { ok: false, reden: 'toekomst' };
		const present = people.map((person) => ({ person, day, minutes: 0 }));
		const sent = { action: 'uren.group_done', key, payload: { groupId, ...form } };
		const result = await once(tx, actor, sent, now, async () => JSON.stringify(await insertAll(tx, actor, present, { done }, now))); // prettier-ignore
		return { ok: true, ...(JSON.parse(result) as GroupRecorded) };
	});
}

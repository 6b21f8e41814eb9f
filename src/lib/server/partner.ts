import { isVoor, isZelfde, plusDagen, type Dag } from '#lib/domain/dag.ts';
import { hourEntries, totalOf } from '#lib/domain/hours.ts';
import type { EnrolmentKind } from '#lib/domain/vocabulary.ts';
import { isStaff, type Actor, type Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import {
	findPartner,
	listLessonRows,
	listMembers,
	listRegisteredDays,
	type Circle,
	type GroupOf,
	type LessonRow,
	type MemberRow
} from './db/partner.ts';
import { scopeOf } from './dossiers.ts';
import { recordHoursRead } from './hours-reads.ts';
import { covers, groupIdOf, lessonDays, memberIdOf, nextLesson, remindPeriod } from './partner-lessons.ts';

/** Everything a partner reads or writes starts at its own organisation (AC-10). */
export type PartnerActor = Actor & { partnerId: string };
/** Who registers attendance: a partner of its own groups, staff of the people they may see. */
export type Registrar = PartnerActor | Staff;

export const circleOf = (actor: Registrar): Circle =>
	isStaff(actor)
		? { kind: 'staff', scope: scopeOf(actor) }
		: { kind: 'partner', partnerId: (actor as PartnerActor).partnerId };

export interface Group {
	id: string;
	title: string;
	kind: EnrolmentKind;
	/** Where it is, for staff only (AC-10); null: with the municipality itself. */
	partner?: string | null;
	/** Enrolled today; 0: over, but a recent lesson has no attendance. */
	people: number;
	next: { day: Dag; from: string } | null;
	/** Recent lessons without any attendance, newest first. */
	open: Dag[];
}

/** What was recorded of one person in one lesson, as the partner may know it. */
export interface Attended {
	/** Of the person in this course. */
	id: string;
	name: string;
	/** What stands there now; 0: corrected to nothing. Null: not for this partner to know. */
	minutes: number | null;
	/** Who else recorded it; null: the actor, or, for a partner, somebody elsewhere. */
	by: string | null;
	isConfirmed: boolean;
	isCorrected: boolean;
	isDisputed: boolean;
}
export interface Lesson {
	groupId: string;
	title: string;
	kind: EnrolmentKind;
	day: Dag;
	people: Attended[];
}

export async function organisationOf(actor: PartnerActor): Promise<string> {
	return (await findPartner(database().read, actor.partnerId))?.name ?? '';
}

/** Groups by kind and title, in the order of the title. */
export function grouped<Row extends GroupOf>(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows.toSorted((a, b) => (a.title < b.title ? -1 : Number(a.title > b.title)))) {
		const id = groupIdOf(row);
		const known = groups.get(id);
		if (known) known.push(row);
		else groups.set(id, [row]);
	}
	return groups;
}

/** Staff see where a group is; all groups of a partner are at the partner. */
export const placeOf = (actor: Registrar, { partner }: MemberRow): Pick<Group, 'partner'> =>
	isStaff(actor) ? { partner } : {};

/** The groups that run today, and those that are over with a recent lesson without attendance. */
export async function groupsOf(actor: Registrar, now: Temporal.Instant): Promise<Group[]> {
	const { read } = database();
	const period = remindPeriod(now);
	const circle = circleOf(actor);
	const members = grouped(await listMembers(read, circle, period));
	const registered = grouped(await listRegisteredDays(read, circle, period));
	return [...members]
		.map(([id, rows]) => groupFrom(actor, id, rows, registered.get(id) ?? [], now))
		.filter(({ people, open }) => people > 0 || open.length > 0);
}

function groupFrom(
	actor: Registrar,
	id: string,
	members: [MemberRow, ...MemberRow[]] | MemberRow[],
	registered: readonly { day: Dag }[],
	now: Temporal.Instant
): Group {
	const [first] = members as [MemberRow, ...MemberRow[]];
	const { title, kind } = first;
	const days = lessonDays(members, remindPeriod(now), now);
	return {
		...{ id, title, kind, ...placeOf(actor, first) },
		people: members.filter((member) => covers(member, dayOf(now))).length,
		next: nextLesson(members, now),
		open: days.filter((day) => !registered.some((row) => isZelfde(row.day, day)))
	};
}

/** One line per entry, in the order of the rows. */
export function attendedFrom(actor: Registrar, rows: readonly LessonRow[]) {
	const entries = hourEntries(rows.map((row) => ({ ...row, isConfirmed: row.confirmedId !== null })));
	return entries.map((entry) => {
		const first = entry.rows[0]!;
		const isOwn = isStaff(actor) || first.recordedForId === actor.partnerId;
		const { confirmed, recorded } = totalOf(entry.rows);
		const attended: Attended = {
			id: memberIdOf(first),
			name: first.name,
			minutes: isOwn ? (entry.now?.minutes ?? 0) : null,
			by: isOwn && first.recordedById !== actor.id ? first.recordedByName : null,
			isConfirmed: recorded > 0 && confirmed >= recorded,
			isCorrected: entry.rows.length > 1,
			isDisputed: entry.rows.some(({ openDisputeId }) => openDisputeId !== null)
		};
		return { attended, isOwn, first, rows: entry.rows, day: entry.now?.day ?? first.day };
	});
}

/** What the own organisation recorded in a week: lessons, newest first. */
export const recordedIn = async (actor: PartnerActor, monday: Dag): Promise<Lesson[]> =>
	(await readWeek(actor, monday)).lessons;

/** The same for a page, written to the audit log. */
export async function openRecordedIn(
	actor: PartnerActor,
	monday: Dag,
	now: Temporal.Instant
): Promise<Lesson[]> {
	const { lessons, subjects } = await readWeek(actor, monday);
	await recordHoursRead(actor, 'genoteerd', subjects, now);
	return lessons;
}

async function readWeek(actor: PartnerActor, monday: Dag) {
	const week = { van: monday, tot: plusDagen(monday, 6) };
	const rows = await listLessonRows(database().read, circleOf(actor), week);
	const lessons = new Map<string, Lesson>();
	const subjects: LessonRow[] = [];
	for (const { attended, isOwn, first, day } of attendedFrom(actor, rows)) {
		if (!isOwn || isVoor(day, week.van) || isVoor(week.tot, day)) continue;
		const groupId = groupIdOf(first);
		const key = `${day.toString()} ${groupId}`;
		const { title, kind } = first;
		const lesson = lessons.get(key) ?? { groupId, title, kind, day, people: [] };
		lesson.people.push(attended);
		lessons.set(key, lesson);
		subjects.push(first);
	}
	const newestFirst = [...lessons.values()].toSorted(
		(a, b) => Temporal.PlainDate.compare(b.day, a.day) || (a.title < b.title ? -1 : 1)
	);
	return { lessons: newestFirst, subjects };
}

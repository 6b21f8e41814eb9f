import { isNa, isVoor, isZelfde, type Dag, type Dagen } from '#lib/domain/dag.ts';
import { categoryOfEnrolment } from '#lib/domain/hours.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { recordHoursRead } from './hours-reads.ts';
import {
	listLessonRows,
	listMembers,
	listRegisteredDays,
	type LessonRow,
	type MemberRow
} from './db/partner.ts';
import {
	attendedFrom,
	circleOf,
	grouped,
	placeOf,
	type Attended,
	type Group,
	type Registrar
} from './partner.ts';
import { covers, groupIdOf, lessonDays, lessonMinutes, memberIdOf, openPeriod, remindPeriod, startOn } from './partner-lessons.ts'; // prettier-ignore

export type DayRefusal = 'toekomst' | 'te_lang_geleden';
export interface Learner {
	id: string;
	name: string;
	/** Only for namesakes: since when each of them follows the course. */
	since: Dag | null;
	/** How long the lesson is for this person; null: no fixed times. */
	minutes: number | null;
	/** The day is theirs by the timetable. */
	isPlanned: boolean;
	/** Ticked beforehand; nobody is once the organisation registered the day: then these are the absent ones. */
	isExpected: boolean;
}
/** The attendance of a group on one day. */
export interface Sheet {
	group: Pick<Group, 'id' | 'title' | 'kind' | 'partner'>;
	day: Dag;
	/** Days that can be chosen. */
	period: Dagen;
	refusal: DayRefusal | null;
	/** Somebody of the group has a lesson on this day of the week. */
	isLessonDay: boolean;
	lessons: { day: Dag; isRegistered: boolean }[];
	/** Of whom nothing stands there yet. */
	people: Learner[];
	recorded: Attended[];
}
export function dayRefusal(day: Dag, now: Temporal.Instant): DayRefusal | null {
	const { van, tot } = openPeriod(now);
	if (isNa(day, tot)) return 'toekomst';
	return isVoor(day, van) ? 'te_lang_geleden' : null;
}

/** Everybody of a group of the actor in the period that can be registered; undefined: no such group. */
export async function membersOf(
	tx: Reader,
	actor: Registrar,
	groupId: string,
	now: Temporal.Instant
): Promise<[MemberRow, ...MemberRow[]] | undefined> {
	const all = await listMembers(tx, circleOf(actor), openPeriod(now));
	return grouped(all).get(groupId) as [MemberRow, ...MemberRow[]] | undefined;
}

/** The sheet for a page, written to the audit log. */
export async function openSheet(
	...[actor, groupId, wanted, now]: Parameters<typeof sheetOf>
): Promise<Sheet | undefined> {
	const sheet = await sheetOf(actor, groupId, wanted, now);
	const members = sheet && (await membersOf(database().read, actor, groupId, now));
	const shown = new Set([...(sheet?.people ?? []), ...(sheet?.recorded ?? [])].map(({ id }) => id));
	const subjects = (members ?? []).filter((member) => shown.has(memberIdOf(member)));
	await recordHoursRead(actor, 'presentie', subjects, now);
	return sheet;
}

/** @param wanted absent: the newest recent lesson without attendance, otherwise the newest lesson */
export async function sheetOf(
	actor: Registrar,
	groupId: string,
	wanted: Dag | undefined,
	now: Temporal.Instant
): Promise<Sheet | undefined> {
	const { read } = database();
	const members = await membersOf(read, actor, groupId, now);
	if (!members) return undefined;
	const { title, kind } = members[0];
	const lessons = await lessonsOf(read, actor, groupId, members, now);
	const { van } = remindPeriod(now);
	const open = lessons.find(({ day, isRegistered }) => !isRegistered && !isVoor(day, van)) ?? lessons[0];
	const day = wanted ?? open?.day ?? dayOf(now);
	const refusal = dayRefusal(day, now);
	return {
		...{
			group: { id: groupId, title, kind, ...placeOf(actor, members[0]) },
			day,
			period: openPeriod(now),
			refusal,
			lessons
		},
		isLessonDay: startOn(members, day) !== undefined,
		...(refusal ? { people: [], recorded: [] } : await attendanceOn(read, actor, members, day))
	};
}

async function lessonsOf(
	tx: Reader,
	actor: Registrar,
	groupId: string,
	members: readonly MemberRow[],
	now: Temporal.Instant
): Promise<Sheet['lessons']> {
	const all = await listRegisteredDays(tx, circleOf(actor), openPeriod(now));
	const registered = all.filter((row) => groupIdOf(row) === groupId);
	return lessonDays(members, openPeriod(now), now).map((day) => ({
		day,
		isRegistered: registered.some((row) => isZelfde(row.day, day))
	}));
}

async function attendanceOn(
	tx: Reader,
	actor: Registrar,
	members: readonly [MemberRow, ...MemberRow[]],
	day: Dag
): Promise<Pick<Sheet, 'people' | 'recorded'>> {
	const recorded = await recordedOn(tx, actor, members, day);
	const here = members.filter((member) => covers(member, day));
	const learners = here.map((member) => learnerFrom(member, here, day));
	const isLessonDay = learners.some(({ isPlanned }) => isPlanned);
	const isRegistered = recorded.some(({ minutes }) => minutes !== null);
	const people = learners
		.filter(({ id }) => !recorded.some((attended) => attended.id === id))
		.map((one) => ({ ...one, isExpected: !isRegistered && (one.isPlanned || !isLessonDay) }));
	return { people, recorded };
}

function learnerFrom(member: MemberRow, group: readonly MemberRow[], day: Dag): Omit<Learner, 'isExpected'> {
	const hasNamesake = group.filter(({ name }) => name === member.name).length > 1;
	return {
		...{ id: memberIdOf(member), name: member.name, since: hasNamesake ? member.vanaf : null },
		...lessonMinutes(member, day)
	};
}

/** What stands there on that day for these people, in the category of their course. */
export async function recordedOn(
	tx: Reader,
	actor: Registrar,
	members: readonly [MemberRow, ...MemberRow[]],
	day: Dag
): Promise<Attended[]> {
	const ids = new Set(members.map(memberIdOf));
	const category = categoryOfEnrolment[members[0].kind];
	const rows = (await listLessonRows(tx, circleOf(actor), { van: day, tot: day })).filter((row) =>
		ids.has(memberIdOf(row))
	);
	const isHere = (row: LessonRow) => row.minutes > 0 && row.category === category && isZelfde(row.day, day);
	return attendedFrom(actor, rows)
		.filter((entry) => entry.rows.some(isHere))
		.map(({ attended }) => attended);
}

import { createHash } from 'node:crypto';
import { isNa, isVoor, plusDagen, type Dag, type Dagen } from '#lib/domain/dag.ts';
import { minutesBetween, type LessonPlan } from '#lib/domain/hours.ts';
import { isFeestdag } from '#lib/domain/wet/feestdagen.ts';
import type { EnrolmentKind } from '#lib/domain/vocabulary.ts';
import { dayOf, momentOf } from './clock.ts';

/** How many days back attendance can be registered: a number of our own. Longer ago the consultant records it. */
export const registerDays = 60;
/** How many days back a lesson without attendance is asked for: a number of our own. Perhaps nobody came. */
const remindDays = 14;
/** The longest lesson or shift that a partner can register, in minutes: a number of our own, against typing errors. */
export const longestLesson = 600;
const weeksAhead = 8;

/** A group is a course of one kind and title with one partner, or of the municipality itself. */
export const groupIdOf = ({
	partnerId,
	kind,
	title
}: {
	partnerId: string | null;
	kind: EnrolmentKind;
	title: string;
}) => handle('group', partnerId ?? '', kind, title);

/** Who a row of the sheet is about, without giving out the id of the person or the enrolment. */
export const memberIdOf = (row: { inburgeraarId: string; enrolmentId: string }) =>
	handle('member', row.inburgeraarId, row.enrolmentId);

const handle = (...words: string[]): string =>
	createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22);

/** From the first day on which attendance can be registered until today. */
export function openPeriod(now: Temporal.Instant): Dagen {
	const today = dayOf(now);
	return { van: plusDagen(today, -registerDays), tot: today };
}

/** Lessons of this period without attendance are asked for. */
export const remindPeriod = (now: Temporal.Instant): Dagen => ({
	van: plusDagen(dayOf(now), -remindDays),
	tot: dayOf(now)
});

export const covers = ({ vanaf, tot }: Pick<LessonPlan, 'vanaf' | 'tot'>, day: Dag): boolean =>
	!isNa(vanaf, day) && (tot === null || !isVoor(tot, day));

const slotsOn = (plan: LessonPlan, day: Dag) =>
	covers(plan, day) ? plan.weekdays.filter(({ weekday }) => weekday === day.dayOfWeek) : [];

/** Minutes of somebody's own lesson on that day; on another day those of the first lesson of the week; null: no fixed times. */
export function lessonMinutes(plan: LessonPlan, day: Dag): { minutes: number | null; isPlanned: boolean } {
	const today = slotsOn(plan, day);
	const slots = today.length > 0 ? today : plan.weekdays.slice(0, 1);
	const minutes = slots.reduce((sum, { from, until }) => sum + minutesBetween(from, until), 0);
	return { minutes: minutes > 0 ? minutes : null, isPlanned: today.length > 0 };
}

/** When the lesson of a day starts; undefined when nobody of the group has one, or it is a public holiday. */
export function startOn(plans: readonly LessonPlan[], day: Dag): string | undefined {
	if (isFeestdag(day)) return undefined;
	return plans
		.flatMap((plan) => slotsOn(plan, day).map(({ from }) => from))
		.toSorted()
		.at(0);
}

/** Lesson days of a period whose lesson has begun, newest first. */
export function lessonDays(plans: readonly LessonPlan[], { van, tot }: Dagen, now: Temporal.Instant): Dag[] {
	const days: Dag[] = [];
	for (let day = tot; !isVoor(day, van); day = plusDagen(day, -1)) {
		const from = startOn(plans, day);
		const start = from && momentOf(day, from);
		if (start && Temporal.Instant.compare(start, now) <= 0) days.push(day);
	}
	return days;
}

/** The first lesson that has yet to begin. */
export function nextLesson(
	plans: readonly LessonPlan[],
	now: Temporal.Instant
): { day: Dag; from: string } | null {
	const today = dayOf(now);
	for (let n = 0; n <= weeksAhead * 7; n++) {
		const day = plusDagen(today, n);
		const from = startOn(plans, day);
		const start = from && momentOf(day, from);
		if (start && Temporal.Instant.compare(start, now) > 0) return { day, from };
	}
	return null;
}

/** Mondays of the weeks that can be looked back on, newest first. */
export function weeksOf(now: Temporal.Instant): Dag[] {
	const { van, tot } = openPeriod(now);
	const mondays: Dag[] = [];
	for (
		let monday = plusDagen(tot, 1 - tot.dayOfWeek);
		!isVoor(plusDagen(monday, 6), van);
		monday = plusDagen(monday, -7)
	)
		mondays.push(monday);
	return mondays;
}

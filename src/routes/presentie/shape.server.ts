import type { Dag } from '#lib/domain/dag.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { dayText, hoursText } from '#lib/server/format.ts';
import type { Attended, Group } from '#lib/server/partner.ts';

export function shapeDay(day: Dag, locale: LocaleId) {
	const { weekday, date, iso } = dayText(day, locale);
	return { weekday, date, iso };
}
export type DayShape = ReturnType<typeof shapeDay>;

export const shapeGroup = ({ id, title, kind, partner, people, next }: Group, locale: LocaleId) => ({
	...{ id, title, kind, partner, people },
	next: next && { ...shapeDay(next.day, locale), time: next.from }
});
export type GroupShape = ReturnType<typeof shapeGroup>;

/** Lessons without attendance of all groups, newest first. */
export const shapeOpen = (groups: readonly Group[], locale: LocaleId) =>
	groups
		.flatMap(({ id, title, kind, partner, open }) =>
			open.map((day) => ({ id, title, kind, partner, ...shapeDay(day, locale) }))
		)
		.toSorted((a, b) => (a.iso === b.iso ? 0 : a.iso < b.iso ? 1 : -1));
export type OpenLesson = ReturnType<typeof shapeOpen>[number];

export const shapeAttended = ({ minutes, ...rest }: Attended) => ({
	...rest,
	hours: minutes === null ? null : hoursText(minutes),
	isGone: minutes === 0
});
export type AttendedShape = ReturnType<typeof shapeAttended>;

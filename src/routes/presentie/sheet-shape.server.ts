import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { Group } from '#lib/server/partner.ts';
import type { Done } from '#lib/server/partner-attendance.ts';
import { longestLesson, registerDays } from '#lib/server/partner-lessons.ts';
import type { Sheet } from '#lib/server/partner-sheet.ts';
import { shapeAttended, shapeDay, shapeOpen } from './shape.server.ts';

/** So many lesson days to choose from with one tap; another day is typed. */
const daysShown = 8;

/** `3:00`, so that whoever changes it sees how minutes are written. */
const clockText = (minutes: number): string =>
	`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export function shapeSheet(sheet: Sheet, locale: LocaleId) {
	const { group, day, period, refusal, isLessonDay, lessons, people, recorded } = sheet;
	return {
		...{ group, refusal, isLessonDay, registerDays, maxHours: hoursText(longestLesson) },
		day: shapeDay(day, locale),
		period: { van: shapeDay(period.van, locale), tot: shapeDay(period.tot, locale) },
		lessons: lessons.slice(0, daysShown).map(({ day: on, isRegistered }) => ({
			...shapeDay(on, locale),
			isRegistered,
			isCurrent: on.equals(day)
		})),
		people: people.map(({ since, minutes, ...learner }) => ({
			...learner,
			since: since && numericDate(since),
			time: minutes === null ? '' : clockText(minutes)
		})),
		isRest: people.length > 0 && people.every(({ isExpected }) => !isExpected),
		recorded: recorded.map(shapeAttended)
	};
}
export type SheetShape = ReturnType<typeof shapeSheet>;

/** What was just saved, and the next lesson without attendance. */
export function shapeSaved(done: Done, sheet: Sheet, groups: readonly Group[], locale: LocaleId) {
	const already = done.already.flatMap(({ id, minutes }) => {
		const there = sheet.recorded.find((attended) => attended.id === id);
		const stands = there && shapeAttended(there).hours;
		return there ? [{ id, name: there.name, stands: stands ?? null, typed: hoursText(minutes) }] : [];
	});
	return { recorded: done.recorded, already, next: shapeOpen(groups, locale)[0] ?? null };
}
export type SavedShape = ReturnType<typeof shapeSaved>;

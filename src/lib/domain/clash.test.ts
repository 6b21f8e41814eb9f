import { expect, test } from 'vitest';
import { clashesOf, type Lesson, type Taken, type TakenWeek } from './clash.ts';

const at = (text: string) => Temporal.PlainDateTime.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const wanted = (from: string, until: string) =>
	({ kind: 'gesprek', from: at(from), until: at(until) }) as const;
const taken = (from: string, until: string, kind: Taken['kind'] = 'workshop'): Taken => ({
	...{ id: 'a', kind, from: at(from), until: at(until) }
});
const mondays: Lesson = {
	title: 'Taal B1',
	vanaf: day('2026-11-02'),
	tot: day('2026-11-30'),
	weekdays: [{ weekday: 1, from: '09:00', until: '12:00' }]
};
const week = (over: Partial<TakenWeek>): TakenWeek => ({ appointments: [], lessons: [], ...over });
const whats = (...args: Parameters<typeof clashesOf>) => clashesOf(...args).map(({ what }) => what);

test.each([
	['ends when the other begins', '2026-11-23T09:00', '2026-11-23T10:00', []],
	['begins when the other ends', '2026-11-23T11:00', '2026-11-23T11:30', []],
	['one minute too long', '2026-11-23T09:00', '2026-11-23T10:01', ['afspraak']],
	['lies inside', '2026-11-23T10:15', '2026-11-23T10:30', ['afspraak']],
	['lies around', '2026-11-23T09:00', '2026-11-23T12:00', ['afspraak']],
	['the day before', '2026-11-22T10:00', '2026-11-22T11:00', []]
])('beside an appointment from 10 to 11: %s', (_case, from, until, expected) => {
	const other = week({ appointments: [taken('2026-11-23T10:00', '2026-11-23T11:00')] });
	expect(whats(wanted(from, until), other)).toEqual(expected);
});

test('the same kind at the same moment is a double, another kind or another minute is not', () => {
	const span = wanted('2026-11-23T10:00', '2026-11-23T11:00');
	const doubles = [taken('2026-11-23T10:00', '2026-11-23T10:30', 'gesprek')];
	expect(whats(span, week({ appointments: doubles }))).toEqual(['dubbel']);
	const others = [taken('2026-11-23T10:00', '2026-11-23T10:30'), taken('2026-11-23T10:15', '2026-11-23T10:30', 'gesprek')]; // prettier-ignore
	expect(whats(span, week({ appointments: others }))).toEqual(['afspraak', 'afspraak']);
});

test.each([
	['during the lesson', '2026-11-23T11:30', '2026-11-23T12:15', ['les']],
	['after the lesson', '2026-11-23T12:00', '2026-11-23T13:00', []],
	['on a day without lesson', '2026-11-24T09:30', '2026-11-24T10:00', []],
	['on the last day of the course', '2026-11-30T09:30', '2026-11-30T10:00', ['les']],
	['after the course', '2026-12-07T09:30', '2026-12-07T10:00', []],
	['before the course', '2026-10-26T09:30', '2026-10-26T10:00', []],
	['from the night before', '2026-11-22T23:00', '2026-11-23T09:30', ['les']]
])('beside lessons on Monday from 9 to 12: %s', (_case, from, until, expected) => {
	expect(whats(wanted(from, until), week({ lessons: [mondays] }))).toEqual(expected);
});

test('there is no lesson on Easter Monday', () => {
	const lessons = [{ ...mondays, tot: null }];
	expect(whats(wanted('2027-03-29T09:30', '2027-03-29T10:00'), week({ lessons }))).toEqual([]);
	expect(whats(wanted('2027-04-05T09:30', '2027-04-05T10:00'), week({ lessons }))).toEqual(['les']);
});

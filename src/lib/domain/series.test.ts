import { expect, test } from 'vitest';
import { longestSeries, seriesDays, shifted, weekOf } from './series.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const texts = (days: Temporal.PlainDate[]) => days.map(String);

test('four Mondays over Easter: Easter Monday 2027 is left out and does not count', () => {
	const { days, holidays } = seriesDays({ first: day('2027-03-22'), everyWeeks: 1, count: 4 });
	expect(texts(days)).toEqual(['2027-03-22', '2027-04-05', '2027-04-12', '2027-04-19']);
	expect(texts(holidays)).toEqual(['2027-03-29']);
});

test.each([
	['Christmas 2026', '2026-12-18', 1, '2027-01-08', ['2026-12-25', '2027-01-01']],
	['King’s Day 2027, every two weeks', '2027-04-13', 2, '2027-05-11', ['2027-04-27']],
	['a decreed day, 2 January 2026', '2025-12-26', 1, '2026-01-09', ['2025-12-26', '2026-01-02']]
] as const)('%s: the holidays are said', (_what, first, everyWeeks, until, holidays) => {
	const found = seriesDays({ first: day(first), everyWeeks, until: day(until) });
	expect(texts(found.holidays)).toEqual(holidays);
	expect(texts(found.days).filter((text) => (holidays as readonly string[]).includes(text))).toEqual([]);
});

test('the last day itself still belongs to it, the day after does not', () => {
	const upTo = (until: string) => seriesDays({ first: day('2026-11-02'), everyWeeks: 1, until: day(until) });
	expect(texts(upTo('2026-11-16').days)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
	expect(texts(upTo('2026-11-15').days)).toEqual(['2026-11-02', '2026-11-09']);
});

test('whichever comes first: three times, or the last day', () => {
	const both = { first: day('2026-11-02'), everyWeeks: 1, count: 3, until: day('2026-11-10') } as const;
	expect(seriesDays(both).days).toHaveLength(2);
});

test(`never more than ${longestSeries}, and one without an end`, () => {
	const first = day('2026-11-02');
	expect(seriesDays({ first, everyWeeks: 1, count: 500 }).days).toHaveLength(longestSeries);
	expect(seriesDays({ first, everyWeeks: 1, until: day('2031-01-01') }).days).toHaveLength(longestSeries);
	expect(seriesDays({ first, everyWeeks: 2 }).days).toHaveLength(1);
});

test('a week runs from Monday to Sunday, whichever day is asked', () => {
	for (const text of ['2026-11-23', '2026-11-25', '2026-11-29'])
		expect(texts(weekOf(day(text)))).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']); // prettier-ignore
});

test('later weeks move along by as many days', () => {
	expect(shifted(day('2026-12-07'), day('2026-11-23'), day('2026-11-25')).toString()).toBe('2026-12-09');
	expect(shifted(day('2026-12-07'), day('2026-11-23'), day('2026-11-20')).toString()).toBe('2026-12-04');
});

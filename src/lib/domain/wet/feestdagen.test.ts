import { expect, test } from 'vitest';
import { feestdagen, gelijkgesteldeDagen, isFeestdag, paaszondag } from './feestdagen.ts';

test.each([
	['2022-04-17'],
	['2023-04-09'],
	['2024-03-31'],
	['2025-04-20'],
	['2026-04-05'],
	['2027-03-28'],
	['2028-04-16'],
	['2029-04-01'],
	['2030-04-21'],
	['2031-04-13'],
	['2032-03-28'],
	['2033-04-17'],
	['2034-04-09'],
	['2035-03-25']
])('Easter Sunday %s', (expected) => {
	expect(paaszondag(Number(expected.slice(0, 4))).toString()).toBe(expected);
});

// Written out by hand, not with the code under test.
test.each([
	[2022, '01-01 04-15 04-18 04-27 05-05 05-26 06-06 12-25 12-26'],
	[2023, '01-01 04-07 04-10 04-27 04-28 05-05 05-18 05-19 05-29 12-25 12-26'],
	[2024, '01-01 03-29 04-01 04-27 05-05 05-09 05-10 05-20 12-25 12-26 12-27'],
	[2025, '01-01 04-18 04-21 04-26 05-05 05-29 05-30 06-09 12-25 12-26'],
	[2026, '01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26'],
	[2027, '01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17 12-25 12-26'],
	[2028, '01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26'],
	[2029, '01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26'],
	[2031, '01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26'],
	[2035, '01-01 03-23 03-26 04-27 05-03 05-05 05-14 12-25 12-26']
])('Atw art. 3: the holidays of %i', (year, expected) => {
	expect(feestdagen(year)).toEqual(expected.split(' ').map((day) => `${year}-${day}`));
});

test('every day put on a par is a weekday and counts', () => {
	for (const text of gelijkgesteldeDagen) {
		const dag = Temporal.PlainDate.from(text);
		expect(dag.dayOfWeek).toBeLessThan(6);
		expect(isFeestdag(dag)).toBe(true);
	}
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	aantalDagen,
	dagenTussen,
	duur,
	duurtMinstens,
	gewoneDag,
	isNa,
	laatsteDag,
	minMaanden,
	plusDagen,
	plusMaanden,
	readDag,
	type Dag
} from './dag.ts';

const dag = (text: string): Dag => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 30_000 }).map((n) => dag('1990-01-01').add({ days: n }));

test.each([
	['2026-08-31', 6, '2027-03-01'],
	['2027-08-31', 6, '2028-03-01'],
	['2026-08-28', 6, '2027-02-28'],
	['2026-08-29', 6, '2027-03-01'],
	['2027-08-29', 6, '2028-02-29'],
	['2024-02-29', 12, '2025-03-01'],
	['2024-02-29', 48, '2028-02-29'],
	['2026-01-31', 1, '2026-03-01'],
	['2026-03-31', 1, '2026-05-01'],
	['2026-10-31', 1, '2026-12-01'],
	['2026-12-31', 2, '2027-03-01'],
	['2026-11-30', 1, '2026-12-30'],
	['2026-12-01', 1, '2027-01-01'],
	['2026-05-15', 0, '2026-05-15'],
	['1961-11-30', 807, '2029-03-01']
])('%s and %i months later is %s', (van, n, expected) => {
	expect(plusMaanden(dag(van), n).toString()).toBe(expected);
});

test.each([
	['2026-08-31', 6, '2027-02-28'],
	['2024-02-29', 36, '2027-02-28'],
	['2025-03-01', 36, '2028-02-29'],
	['2026-04-21', 36, '2029-04-20'],
	['2026-01-01', 0, '2025-12-31']
])('a period from %s of %i months ends on %s', (van, n, expected) => {
	expect(laatsteDag(dag(van), n).toString()).toBe(expected);
});

test.each([
	['2027-08-31', 6, '2027-02-28'],
	['2028-08-31', 6, '2028-02-29'],
	['2027-08-29', 6, '2027-02-28'],
	['2027-05-31', 6, '2026-11-30'],
	['2027-01-15', 1, '2026-12-15'],
	['2027-12-31', 12, '2026-12-31']
])('%s less %i months is %s', (van, n, expected) => {
	expect(minMaanden(dag(van), n).toString()).toBe(expected);
});

test.each([
	['2026-04-03', '2026-04-07'], // Good Friday until Easter Monday
	['2026-04-27', '2026-04-28'],
	['2025-04-26', '2025-04-28'], // King's Day on Saturday, then Sunday 27 April
	['2026-05-05', '2026-05-06'],
	['2025-12-25', '2025-12-29'],
	['2026-01-01', '2026-01-05'],
	['2027-05-05', '2027-05-10'], // 5 May, Ascension, the Friday put on a par, the weekend
	['2026-06-01', '2026-06-01'],
	['2022-05-27', '2022-05-27'], // the Friday after Ascension 2022 is not put on a par in the list
	['2031-04-25', '2031-04-25'],
	['2031-04-26', '2031-04-28'],
	['2033-04-15', '2033-04-19']
])('the ordinary day of %s is %s', (van, expected) => {
	expect(gewoneDag(dag(van)).toString()).toBe(expected);
});

test.each([
	['2025-02-01', '2025-05-31', 4, 0],
	['2025-02-01', '2025-05-20', 3, 20],
	['2025-02-01', '2025-02-01', 0, 1],
	['2025-02-01', '2025-02-28', 1, 0],
	['2024-02-01', '2024-02-28', 0, 28],
	['2026-01-31', '2026-02-28', 1, 0],
	['2026-01-31', '2026-03-30', 2, 0],
	['2026-01-31', '2026-03-01', 1, 1],
	['2025-11-30', '2026-02-28', 3, 0]
])('%s .. %s lasts %i months and %i days', (van, tot, maanden, dagen) => {
	expect(duur({ van: dag(van), tot: dag(tot) })).toEqual({ maanden, dagen });
});

describe('days that exist', () => {
	test.each(['2028-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('%s', (text) => {
		expect(readDag(text)?.toString()).toBe(text.startsWith('0') ? '0000-01-01' : text);
	});
	test.each(['2027-02-29', '1900-02-29', '2026-1-1', '2026-00-01', '2026-04-31', '', '2026-01-01\n'])(
		'not %j',
		(text) => {
			expect(readDag(text)).toBeNull();
		}
	);
});

test('absurd lengths neither throw nor go back', () => {
	for (const n of [1e6, 1e9, 1e300, Infinity]) {
		expect(isNa(plusDagen(dag('2026-01-01'), n), dag('2500-01-01'))).toBe(true);
		expect(isNa(plusMaanden(dag('2026-01-01'), n), dag('2500-01-01'))).toBe(true);
	}
});

test('months later never goes back, and later days stay later', () => {
	fc.assert(
		fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 900 }), (a, b, n) => {
			const [first, second] = isNa(a, b) ? [b, a] : [a, b];
			expect(isNa(plusMaanden(first, n), plusMaanden(second, n))).toBe(false);
			expect(isNa(minMaanden(first, n), minMaanden(second, n))).toBe(false);
			expect(isNa(gewoneDag(first), gewoneDag(second))).toBe(false);
			expect(isNa(plusMaanden(first, n), plusMaanden(first, n + 1))).toBe(false);
		})
	);
});

test('a length in months and days rebuilds the period', () => {
	fc.assert(
		fc.property(anyDay, fc.integer({ min: 0, max: 2000 }), (van, n) => {
			const tot = plusDagen(van, n);
			const { maanden, dagen } = duur({ van, tot });
			expect(plusDagen(laatsteDag(van, maanden), dagen).equals(tot)).toBe(true);
			expect(duurtMinstens({ van, tot }, maanden)).toBe(maanden > 0 || dagen >= 0);
			expect(duurtMinstens({ van, tot }, maanden + 1)).toBe(false);
			expect(aantalDagen({ van, tot })).toBe(n + 1);
			expect(dagenTussen(van, tot)).toBe(n);
		})
	);
});

import { expect, test } from 'vitest';
import { halverwege, resterend } from './looptijd.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
	['the day before', '2029-03-01', { maanden: 0, dagen: 1 }],
	['the last day', '2029-03-02', null],
	['the day after', '2029-03-03', null],
	['a whole month', '2029-02-02', { maanden: 1, dagen: 0 }],
	['from the first day on', '2026-03-02', { maanden: 36, dagen: 0 }]
])('what is left of a term: %s', (_, vandaag, left) => {
	expect(resterend(day('2029-03-02'), day(vandaag))).toEqual(left);
});

test('halfway lies inside the term', () => {
	expect(String(halverwege(day('2026-03-03'), day('2029-03-02')))).toBe('2027-09-01');
	expect(String(halverwege(day('2026-03-03'), day('2026-03-03')))).toBe('2026-03-03');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastShown, shownCounts, type CountTable } from './smallNumbers.ts';

const one = (counts: readonly number[]) => {
	const cells = Object.fromEntries(counts.map((n, i) => [`c${i}`, n]));
	const total = counts.reduce((sum, n) => sum + n, 0);
	return shownCounts([{ key: 't', cells }], total, []);
};
const valuesOf = (counts: readonly number[]) => Object.values(one(counts).tables.t ?? {});

describe('one table with its total', () => {
	test('large numbers all stay', () => {
		expect(valuesOf([5, 12, 70])).toEqual([5, 12, 70]);
	});
	test('one small number takes the next larger one along', () => {
		expect(valuesOf([3, 12, 70])).toEqual([null, null, 70]);
	});
	test('a zero is hidden like a small number', () => {
		expect(valuesOf([0, 12, 70])).toEqual([null, null, 70]);
	});
	test('equal larger ones go together', () => {
		expect(valuesOf([1, 8, 8, 20])).toEqual([null, null, null, 20]);
	});
	test('four people in all: nothing is shown, not even that', () => {
		expect(one([1, 3])).toEqual({ total: null, tables: {} });
	});

	/** Everything that somebody who knows the total, the shown cells and how cells are hidden could still hold true. */
	test('no hidden number follows from the rest: every table of 2 to 4 cells from 0 to 9', () => {
		const worlds = new Map<string, number[][]>();
		const visit = (counts: number[], cells: number) => {
			if (counts.length < cells) {
				for (let n = 0; n <= 9; n++) visit([...counts, n], cells);
				return;
			}
			const shown = one(counts);
			if (shown.total === null) return;
			const key = JSON.stringify(shown);
			const same = worlds.get(key);
			if (same) same.push(counts);
			else worlds.set(key, [counts]);
		};
		for (const cells of [2, 3, 4]) visit([], cells);
		for (const [key, same] of worlds) {
			const shown = Object.values((JSON.parse(key) as ReturnType<typeof one>).tables.t ?? {});
			for (const [at, value] of shown.entries()) {
				const possible = new Set(same.map((counts) => counts[at]));
				if (value !== null) expect(value).toBeGreaterThanOrEqual(leastShown);
				// A number of nine is at the edge of what is tried here: its exchange lies outside.
				else if (!same.some((counts) => counts.some((n) => n === 9)))
					expect(possible.size, key).toBeGreaterThan(1);
			}
		}
		expect(worlds.size).toBeGreaterThan(500);
	});
});

/** The overview: four tables that share one cell, a child of that cell, a child of a route. */
const overview = fc
	.array(
		fc.record({
			route: fc.constantFrom('b1', 'b1', 'b1', 'onderwijs', 'z', 'geen_pip'),
			a: fc.constantFrom('x', 'y', 'w'),
			b: fc.constantFrom('p', 'q'),
			kind: fc.constantFrom('1', '2', '3')
		}),
		{ maxLength: 70 }
	)
	.map((people) => {
		const count = (keys: readonly string[], of: (person: (typeof people)[number]) => string | null) =>
			Object.fromEntries(keys.map((key) => [key, people.filter((person) => of(person) === key).length]));
		const isNone = (person: (typeof people)[number]) => person.route === 'geen_pip';
		const tables: CountTable[] = [
			{ key: 'route', cells: count(['b1', 'onderwijs', 'z', 'geen_pip'], ({ route }) => route) },
			{ key: 'a', cells: count(['x', 'y', 'w', 'geen_pip'], (p) => (isNone(p) ? 'geen_pip' : p.a)) },
			{ key: 'b', cells: count(['p', 'q'], ({ b }) => b) },
			{ key: 'due', parents: ['route.geen_pip'], cells: count(['1', '2', '3'], (p) => (isNone(p) ? p.kind : null)) }, // prettier-ignore
			{ key: 'pace', parents: ['route.z'], cells: count(['1', '2', '3'], (p) => (p.route === 'z' ? p.kind : null)) } // prettier-ignore
		];
		return { tables, total: people.length };
	});
const shared = ['geen_pip'];

describe('tables together', () => {
	test('a number under five is never shown', () => {
		fc.assert(
			fc.property(overview, ({ tables, total }) => {
				const shown = shownCounts(tables, total, shared);
				for (const cells of Object.values(shown.tables))
					for (const n of Object.values(cells)) if (n !== null) expect(n).toBeGreaterThanOrEqual(leastShown);
			})
		);
	});

	test('subtraction gives nothing: in every table at least two are hidden, together five or more', () => {
		fc.assert(
			fc.property(overview, ({ tables, total }) => {
				const shown = shownCounts(tables, total, shared);
				for (const { key, cells } of tables) {
					const gone = Object.entries(shown.tables[key] ?? {}).filter(([, n]) => n === null);
					if (gone.length === 0) continue;
					expect(gone.length).toBeGreaterThan(1);
					expect(gone.reduce((sum, [cell]) => sum + (cells[cell] ?? 0), 0)).toBeGreaterThanOrEqual(
						leastShown
					);
				}
			})
		);
	});

	test('a cell that stands in several tables is hidden in all or in none', () => {
		fc.assert(
			fc.property(overview, ({ tables, total }) => {
				const shown = shownCounts(tables, total, shared);
				const same = ['route', 'a'].map((key) => shown.tables[key]?.geen_pip === null);
				expect(new Set(same).size).toBe(1);
			})
		);
	});

	test('the parts of a hidden number are not shown at all', () => {
		fc.assert(
			fc.property(overview, ({ tables, total }) => {
				const shown = shownCounts(tables, total, shared);
				if (shown.total === null) {
					expect(shown.tables).toEqual({});
					return;
				}
				expect('due' in shown.tables).toBe(shown.tables.route?.geen_pip !== null);
				expect('pace' in shown.tables).toBe(shown.tables.route?.z !== null);
			})
		);
	});

	/** A system of sums: which unknown is fixed by it? Gaussian elimination over everything that is shown. */
	test('no hidden number is the only solution of all sums together', () => {
		fc.assert(
			fc.property(overview, ({ tables, total }) => {
				const shown = shownCounts(tables, total, shared);
				const name = (key: string, cell: string) => (shared.includes(cell) ? cell : `${key}.${cell}`);
				const unknown = [...new Set(Object.entries(shown.tables).flatMap(([key, cells]) => Object.entries(cells).filter(([, n]) => n === null).map(([cell]) => name(key, cell))))]; // prettier-ignore
				const rows = Object.entries(shown.tables).map(([key, cells]) => unknown.map((one) => (Object.entries(cells).some(([cell, n]) => n === null && name(key, cell) === one) ? 1 : 0))); // prettier-ignore
				for (const fixed of solved(rows, unknown.length)) expect(unknown[fixed]).toBeUndefined();
			})
		);
	});
});

/** Columns that are alone in a row after elimination. */
function solved(rows: number[][], width: number): number[] {
	const matrix = rows.map((row) => [...row]);
	let top = 0;
	for (let column = 0; column < width && top < matrix.length; column++) {
		const pivot = matrix.findIndex((row, n) => n >= top && Math.abs(row[column]!) > 1e-9);
		if (pivot < 0) continue;
		[matrix[top], matrix[pivot]] = [matrix[pivot]!, matrix[top]!];
		const lead = matrix[top]!;
		for (const [n, row] of matrix.entries()) {
			if (n === top) continue;
			const factor = row[column]! / lead[column]!;
			for (let c = 0; c < width; c++) row[c]! -= factor * lead[c]!;
		}
		top++;
	}
	return matrix.flatMap((row) => {
		const set = row.flatMap((n, column) => (Math.abs(n) > 1e-9 ? [column] : []));
		return set.length === 1 ? set : [];
	});
}

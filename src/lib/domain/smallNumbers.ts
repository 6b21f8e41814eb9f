/** Fewer people than this could be recognised: such a number is not shown. */
export const leastShown = 5;

/**
 * Counts of people in a whole, split in cells of which each person is in exactly one. The whole is everybody, or
 * together the cells named in `parents` (`route.z`). A cell in `shared` counts the same people in every table.
 */
export interface CountTable {
	key: string;
	parents?: readonly string[];
	cells: Readonly<Record<string, number>>;
}
/** Null: hidden. A table of which the whole is hidden is absent. */
export interface ShownCounts {
	total: number | null;
	tables: Record<string, Record<string, number | null>>;
}

/**
 * What can be shown so that no hidden number follows from the others. Zero is hidden like 1 to 4: shown, it would say
 * what the hidden ones are. A table with a hidden cell also hides its smallest larger ones, all of the same size: each
 * hidden cell can then be large or small, and every exchange of two hidden cells would look the same.
 */
export function shownCounts(
	tables: readonly CountTable[],
	total: number,
	shared: readonly string[]
): ShownCounts {
	if (total < leastShown) return { total: null, tables: {} };
	const hidden = new Set(
		tables.flatMap(({ key, cells }) =>
			Object.entries(cells)
				.filter(([, n]) => n < leastShown && Object.keys(cells).length > 1)
				.map(([cell]) => id(key, cell))
		)
	);
	const spread = () => {
		for (const cell of shared) {
			const same = tables.filter(({ cells }) => cell in cells).map(({ key }) => id(key, cell));
			if (same.some((one) => hidden.has(one))) for (const one of same) hidden.add(one);
		}
		return tables.flatMap((table) => toHide(table, hidden));
	};
	for (let more = spread(); more.length > 0; more = spread()) for (const one of more) hidden.add(one);
	const isShown = ({ parents = [] }: CountTable) => parents.every((parent) => !hidden.has(parent));
	return {
		total,
		tables: Object.fromEntries(
			tables
				.filter(isShown)
				.map(({ key, cells }) => [
					key,
					Object.fromEntries(
						Object.entries(cells).map(([cell, n]) => [cell, hidden.has(id(key, cell)) ? null : n])
					)
				])
		)
	};
}

const id = (key: string, cell: string) => `${key}.${cell}`;

/** Which cells must go as well: all of the smallest size that still stands; none when enough is hidden. */
function toHide({ key, cells }: CountTable, hidden: ReadonlySet<string>): string[] {
	const all = Object.entries(cells);
	const gone = all.filter(([cell]) => hidden.has(id(key, cell)));
	const left = all.filter(([cell]) => !hidden.has(id(key, cell)));
	const isEnough = gone.length > 1 && gone.some(([, n]) => n >= leastShown);
	if (gone.length === 0 || left.length === 0 || isEnough) return [];
	const smallest = Math.min(...left.map(([, n]) => n));
	return left.filter(([, n]) => n === smallest).map(([cell]) => id(key, cell));
}

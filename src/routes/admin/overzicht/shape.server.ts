import type { Figures, FigureTable } from '#lib/server/figures.ts';
import { languageName } from '#lib/ui/languages.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { cellWord, mainCell, tableWords } from './words.ts';

export interface ShownTable {
	key: FigureTable;
	title: string;
	source: string;
	/** The one cell that the sentence above the table is about; absent: no sentence. */
	main?: { label: string; count: string | null };
	rows: { label: string; count: string | null }[];
}

/** Cells in words; languages and names by name, never by number. Null: hidden. */
export function shapeFigures({ shown, consulenten }: Figures): ShownTable[] {
	const label = (key: FigureTable, cell: string) =>
		cellWord(key, cell) ??
		(key === 'taal'
			? languageName(cell as LocaleId)
			: key === 'consulent'
				? (consulenten[cell] ?? cell)
				: cell);
	return (Object.keys(tableWords) as FigureTable[])
		.filter((key) => shown.tables[key])
		.map((key) => {
			const cells = Object.entries(shown.tables[key] ?? {});
			const rows = cells.map(([cell, n]) => ({ cell, label: label(key, cell), count: n === null ? null : String(n) })); // prettier-ignore
			const isOpen = key === 'taal' || key === 'tolk' || key === 'consulent';
			const main = rows.find(({ cell }) => cell === mainCell[key]);
			return {
				...{ key, title: tableWords[key].title(), source: tableWords[key].source() },
				main: main && { label: main.label, count: main.count },
				rows: (isOpen ? rows.toSorted((a, b) => a.label.localeCompare(b.label, 'nl')) : rows).map(({ label: text, count }) => ({ label: text, count })) // prettier-ignore
			};
		});
}

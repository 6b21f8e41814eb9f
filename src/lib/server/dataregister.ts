import register from '../../../docs/dataregister.json' with { type: 'json' };

/** What the register says of a column (PRIV-01): a text alone is its purpose. */
export interface RegisterEntry {
	purpose?: string;
	basis?: string;
	class?: string;
	retention?: string;
	roles?: string[];
}
type Columns = Record<string, RegisterEntry | string>;
export interface Register {
	classes: Record<string, string>;
	bases: Record<string, string>;
	retentions: Record<string, string>;
	roles: Record<string, string>;
	common: Columns;
	tables: Record<string, RegisterEntry & { columns: Columns }>;
}

export const dataregister = register as Register;

/** What the register says of a column, with what it takes from its table; undefined when it does not name the column. */
export function registerEntry(
	{ common, tables }: Register,
	table: string,
	column: string
): RegisterEntry | undefined {
	const { columns, ...defaults } = tables[table] ?? { columns: {} };
	const said = columns[column] ?? common[column];
	if (said === undefined) return undefined;
	return { ...defaults, ...(typeof said === 'string' ? { purpose: said } : said) };
}

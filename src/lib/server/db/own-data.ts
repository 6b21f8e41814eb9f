import { eq, getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import type { Reader } from './database.ts';
import * as schema from './schema.ts';

type PersonTable = { name: string; table: Table; whose: string };

/** Every table with rows of a person, and the column that says whose. */
export const personTables: readonly PersonTable[] = Object.values(schema)
	.filter((value) => is(value, Table))
	.flatMap((table) => {
		const columns = getTableColumns(table);
		const name = getTableName(table);
		const whose =
			name === 'people' ? 'id' : ['inburgeraarId', 'personId'].find((column) => column in columns);
		return whose ? [{ name, table, whose }] : [];
	});

/** The rows of one person in each of these tables, as they are stored. */
export async function listOwnRows(
	tx: Reader,
	personId: string
): Promise<Map<string, Record<string, unknown>[]>> {
	const found = new Map<string, Record<string, unknown>[]>();
	for (const { name, table, whose } of personTables) {
		const column = getTableColumns(table)[whose];
		if (column)
			found.set(
				name,
				await tx
					.select()
					.from(table as never)
					.where(eq(column, personId))
			);
	}
	return found;
}

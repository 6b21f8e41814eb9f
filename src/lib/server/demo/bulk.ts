import Sqlite from 'better-sqlite3';
import { getTableName, getTableColumns, type Table } from 'drizzle-orm';
import pg from 'pg';

/** Rows per statement: few different statements, each prepared once. */
const rowsPerStatement = 100;

export interface Bulk {
	/** Inserts rows of one table; `values` are ready for the driver, row after row in the order of `columns`. */
	insert(table: Table, columns: readonly string[], values: readonly unknown[][]): Promise<void>;
	begin(): Promise<void>;
	commit(): Promise<void>;
	run(sql: string): Promise<void>;
	close(): Promise<void>;
}

export const snake = (name: string): string => name.replaceAll(/[A-Z0-9]/g, (c) => `_${c.toLowerCase()}`);

/** Turns a value of the application into one of the driver; what a row leaves out gets the column's default. */
export function driverRow(table: Table, columns: readonly string[], row: Record<string, unknown>): unknown[] {
	const all = getTableColumns(table);
	return columns.map((name) => {
		const column = all[name];
		const value = row[name] ?? column?.default ?? null;
		return value === null ? null : column?.mapToDriverValue(value);
	});
}

const insertInto = (
	table: Table,
	columns: readonly string[],
	rows: number,
	mark: (n: number) => string
): string => {
	const tuple = (row: number) => `(${columns.map((_, i) => mark(row * columns.length + i + 1)).join(',')})`;
	const names = columns.map((name) => `"${snake(name)}"`).join(',');
	return `insert into "${getTableName(table)}" (${names}) values ${Array.from({ length: rows }, (_, row) => tuple(row)).join(',')}`;
};

/** Full statements first, the rest row by row: two statements per table. */
function* portions(values: readonly unknown[][]): Generator<{ rows: number; parameters: unknown[] }> {
	const full = values.length - (values.length % rowsPerStatement);
	for (let from = 0; from < full; from += rowsPerStatement)
		yield { rows: rowsPerStatement, parameters: values.slice(from, from + rowsPerStatement).flat() };
	for (let from = full; from < values.length; from++) yield { rows: 1, parameters: values[from] ?? [] };
}

/** A connection beside the application's own, which keeps the lock of the file. */
export function sqliteBulk(file: string): Bulk {
	const connection = new Sqlite(file);
	connection.pragma('synchronous = off');
	connection.pragma('cache_size = -200000');
	connection.pragma('foreign_keys = 1');
	const statements = new Map<string, Sqlite.Statement>();
	const prepared = (key: string, sql: () => string) => {
		let statement = statements.get(key);
		if (!statement) statements.set(key, (statement = connection.prepare(sql())));
		return statement;
	};
	const exec = async (sql: string) => void connection.exec(sql);
	return {
		async insert(table, columns, values) {
			for (const { rows, parameters } of portions(values)) {
				const key = `${getTableName(table)} ${rows}`;
				prepared(key, () => insertInto(table, columns, rows, () => '?')).run(parameters);
			}
		},
		begin: () => exec('begin immediate'),
		commit: () => exec('commit'),
		run: exec,
		async close() {
			connection.pragma('wal_checkpoint(TRUNCATE)');
			connection.close();
		}
	};
}

export async function postgresBulk(url: string): Promise<Bulk> {
	const client = new pg.Client({
		connectionString: url,
		options: '-c synchronous_commit=off -c timezone=UTC'
	});
	await client.connect();
	const run = async (sql: string) => void (await client.query(sql));
	return {
		async insert(table, columns, values) {
			for (const { rows, parameters } of portions(values))
				await client.query({
					name: `${getTableName(table)}_${rows}`,
					text: insertInto(table, columns, rows, (n) => `$${n}`),
					values: parameters
				});
		},
		begin: () => run('begin'),
		commit: () => run('commit'),
		run,
		close: () => client.end()
	};
}

import type Sqlite from 'better-sqlite3';
import { dialect } from '#lib/server/db/columns.ts';
import type { Database } from '#lib/server/db/database.ts';

interface Client {
	pragma: Sqlite.Database['pragma'];
	prepare: Sqlite.Database['prepare'];
	exec: (sql: string) => unknown;
	query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>;
}
const clientOf = (handle: unknown) => (handle as { $client: Client }).$client;

/** What the app never does: SQL around the schema, as an intruder with the file or a psql would. */
export const readerOf = (db: Database) => clientOf(db.read);
export const writerOf = (db: Database) => db.transaction(async (tx) => clientOf(tx));

export async function exec(db: Database, sql: string): Promise<void> {
	if (dialect === 'sqlite') (await writerOf(db)).exec(sql);
	else await readerOf(db).query(sql);
}

export async function rows(db: Database, sql: string): Promise<Record<string, unknown>[]> {
	if (dialect === 'sqlite') return readerOf(db).prepare(sql).all() as Record<string, unknown>[];
	return (await readerOf(db).query(sql)).rows;
}

export const engine = process.env.TEST_DATABASE ?? 'sqlite';

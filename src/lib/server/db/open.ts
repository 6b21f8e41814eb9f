import { dialect } from './columns.ts';
import type { Database } from './database.ts';

/**
 * Opens the database that DATABASE_URL names: `file:…` or `postgres://…`.
 * @param isBeside for short operations: a server may be running on it
 */
export async function openDatabase(url: string, isBeside = false): Promise<Database> {
	if (dialect === 'postgres') return (await import('./postgres.ts')).openPostgres(url);
	return (await import('./sqlite.ts')).openSqlite(url.replace(/^file:/, ''), isBeside);
}

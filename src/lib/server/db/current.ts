import type { Database } from './database.ts';

let current: Database | undefined;

/** The open database of this process. Throws before the start-up opened it. */
export function database(): Database {
	if (!current) throw new Error('No database is open yet');
	return current;
}

export function useDatabase(db: Database): void {
	current = db;
}

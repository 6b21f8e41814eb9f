import type { Database } from './database.ts';

// On globalThis: Vite evaluates this module anew after a change, and a process opens its database once.
const holder = globalThis as { mijnPipDatabase?: Database };

export const isDatabaseOpen = (): boolean => holder.mijnPipDatabase !== undefined;

/** The open database of this process. Throws before the start-up opened it. */
export function database(): Database {
	if (!holder.mijnPipDatabase) throw new Error('No database is open yet');
	return holder.mijnPipDatabase;
}

export function useDatabase(db: Database): void {
	holder.mijnPipDatabase = db;
}

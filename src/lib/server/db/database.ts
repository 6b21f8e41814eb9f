import { AsyncLocalStorage } from 'node:async_hooks';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

type Pg = NodePgDatabase;
/** Reads. On SQLite a connection that cannot write. */
export type Reader = Pick<Pg, 'select' | 'selectDistinct' | '$count' | 'with' | '$with'>;
/** Reads and writes, inside one transaction and unusable afterwards. */
export type Writer = Reader & Pick<Pg, 'insert' | 'update' | 'delete'>;

/** One async API for both engines (DUR-04). */
export interface Database {
	read: Reader;
	/**
	 * Runs `fn` in one transaction: everything or nothing. Calls queue one behind the other on SQLite; on PostgreSQL
	 * `fn` may run again after a serialization conflict, so it holds no mail, no HTTP, no hashing.
	 * A transaction inside a transaction throws, and so does a full queue (TooBusy) or one that lasts too long.
	 */
	transaction<T>(fn: (tx: Writer) => Promise<T>): Promise<T>;
	/** One short statement proves that the database answers. */
	ping(): Promise<void>;
	/** What was removed leaves the files too: SQLite writes its log back and empties it; PostgreSQL's vacuum does so by itself. */
	forget(): Promise<void>;
	close(): Promise<void>;
}

const inside = new AsyncLocalStorage<true>();

/** Refuses a transaction inside a transaction: the inner one would wait for the outer one for ever. */
export async function outermost<T>(run: () => Promise<T>): Promise<T> {
	if (inside.getStore()) throw new Error('transaction(fn) inside transaction(fn): pass `tx` on instead');
	return inside.run(true, run);
}

/** Gives `tx` out for the time of one transaction only. */
export function leased<T extends object>(writer: T): { writer: T; revoke: () => void } {
	const { proxy, revoke } = Proxy.revocable(writer, {
		get: (target, key) => {
			const value: unknown = Reflect.get(target, key, target);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
	return { writer: proxy, revoke };
}

export const isTooBusy = (error: unknown): boolean => error instanceof Error && error.name === 'TooBusy';
/** What to answer then: 503 for a full queue of writes (DUR-04), 429 for too many sign-ins at once (AUTH-04). */
export const busyStatus = (error: unknown): 429 | 503 =>
	error instanceof Error && 'status' in error && error.status === 429 ? 429 : 503;
export function tooBusy(message: string, status: 429 | 503 = 503): Error {
	return Object.assign(new Error(message), { name: 'TooBusy', status });
}

/** The engine's own code behind Drizzle's wrapping, for example 23505 or SQLITE_CONSTRAINT_UNIQUE. */
export function engineCode(error: unknown): string | undefined {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ('code' in cause && typeof cause.code === 'string') return cause.code;
	}
	return undefined;
}
const duplicateCodes = ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'];
/** True when a row with the same key already stands there. */
export const isDuplicate = (error: unknown): boolean => duplicateCodes.includes(engineCode(error) ?? '');

import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { leased, outermost, tooBusy, type Database, type Reader, type Writer } from './database.ts';
import { migrations } from './migrations.ts';

/** DUR-01. Read back after setting: a wrong value refuses the start. */
const pragmas: Record<string, string | number> = {
	journal_mode: 'wal',
	synchronous: 2,
	foreign_keys: 1,
	busy_timeout: 5000,
	trusted_schema: 0,
	secure_delete: 1,
	cell_size_check: 1,
	mmap_size: 0,
	journal_size_limit: 67108864
};
const queueLimit = 1000;
const secondsInTransaction = 10;

function applyPragmas(connection: Sqlite.Database): void {
	for (const [name, value] of Object.entries(pragmas)) {
		if (name === 'journal_mode' && connection.readonly) continue;
		connection.pragma(`${name} = ${value}`);
	}
	assertPragmas(connection);
}

function assertPragmas(connection: Sqlite.Database): void {
	for (const [name, value] of Object.entries(pragmas)) {
		const actual: unknown = connection.pragma(name, { simple: true });
		if (actual !== value) throw new Error(`SQLite: ${name} is ${String(actual)}, expected ${value} (DUR-01)`);
	}
}

function assertVersion(connection: Sqlite.Database): void {
	const version = String(connection.prepare('select sqlite_version()').pluck().get());
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	if (major * 1e6 + minor * 1e3 + patch < 3_051_003)
		throw new Error(`SQLite ${version} is too old: 3.51.3 or newer`);
}

/** Keeps a second server out of the same database: the lock ends with the process, however it ends. */
function lock(file: string): Sqlite.Database {
	const connection = new Sqlite(`${file}.lock`, { timeout: 0 });
	try {
		connection.pragma('locking_mode = EXCLUSIVE');
		connection.exec('BEGIN EXCLUSIVE');
	} catch {
		connection.close();
		throw new Error(`${file} is in use by another Mijn PIP process. Stop that one first.`);
	}
	return connection;
}

function freeLock(file: string): Sqlite.Database | undefined {
	try {
		return lock(file);
	} catch {
		return undefined;
	}
}

function migrate(writer: Sqlite.Database): void {
	writer.exec(
		'CREATE TABLE IF NOT EXISTS migrations (tag TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT'
	);
	writer.exec('BEGIN EXCLUSIVE');
	try {
		const applied = writer.prepare<[], string>('SELECT tag FROM migrations').pluck().all();
		for (const { tag, statements } of migrations('sqlite', applied)) {
			for (const statement of statements) writer.exec(statement);
			writer.prepare('INSERT INTO migrations VALUES (?, ?)').run(tag, Date.now());
		}
		writer.exec('COMMIT');
	} catch (error) {
		writer.exec('ROLLBACK');
		throw error;
	}
}

/** Beside a running server: its tables must be those of this program, for it alone may change them. */
function assertMigrated(writer: Sqlite.Database): void {
	const applied = writer.prepare<[], string>('SELECT tag FROM migrations').pluck().all();
	if (migrations('sqlite', applied).length > 0)
		throw new Error('The running server is older than this program: restart it first');
}

/**
 * Opens (and creates, and migrates) the database in `file`. Throws when it is damaged, newer than the code, or in use.
 * @param isBeside for short operations: a server may have the file open, and does the migrating then
 */
export function openSqlite(file: string, isBeside = false): Database {
	if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const held = isBeside ? freeLock(file) : lock(file);
	const writer = new Sqlite(file);
	assertVersion(writer);
	applyPragmas(writer);
	const check = writer.pragma('quick_check', { simple: true });
	if (check !== 'ok')
		throw new Error(`${file} is damaged (${String(check)}). Restore a backup; do not go on with it.`);
	if (held) migrate(writer);
	else assertMigrated(writer);
	// WAL makes better-sqlite3 fall back to NORMAL at the first write, silently (FACT-4).
	assertPragmas(writer);
	const reader = new Sqlite(file, { readonly: true });
	applyPragmas(reader);

	const tx = drizzle(writer, { casing: 'snake_case' });
	let tail: Promise<unknown> = Promise.resolve();
	let waiting = 0;

	async function run<T>(fn: (tx: Writer) => Promise<T>): Promise<T> {
		const lease = leased(tx as unknown as Writer);
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(tooBusy('transaction took too long')), secondsInTransaction * 1000);
		});
		writer.exec('BEGIN IMMEDIATE');
		try {
			const result = await Promise.race([fn(lease.writer), late]);
			lease.revoke();
			writer.exec('COMMIT');
			return result;
		} catch (error) {
			lease.revoke();
			if (writer.inTransaction) writer.exec('ROLLBACK');
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	return {
		read: drizzle(reader, { casing: 'snake_case' }) as unknown as Reader,
		transaction: (fn) =>
			outermost(async () => {
				if (waiting >= queueLimit) throw tooBusy('too many writes are waiting');
				waiting++;
				const turn = tail.then(() => run(fn)).finally(() => waiting--);
				tail = turn.catch(() => undefined);
				return turn;
			}),
		async ping() {
			reader.prepare('select 1').get();
			if (writer.pragma('query_only', { simple: true }) !== 0) throw new Error('read-only');
		},
		forget: () =>
			outermost(async () => {
				await tail;
				writer.pragma('wal_checkpoint(TRUNCATE)');
			}),
		async close() {
			await tail;
			reader.close();
			writer.pragma('wal_checkpoint(TRUNCATE)');
			writer.close();
			held?.close();
		}
	};
}

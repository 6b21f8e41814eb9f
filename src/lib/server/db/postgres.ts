import { drizzle } from 'drizzle-orm/node-postgres';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { engineCode, leased, outermost, tooBusy, type Database, type Writer } from './database.ts';
import { migrations } from './migrations.ts';

const tries = 10;
const queueLimit = 1000;
const migrationLock = 20_220_101;

/** DUR-06: limits that keep one stuck statement from holding up everybody. */
const sessionOptions =
	'-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 -c synchronous_commit=on -c timezone=UTC';

async function migrate(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
		await client.query(
			'CREATE TABLE IF NOT EXISTS migrations (tag text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())'
		);
		const { rows } = await client.query<{ tag: string }>('SELECT tag FROM migrations');
		for (const { tag, statements } of migrations(
			'postgres',
			rows.map((row) => row.tag)
		)) {
			await client.query('BEGIN');
			for (const statement of statements) await client.query(statement);
			await client.query('INSERT INTO migrations (tag) VALUES ($1)', [tag]);
			await client.query('COMMIT');
		}
	} finally {
		await client.end();
	}
}

/** Serialization failure or deadlock: the same transaction, tried again, may succeed. */
export const isRetriable = (error: unknown): boolean => ['40001', '40P01'].includes(engineCode(error) ?? '');

/** Runs `attempt` again after a conflict with another transaction, with a little random patience. */
export async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
	for (let n = 1; ; n++) {
		try {
			return await attempt();
		} catch (error) {
			if (!isRetriable(error)) throw error;
			if (n >= tries) throw Object.assign(tooBusy('too many writes at once'), { cause: error });
			await wait(Math.random() * 10 * n);
		}
	}
}

/** Opens a pool on `url` and migrates it. */
export async function openPostgres(url: string): Promise<Database> {
	await migrate(url);
	const pool = new pg.Pool({ connectionString: url, max: 10, options: sessionOptions });
	// A broken idle connection is replaced by the pool; without a listener it would end the process.
	pool.on('error', () => undefined);
	const db = drizzle(pool, { casing: 'snake_case' });
	// Every write ends in the one audit chain: side by side they would only fail on each other. Within this process they
	// queue, as on SQLite; between processes the retry settles it.
	let tail: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	async function inTurn<T>(work: () => Promise<T>): Promise<T> {
		if (waiting >= queueLimit) throw tooBusy('too many writes are waiting');
		waiting++;
		const turn = tail.then(work).finally(() => waiting--);
		tail = turn.catch(() => undefined);
		return turn;
	}
	const once = <T>(fn: (tx: Writer) => Promise<T>) =>
		db.transaction(
			async (tx) => {
				const lease = leased(tx as unknown as Writer);
				try {
					return await fn(lease.writer);
				} finally {
					lease.revoke();
				}
			},
			{ isolationLevel: 'serializable' }
		);
	return {
		read: db,
		transaction: (fn) => outermost(() => inTurn(() => withRetry(() => once(fn)))),
		async ping() {
			await pool.query('select 1');
		},
		forget: async () => undefined,
		close: () => pool.end()
	};
}

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import { useDatabase } from '#lib/server/db/current.ts';
import { leased, outermost, type Database, type Writer } from '#lib/server/db/database.ts';
import { openDatabase } from '#lib/server/db/open.ts';

/** A new, migrated database of the engine under test (TEST_DATABASE), in use by the app's own code: database-template.ts. */
export async function openTestDatabase(): Promise<Database> {
	const url = process.env.DATABASE_URL ?? '';
	const db = url.startsWith('pglite:')
		? await openPglite()
		: url.startsWith('postgres:')
			? await openScratchPostgres(url)
			: await openDatabase(url);
	useDatabase(db);
	return db;
}

async function openPglite(): Promise<Database> {
	const client = new PGlite({ loadDataDir: new Blob([readFileSync(process.env.TEST_TEMPLATE ?? '')]) });
	const db = drizzle(client, { casing: 'snake_case' });
	return {
		read: db as unknown as Database['read'],
		transaction: (fn) =>
			outermost(() =>
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
				)
			),
		async ping() {
			await client.query('select 1');
		},
		forget: async () => undefined,
		close: () => client.close()
	};
}

async function openScratchPostgres(url: string): Promise<Database> {
	const name = `mijnpip_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client({ connectionString: url });
	await admin.connect();
	await admin.query(`CREATE DATABASE ${name} TEMPLATE ${process.env.TEST_TEMPLATE}`);
	const scratch = new URL(url);
	scratch.pathname = `/${name}`;
	const db = await openDatabase(scratch.href);
	return {
		...db,
		async close() {
			await db.close();
			await admin.query(`DROP DATABASE ${name}`);
			await admin.end();
		}
	};
}

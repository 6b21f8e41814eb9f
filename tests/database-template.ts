import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { migrations } from '#lib/server/db/migrations.ts';

// A migrated, empty database, made once in a run; every test file copies it (TEST_TEMPLATE). Starting PGlite from
// nothing takes four times as long as from a copy, and was most of the time of those tests.

export default async function prepare(): Promise<(() => Promise<void>) | undefined> {
	if (process.env.TEST_DATABASE === 'pglite') return preparePglite();
	if (process.env.TEST_DATABASE === 'postgres') return preparePostgres(process.env.TEST_POSTGRES_URL ?? '');
	return undefined;
}

async function preparePglite() {
	const folder = mkdtempSync(join(tmpdir(), 'mijnpip-template-'));
	const client = new PGlite();
	for (const { statements } of migrations('postgres', []))
		for (const sql of statements) await client.exec(sql);
	const copy = await client.dumpDataDir('none');
	await client.close();
	process.env.TEST_TEMPLATE = join(folder, 'data.tar');
	writeFileSync(process.env.TEST_TEMPLATE, new Uint8Array(await copy.arrayBuffer()));
	return async () => rmSync(folder, { recursive: true, force: true });
}

async function preparePostgres(server: string) {
	const name = `mijnpip_template_${randomBytes(4).toString('hex')}`;
	const admin = new pg.Client({ connectionString: server });
	await admin.connect();
	await admin.query(`CREATE DATABASE ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	const { openPostgres } = await import('#lib/server/db/postgres.ts');
	await (await openPostgres(url.href)).close();
	process.env.TEST_TEMPLATE = name;
	return async () => {
		await admin.query(`DROP DATABASE ${name}`);
		await admin.end();
	};
}

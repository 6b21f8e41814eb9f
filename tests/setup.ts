import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Before any module of the app is imported: columns.ts looks at DATABASE_URL once.
const engine = process.env.TEST_DATABASE ?? 'sqlite';
const folder = mkdtempSync(join(tmpdir(), 'mijnpip-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.env.DATA_DIR = folder;
process.env.DATABASE_URL =
	engine === 'postgres'
		? (process.env.TEST_POSTGRES_URL ?? 'postgres://localhost/mijnpip')
		: engine === 'pglite'
			? 'pglite:memory'
			: `file:${folder}/portal.db`;
process.env.PORTAL_ORIGIN = 'https://pip.test';
process.env.PORTAL_KEY = Buffer.from('a key for tests that no one uses').toString('base64');
process.env.LOG_LEVEL = 'silent';

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/database.ts';
import { migrations } from '#lib/server/db/migrations.ts';
import { signInTries } from '#lib/server/db/schema.ts';
import { openSqlite } from '#lib/server/db/sqlite.ts';
import { now } from './accounts.ts';
import { engine, readerOf, writerOf } from './raw.ts';

const inFolder = () => join(mkdtempSync(join(tmpdir(), 'mijnpip-')), 'portal.db');
const write = (db: Database, subject: string) =>
	db.transaction((tx) =>
		tx.insert(signInTries).values({ subject, wrongTries: 0, firstAt: now, waitUntil: null })
	);
const written = async (db: Database) => (await db.read.select().from(signInTries)).length;

describe.skipIf(engine !== 'sqlite')('SQLite', () => {
	let file: string;
	let db: Database;
	beforeAll(async () => {
		file = inFolder();
		db = openSqlite(file);
		await write(db, 'first');
	});
	afterAll(() => db.close());

	test.each([
		['journal_mode', 'wal'],
		['synchronous', 2],
		['foreign_keys', 1],
		['busy_timeout', 5000],
		['trusted_schema', 0],
		['secure_delete', 1],
		['cell_size_check', 1],
		['mmap_size', 0],
		['journal_size_limit', 67_108_864]
	])('DUR-01: after the first write %s is %s on both connections', async (name, value) => {
		expect((await writerOf(db)).pragma(name, { simple: true })).toBe(value);
		expect(readerOf(db).pragma(name, { simple: true })).toBe(value);
	});

	test('DUR-04: the read connection cannot write', () => {
		expect(() => readerOf(db).prepare('DELETE FROM sign_in_tries').run()).toThrow('readonly');
	});

	test('DUR-01: a second server on the same file is refused, and the first goes on', async () => {
		expect(() => openSqlite(file)).toThrow('in use');
		await write(db, 'second');
		expect(await written(db)).toBe(2);
	});

	test('an operation beside the server may write, and both see it', async () => {
		const beside = openSqlite(file, true);
		await write(beside, 'beside');
		await beside.close();
		expect(await written(db)).toBe(3);
		await write(db, 'after');
	});

	test('the lock ends with the server', async () => {
		const other = inFolder();
		await openSqlite(other).close();
		const again = openSqlite(other);
		await again.close();
	});

	test('DUR-07: a database with a migration that this program does not know is refused', async () => {
		const other = inFolder();
		const newer = openSqlite(other);
		(await writerOf(newer)).exec("INSERT INTO migrations VALUES ('9999_from_the_future', 0)");
		await newer.close();
		expect(() => openSqlite(other)).toThrow('newer');
	});

	test('0008: rebuilding phrases keeps their texts, which hang on them', () => {
		const before = new Sqlite(':memory:');
		before.pragma('foreign_keys = on');
		const all = migrations('sqlite', []);
		const rebuild = all.findIndex(({ tag }) => tag === '0008_courses_and_advice');
		const apply = (some: typeof all) => some.forEach(({ statements }) => before.exec(statements.join(';\n')));
		apply(all.slice(0, rebuild));
		before.exec(`INSERT INTO phrases (id, kind, "key", slots) VALUES ('p', 'reden', 'k', '[]')`);
		before.exec(`INSERT INTO phrase_texts VALUES ('p', 'nl', 'Tot dan.', 'reviewed', 'h', NULL, 1)`);
		before.transaction(() => apply(all.slice(rebuild)))();
		expect(before.prepare('SELECT text FROM phrase_texts').pluck().all()).toEqual(['Tot dan.']);
		before.exec(`UPDATE phrases SET kind = 'advies'`);
		before.exec(`DELETE FROM phrases`);
		expect(before.prepare('SELECT count(*) FROM phrase_texts').pluck().get()).toBe(0);
		before.close();
	});

	test('DUR-10: a damaged file is refused, with what to do', async () => {
		const other = inFolder();
		const sound = openSqlite(other);
		for (let n = 0; n < 200; n++) await write(sound, `row-${n}`.padEnd(200, 'x'));
		await sound.close();
		const bytes = readFileSync(other);
		for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 64);
		writeFileSync(other, bytes);
		expect(() => openSqlite(other)).toThrow(/damaged|malformed/);
	});

	describe('schema', () => {
		const tables = () =>
			readerOf(db)
				.prepare(
					"SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
				)
				.all() as { name: string; strict: number; wr: number }[];
		const columnsOf = (table: string) =>
			readerOf(db).prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as {
				name: string;
				pk: number;
			}[];

		test('DUR-02: every table is STRICT', () => {
			expect(tables().length).toBeGreaterThan(30);
			expect(tables().filter(({ strict }) => strict !== 1)).toEqual([]);
		});

		test('rows of one person lie together: those tables are keyed person first and WITHOUT ROWID', () => {
			// `inburgeraren` itself is one row a person, found by its id alone.
			const personal = tables().filter(
				({ name }) =>
					name !== 'inburgeraren' && columnsOf(name).some((column) => column.name === 'inburgeraar_id')
			);
			expect(personal.length).toBeGreaterThan(15);
			for (const { name, wr } of personal) {
				expect(`${name} ${wr}`).toBe(`${name} 1`);
				expect(columnsOf(name).find(({ pk }) => pk === 1)?.name).toBe('inburgeraar_id');
			}
		});

		test('DUR-02: every foreign key says what happens on delete', () => {
			const keys = tables().flatMap(({ name }) =>
				(
					readerOf(db).prepare('SELECT "from", on_delete FROM pragma_foreign_key_list(?)').all(name) as {
						from: string;
						on_delete: string;
					}[]
				).map((key) => ({ name, ...key }))
			);
			expect(keys.length).toBeGreaterThan(30);
			expect(
				keys.filter(({ on_delete }) => !['CASCADE', 'RESTRICT', 'SET NULL'].includes(on_delete))
			).toEqual([]);
		});

		test('no foreign key of the database is violated', () => {
			expect(readerOf(db).pragma('foreign_key_check')).toEqual([]);
		});
	});
});

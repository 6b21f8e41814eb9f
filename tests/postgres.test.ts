import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditChain } from '#lib/server/audit-chain.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { isTooBusy, type Database } from '#lib/server/db/database.ts';
import { openPostgres, withRetry } from '#lib/server/db/postgres.ts';
import { signInTries } from '#lib/server/db/schema.ts';
import { now } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { engine, rows } from './raw.ts';

test('DUR-06: after a serialization failure the work is done again, after another error it is not', async () => {
	let tries = 0;
	const code = (name: string) => Object.assign(new Error(name), { code: name });
	const result = await withRetry(async () => {
		if (++tries < 3) throw Object.assign(new Error('wrapped'), { cause: code('40001') });
		return 'done';
	});
	expect([result, tries]).toEqual(['done', 3]);
	await expect(withRetry(() => Promise.reject(code('23505')))).rejects.toThrow('23505');
	await expect(withRetry(() => Promise.reject(code('40001')))).rejects.toSatisfy(isTooBusy);
});

describe.skipIf(engine !== 'postgres')('PostgreSQL', () => {
	let db: Database;
	let url: string;
	beforeAll(async () => {
		db = await openTestDatabase();
		const [{ current_database: name } = {}] = await rows(db, 'SELECT current_database()');
		url = new URL(`/${String(name)}`, process.env.DATABASE_URL).href;
	});
	afterAll(() => db.close());

	test.each([
		['statement_timeout', '5s'],
		['lock_timeout', '2s'],
		['idle_in_transaction_session_timeout', '10s'],
		['synchronous_commit', 'on'],
		['TimeZone', 'UTC']
	])('DUR-06: %s is %s', async (name, value) => {
		expect(Object.values((await rows(db, `SHOW ${name}`))[0] ?? {})).toEqual([value]);
	});

	test('DUR-07: four processes that migrate at the same time apply each migration once', async () => {
		const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url)));
		await Promise.all(opened.map((one) => one.close()));
		const tags = (await rows(db, 'SELECT tag FROM migrations')).map(({ tag }) => tag);
		expect(new Set(tags).size).toBe(tags.length);
	});

	test('DUR-02: every foreign key says what happens on delete', async () => {
		const keys = await rows(
			db,
			"SELECT constraint_name FROM information_schema.referential_constraints WHERE delete_rule = 'NO ACTION'"
		);
		expect(keys).toEqual([]);
	});

	test('two transactions that each read what the other writes do not both commit unseen (write skew)', async () => {
		const seats = ['a', 'b'];
		await db.transaction(async (tx) => {
			for (const subject of seats)
				await tx.insert(signInTries).values({ subject, wrongTries: 1, firstAt: now, waitUntil: null });
		});
		const leave = (subject: string) =>
			db.transaction(async (tx) => {
				const taken = (await tx.select().from(signInTries)).filter(
					(row) => seats.includes(row.subject) && row.wrongTries === 1
				);
				if (taken.length < 2) return;
				await tx.update(signInTries).set({ wrongTries: 0 }).where(eq(signInTries.subject, subject));
			});
		await Promise.all(seats.map(leave));
		const left = (await db.read.select().from(signInTries)).filter((row) => row.wrongTries === 1);
		expect(left).toHaveLength(1);
	});

	test('AUD-01: 60 audited changes of three processes at the same time all succeed, in one unbroken chain', async () => {
		const before = await auditChain(db.read);
		const processes = await Promise.all([1, 2, 3].map(() => openPostgres(url)));
		await Promise.all(
			Array.from({ length: 60 }, (_, n) =>
				processes[n % 3]?.transaction((tx) => recordAudit(tx, null, { action: 'test' }, now))
			)
		);
		await Promise.all(processes.map((one) => one.close()));
		const after = await auditChain(db.read);
		expect(after.brokenAt).toBeUndefined();
		expect(after.events - before.events).toBe(60);
	});
});

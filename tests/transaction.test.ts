import { count, eq } from 'drizzle-orm';
import { setImmediate as tick } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '#lib/server/audit.ts';
import { auditChain } from '#lib/server/audit-chain.ts';
import type { Database, Writer } from '#lib/server/db/database.ts';
import { insertNotice } from '#lib/server/db/outbox.ts';
import { auditEvents, gemeenten, outbox, people, signInTries } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { gemeente, now, somebody } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { engine } from './raw.ts';

let db: Database;
let linden: string;
beforeAll(async () => {
	db = await openTestDatabase();
	linden = await gemeente();
});
afterAll(() => db.close());

const insertTries = (tx: Writer, subject: string) =>
	tx.insert(signInTries).values({ subject, wrongTries: 0, firstAt: now, waitUntil: null });
const stored = async (prefix: string) =>
	(await db.read.select({ subject: signInTries.subject }).from(signInTries)).filter(({ subject }) =>
		subject.startsWith(prefix)
	).length;
const counts = () =>
	Promise.all(
		[people, gemeenten, auditEvents, outbox].map(async (table) => {
			const [row] = await db.read.select({ n: count() }).from(table);
			return row?.n;
		})
	);

test('FACT-5: 100 of 100 acknowledged writes stay, beside a transaction that awaits and rolls back', async () => {
	const lost = db.transaction(async (tx) => {
		await insertTries(tx, 'fact5-lost');
		for (let n = 0; n < 20; n++) await tick();
		throw new Error('rolled back');
	});
	const kept = Array.from({ length: 100 }, (_, n) =>
		db.transaction((tx) => insertTries(tx, `fact5-kept-${n}`))
	);
	await expect(lost).rejects.toThrow('rolled back');
	await Promise.all(kept);
	expect(await stored('fact5-kept-')).toBe(100);
	expect(await stored('fact5-lost')).toBe(0);
});

test.each([0, 1, 2, 3, 4])(
	'DUR-03: thrown after step %i of a use case, nothing of it is stored',
	async (last) => {
		const before = await counts();
		const personId = newId();
		const row = {
			id: personId,
			gemeenteId: linden,
			role: 'inburgeraar' as const,
			name: 'A',
			nameFolded: 'a',
			createdAt: now
		};
		const steps: ((tx: Writer) => Promise<unknown>)[] = [
			(tx) => tx.insert(people).values(row),
			(tx) => tx.update(gemeenten).set({ version: 99 }).where(eq(gemeenten.id, linden)),
			(tx) => recordAudit(tx, null, { action: 'test' }, now),
			(tx) => insertNotice(tx, { kind: 'account', personId, dedupeKey: newId() }, now)
		];
		const run = db.transaction(async (tx) => {
			for (const step of steps.slice(0, last)) await step(tx);
			throw new Error('stop');
		});
		await expect(run).rejects.toThrow('stop');
		expect(await counts()).toEqual(before);
		const [{ version } = {}] = await db.read.select().from(gemeenten).where(eq(gemeenten.id, linden));
		expect(version).toBe(1);
	}
);

test('DUR-04: a refused statement in the middle leaves nothing behind, even when the next ones are never reached', async () => {
	const run = db.transaction(async (tx) => {
		await insertTries(tx, 'half-1');
		await insertTries(tx, 'half-1');
	});
	await expect(run).rejects.toThrow();
	expect(await stored('half-')).toBe(0);
});

test('DUR-04: a transaction inside a transaction is refused, and the outer one can go on', async () => {
	await db.transaction(async (tx) => {
		await expect(db.transaction((inner) => insertTries(inner, 'nested-in'))).rejects.toThrow('inside');
		await insertTries(tx, 'nested-out');
	});
	expect(await stored('nested-in')).toBe(0);
	expect(await stored('nested-out')).toBe(1);
});

test.each(['committed', 'rolled back'])(
	'DUR-04: tx is unusable after the transaction was %s',
	async (how) => {
		let leaked: Writer | undefined;
		await db
			.transaction(async (tx) => {
				leaked = tx;
				await insertTries(tx, `leak-${how}`);
				if (how === 'rolled back') throw new Error('stop');
			})
			.catch(() => undefined);
		expect(() => leaked?.select().from(people)).toThrow(TypeError);
		expect(() => leaked?.insert(signInTries)).toThrow(TypeError);
	}
);

// PGlite has one connection: a read waits there until the transaction is over.
test.skipIf(engine === 'pglite')('DUR-04: a read sees a write after the commit, and not before', async () => {
	await db.transaction(async (tx) => {
		await insertTries(tx, 'seen');
		await tick();
		expect(await stored('seen')).toBe(0);
	});
	expect(await stored('seen')).toBe(1);
});

test('DUR-04: of 100 writers that read, add one and write at the same time, none is lost', async () => {
	const subject = newId();
	await db.transaction((tx) => insertTries(tx, subject));
	const addOne = () =>
		db.transaction(async (tx) => {
			const [row] = await tx.select().from(signInTries).where(eq(signInTries.subject, subject));
			await tick();
			const wrongTries = (row?.wrongTries ?? 0) + 1;
			await tx.update(signInTries).set({ wrongTries }).where(eq(signInTries.subject, subject));
		});
	await Promise.all(Array.from({ length: 100 }, addOne));
	const [row] = await db.read.select().from(signInTries).where(eq(signInTries.subject, subject));
	expect(row?.wrongTries).toBe(100);
});

test('AUD-01: 100 changes at the same time leave one unbroken chain with 100 events', async () => {
	const before = await auditChain(db.read);
	const writes = Array.from({ length: 100 }, (_, n) =>
		db.transaction(async (tx) => {
			await insertTries(tx, `chain-${n}`);
			await recordAudit(tx, null, { action: 'test' }, now);
		})
	);
	await Promise.all(writes);
	const after = await auditChain(db.read);
	expect(after.brokenAt).toBeUndefined();
	expect(after.events - before.events).toBe(100);
});

test('DUR-05: the second of two rows with the same login name is refused', async () => {
	await somebody(linden, { loginName: 'twice@linden.test' });
	await expect(somebody(linden, { loginName: 'twice@linden.test' })).rejects.toThrow();
});

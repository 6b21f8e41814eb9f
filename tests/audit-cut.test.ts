import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bewaargrens } from '#lib/domain/bewaartermijnen.ts';
import { auditChain, auditHead } from '#lib/server/audit-chain.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { dialect } from '#lib/server/db/columns.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { runRetention } from '#lib/server/retention.ts';
import { openTestDatabase } from './database.ts';
import { exec, rows } from './raw.ts';

// The audit log is cut, and stays a chain (AUD-07, AUD-08): decision 0067.

const at = (text: string) => Temporal.Instant.from(text);
let db: Database;
const start = at('2023-01-01T00:00:00Z');
beforeAll(async () => {
	db = await openTestDatabase();
	for (let n = 0; n < 40; n++) {
		const result = n % 10 === 3 ? ('denied' as const) : ('ok' as const);
		const event = { action: 'dossier.read', objectId: String(n), result };
		await db.transaction((tx) => recordAudit(tx, null, event, start.add({ hours: 24 * 30 * n })));
	}
});
afterAll(() => db.close());
const events = () => db.read.select().from(t.auditEvents).orderBy(t.auditEvents.seq);

test('AUD-08 events of a year ago go, incidents stay three years, and the rest is verified', async () => {
	const before = await auditChain(db.read);
	const moment = start.add({ hours: 24 * 30 * 40 });
	const report = await runRetention(moment);
	const left = await events();
	const border = bewaargrens('audit', moment);
	const old = left.filter((row) => Temporal.Instant.compare(row.at, border) < 0);
	expect(old.map((row) => row.objectId)).toEqual(['13', '23']);
	expect(report.counts.audit_events).toBe(40 - 2 - left.filter(({ action }) => action === 'dossier.read').length + 2); // prettier-ignore
	const chain = await auditChain(db.read, { seq: 40, hash: before.head });
	expect(chain).toMatchObject({ events: 42, removed: report.counts.audit_events, known: 'er' });
	expect(chain.brokenAt).toBeUndefined();
});

test('AUD-08 a second night cuts on; a third finds nothing more', async () => {
	const moment = start.add({ hours: 24 * 30 * 42 });
	const first = await runRetention(moment);
	expect(first.counts.audit_events).toBeGreaterThan(0);
	expect((await runRetention(moment)).counts.audit_events).toBeUndefined();
	expect((await auditChain(db.read)).brokenAt).toBeUndefined();
});

test('AUD-01 the database refuses a cut of what is young, and a removal without a cut', async () => {
	const last = (await events()).at(-1)!;
	const cut = { seq: last.seq, hash: last.hash, kept: 0, keptHash: 'x', cutAt: last.at };
	const insert = (row: typeof t.auditCuts.$inferInsert) =>
		db.transaction(async (tx) => {
			await tx.insert(t.auditCuts).values(row);
		});
	await expect(insert({ ...cut, olderThan: last.at })).rejects.toThrow();
	await expect(insert({ ...cut, olderThan: last.at.subtract({ hours: 24 * 366 }) })).rejects.toThrow();
	await expect(
		db.transaction(async (tx) => void (await tx.delete(t.auditEvents).where(eq(t.auditEvents.seq, last.seq))))
	).rejects.toThrow();
	await expect(db.transaction(async (tx) => void (await tx.delete(t.auditCuts)))).rejects.toThrow();
	await expect(db.transaction(async (tx) => void (await tx.update(t.auditCuts).set({ kept: 1 })))).rejects.toThrow(); // prettier-ignore
});

test.each([
	['an old incident that was removed', 'DELETE FROM audit_events WHERE seq = 14'],
	['an old incident that was changed', "UPDATE audit_events SET result = 'ok' WHERE seq = 14"],
	['a cut that says something else', 'UPDATE audit_cuts SET kept = kept + 1'],
	['a cut that no event tells of', "UPDATE audit_events SET object_id = 'x' WHERE action = 'bewaring.cut'"],
	[
		'the first event after the cut',
		'DELETE FROM audit_events WHERE seq = (SELECT max(seq) + 1 FROM audit_cuts)'
	]
])('AUD-07 G21 verify finds %s', async (_, sql) => {
	const saved = [await events(), await db.read.select().from(t.auditCuts)] as const;
	const names = ['audit_events_no_update', 'audit_events_no_delete', 'audit_cuts_no_update', 'audit_cuts_no_delete', 'audit_cuts_no_change', 'audit_cuts_only_what_is_old']; // prettier-ignore
	const triggers = await rows(
		db,
		dialect === 'sqlite'
			? "select name, sql from sqlite_master where type = 'trigger' and name like 'audit_%'"
			: "select tgname as name, pg_get_triggerdef(oid) as sql from pg_trigger where tgname like 'audit_%' and not tgisinternal"
	);
	expect(triggers.map(({ name }) => name).every((name) => names.includes(name as string))).toBe(true);
	const on = (name: string) => (name.startsWith('audit_cuts') ? 'audit_cuts' : 'audit_events');
	for (const { name } of triggers)
		await exec(db, `DROP TRIGGER ${name}${dialect === 'sqlite' ? '' : ` ON ${on(name as string)}`}`);
	await exec(db, sql);
	expect((await auditChain(db.read)).brokenAt).toBeDefined();
	await exec(db, 'DELETE FROM audit_events');
	await exec(db, 'DELETE FROM audit_cuts');
	await db.transaction(async (tx) => {
		await tx.insert(t.auditEvents).values(saved[0]);
		await tx.insert(t.auditCuts).values(saved[1]);
	});
	for (const { sql: again } of triggers) await exec(db, again as string);
	expect((await auditChain(db.read)).brokenAt).toBeUndefined();
});

test('AUD-07 a head that was known shows a tail that was cut off or rewritten', async () => {
	const { events: seq, head: hash } = await auditChain(db.read);
	expect(await auditHead(db.read)).toMatchObject({ seq, hash });
	expect((await auditChain(db.read, { seq, hash })).known).toBe('er');
	expect((await auditChain(db.read, { seq: seq + 1, hash })).known).toBe('anders');
	expect((await auditChain(db.read, { seq, hash: '0'.repeat(64) })).known).toBe('anders');
	expect((await auditChain(db.read, { seq: 1, hash })).known).toBe('weg');
});

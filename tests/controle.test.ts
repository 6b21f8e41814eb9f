import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Coordinator, Staff } from '#lib/server/actor.ts';
import { recordAudit, type AuditEvent } from '#lib/server/audit.ts';
import { controleWeek, manyDossiers, recordDenial, signWeek } from '#lib/server/controle.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { consulent, gemeente, inburgeraar, now, somebody } from './accounts.ts';
import { openTestDatabase } from './database.ts';

// `now` is Monday 23 November 2026, 10:00 in the Netherlands: the week that is over began on the 16th.
const week = Temporal.PlainDate.from('2026-11-16');
const at = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Amsterdam').toInstant();

let db: Database;
let coordinator: Coordinator;
let staff: Staff & { email: string };
let person: string;

beforeAll(async () => {
	db = await openTestDatabase();
	const linden = await gemeente();
	coordinator = {
		...(await consulent(linden, { role: 'coordinator', name: 'Coördinator' })),
		role: 'coordinator'
	};
	staff = { ...(await consulent(linden, { name: 'Bram' })), name: 'Bram' };
	person = await inburgeraar(staff, { name: 'Canary' });
});
afterAll(() => db.close());

const record = (actor: Staff | null, event: AuditEvent, when: Temporal.Instant) =>
	db.transaction((tx) => recordAudit(tx, actor, event, when));
const look = (of?: Temporal.PlainDate) => controleWeek(coordinator, of, now);

test('AUD-06 a read at night and one in the weekend stand under outside hours; one at noon does not', async () => {
	const read = { action: 'dossier.read', subjectId: person };
	for (const when of ['2026-11-17T12:00', '2026-11-17T06:59', '2026-11-18T20:00', '2026-11-21T12:00'])
		await record(staff, read, at(when));
	const { outsideHours } = await look();
	expect(outsideHours).toHaveLength(1);
	expect(outsideHours[0]).toMatchObject({ name: 'Bram', count: 3, last: at('2026-11-21T12:00') });
	expect(JSON.stringify(outsideHours)).not.toContain('Canary');
});

test(`AUD-06 ${manyDossiers} different dossiers in one day stand on the list; the same one as often does not`, async () => {
	const busy = await consulent(staff.gemeenteId, { name: 'Druk' });
	const again = await consulent(staff.gemeenteId, { name: 'Vaak' });
	for (let n = 0; n < manyDossiers; n++) {
		await record(busy, { action: 'dossier.read', subjectId: `iemand-${n}` }, at('2026-11-19T10:00'));
		await record(again, { action: 'dossier.read', subjectId: person }, at('2026-11-19T11:00'));
	}
	const found = (await look()).manyDossiers;
	expect(found).toMatchObject([{ name: 'Druk', what: '2026-11-19', count: manyDossiers }]);
});

test('AUD-06 failed sign-ins are counted per member of staff; of an inburgeraar without the name', async () => {
	const failed = { action: 'session.start', result: 'denied' as const };
	for (let n = 0; n < 3; n++) await record(staff, { ...failed, subjectId: staff.id }, at('2026-11-20T09:00'));
	const own = { ...staff, id: person, role: 'inburgeraar' } as unknown as Staff;
	await record(own, { ...failed, subjectId: person }, at('2026-11-20T09:05'));
	const { failedSignIns } = await look();
	expect(failedSignIns.find(({ name }) => name === 'Bram')?.count).toBe(3);
	expect(failedSignIns.find(({ name }) => name === null)?.count).toBe(1);
	expect(JSON.stringify(failedSignIns)).not.toContain('Canary');
});

test('AUD-02 AUD-06 what was refused is written down and stands on the list', async () => {
	await recordDenial(staff, '/admin/inburgeraars/[id]', 'x'.repeat(22), at('2026-11-20T14:00'));
	const [event] = await db.read.select().from(t.auditEvents).orderBy(desc(t.auditEvents.seq)).limit(1);
	expect(event).toMatchObject({ action: 'toegang.denied', result: 'denied', objectId: 'x'.repeat(22) });
	expect((await look()).denials).toMatchObject([
		{ name: 'Bram', what: '/admin/inburgeraars/[id]', count: 1 }
	]);
});

test('AUD-06 a changed account names who did it and to whom; an export stands on its own list', async () => {
	const event = {
		action: 'account.password',
		objectType: 'account',
		objectId: staff.id,
		subjectId: staff.id
	};
	await record(coordinator, event, at('2026-11-18T10:00'));
	await record(coordinator, { action: 'overzicht.export' }, at('2026-11-18T10:05'));
	const { accounts, exports } = await look();
	expect(accounts).toMatchObject([{ name: 'Coördinator', what: 'account.password', toWhom: 'Bram' }]);
	expect(exports).toMatchObject([{ name: 'Coördinator', what: 'overzicht.export', count: 1 }]);
});

test('AC-12 another municipality stays out of it', async () => {
	const elsewhere = await consulent(await gemeente(), { name: 'Elders' });
	await somebody(elsewhere.gemeenteId);
	await record(elsewhere, { action: 'dossier.read', subjectId: 'iemand' }, at('2026-11-22T03:00'));
	expect(JSON.stringify(await look())).not.toContain('Elders');
});

test('AUD-06 a week that is over is signed once, audited; the one that runs is not', async () => {
	expect(await signWeek(coordinator, { week: Temporal.PlainDate.from('2026-11-23'), note: null }, now)).toBe(
		false
	);
	expect(await signWeek(coordinator, { week: Temporal.PlainDate.from('2026-11-17'), note: null }, now)).toBe(
		false
	);
	expect((await look()).weeks[0]).toMatchObject({ week, isSigned: false });
	expect(await signWeek(coordinator, { week, note: 'Met Bram gesproken.' }, now)).toBe(true);
	expect(await signWeek(coordinator, { week, note: 'Nog een keer.' }, now)).toBe(false);
	const found = await look();
	expect(found.review).toMatchObject({ signedBy: 'Coördinator', note: 'Met Bram gesproken.' });
	expect(found.weeks[0]?.isSigned).toBe(true);
	const signed = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.action, 'controle.sign'));
	expect(signed).toHaveLength(1);
});

import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Staff } from '#lib/server/actor.ts';
import { auditChain } from '#lib/server/audit-chain.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Database, Writer } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { consulent, gemeente, inburgeraar, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { engine, exec } from './raw.ts';

let db: Database;
let staff: Staff;
let id: string;
let entryId: string;
const day = Temporal.PlainDate.from('2026-03-02');

beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
});
afterAll(() => db.close());
beforeEach(async () => {
	id = await inburgeraar(staff);
	entryId = newId();
	await db.transaction(async (tx) => fillDossier(tx));
});

async function fillDossier(tx: Writer) {
	const recorded = { recordedBy: staff.id, recordedAt: now };
	await tx
		.insert(t.hourEntries)
		.values({ inburgeraarId: id, id: entryId, category: 'pvt', day, minutes: 60, ...recorded });
	await tx.insert(t.trajectEvents).values({
		...{
			inburgeraarId: id,
			id: entryId,
			kind: 'intake_gesprek',
			day,
			decidedBy: 'college',
			slots: {},
			...recorded
		}
	});
	await tx.insert(t.examAttempts).values({
		...{ inburgeraarId: id, id: entryId, onderdeel: 'knm', day, result: 'geslaagd', ...recorded }
	});
	await tx
		.insert(t.contactLog)
		.values({ inburgeraarId: id, id: entryId, channel: 'telefoon', day, ...recorded });
	await tx
		.insert(t.handhaving)
		.values({ inburgeraarId: id, id: entryId, stap: 'gesprek', day, aanleiding: 'x', ...recorded });
	await tx
		.insert(t.duoTicks)
		.values({ inburgeraarId: id, id: entryId, item: 'pip', value: 'x', day, ...recorded });
	await pip(tx, 1);
	await tx
		.update(t.pips)
		.set({ publishedAt: now, publishedBy: staff.id, dagtekening: day })
		.where(eq(t.pips.inburgeraarId, id));
	await pip(tx, 2);
	await recordAudit(tx, staff, { action: 'test', subjectId: id }, now);
}

async function pip(tx: Writer, versie: number) {
	const draft = {
		leerroute: 'b1' as const,
		redenWijziging: 'eerste_pip' as const,
		createdBy: staff.id,
		createdAt: now
	};
	await tx.insert(t.pips).values({ inburgeraarId: id, versie, ...draft });
	await tx.insert(t.pipAfspraken).values(agreement(versie, 'afspraak'));
}
const agreement = (versie: number, afspraakId: string) => ({
	...{ inburgeraarId: id, versie, id: afspraakId, thema: 'inburgering' as const },
	...{ soort: 'taalles' as const, uitvoerder: 'inburgeraar' as const, position: 1 }
});
const ofVersion = (versie: number) => and(eq(t.pips.inburgeraarId, id), eq(t.pips.versie, versie));
const agreementOf = (versie: number) =>
	and(eq(t.pipAfspraken.inburgeraarId, id), eq(t.pipAfspraken.versie, versie));

const refused: [name: string, change: (tx: Writer) => Promise<unknown>][] = [
	['update of hour_entries', (tx) => tx.update(t.hourEntries).set({ minutes: 90 }).where(eq(t.hourEntries.inburgeraarId, id))],
	['delete of hour_entries', (tx) => tx.delete(t.hourEntries).where(eq(t.hourEntries.inburgeraarId, id))],
	['update of traject_events', (tx) => tx.update(t.trajectEvents).set({ day: day.add({ days: 1 }) }).where(eq(t.trajectEvents.inburgeraarId, id))],
	['delete of traject_events', (tx) => tx.delete(t.trajectEvents).where(eq(t.trajectEvents.inburgeraarId, id))],
	['update of exam_attempts', (tx) => tx.update(t.examAttempts).set({ result: 'gezakt' }).where(eq(t.examAttempts.inburgeraarId, id))],
	['delete of exam_attempts', (tx) => tx.delete(t.examAttempts).where(eq(t.examAttempts.inburgeraarId, id))],
	['update of contact_log', (tx) => tx.update(t.contactLog).set({ note: 'x' }).where(eq(t.contactLog.inburgeraarId, id))],
	['delete of contact_log', (tx) => tx.delete(t.contactLog).where(eq(t.contactLog.inburgeraarId, id))],
	['update of handhaving', (tx) => tx.update(t.handhaving).set({ aanleiding: 'y' }).where(eq(t.handhaving.inburgeraarId, id))],
	['delete of handhaving', (tx) => tx.delete(t.handhaving).where(eq(t.handhaving.inburgeraarId, id))],
	['update of duo_ticks', (tx) => tx.update(t.duoTicks).set({ value: 'y' }).where(eq(t.duoTicks.inburgeraarId, id))],
	['delete of duo_ticks', (tx) => tx.delete(t.duoTicks).where(eq(t.duoTicks.inburgeraarId, id))],
	['update of audit_events', (tx) => tx.update(t.auditEvents).set({ action: 'other' }).where(eq(t.auditEvents.subjectId, id))],
	['delete of audit_events', (tx) => tx.delete(t.auditEvents).where(eq(t.auditEvents.subjectId, id))],
	['update of a published PIP', (tx) => tx.update(t.pips).set({ leerroute: 'z' }).where(ofVersion(1))],
	['withdrawal of the publication', (tx) => tx.update(t.pips).set({ publishedAt: null }).where(ofVersion(1))],
	['delete of a published PIP', (tx) => tx.delete(t.pips).where(ofVersion(1))],
	['new agreement in a published PIP', (tx) => tx.insert(t.pipAfspraken).values(agreement(1, 'nieuw'))],
	['update of an agreement in a published PIP', (tx) => tx.update(t.pipAfspraken).set({ aantal: 9 }).where(agreementOf(1))],
	['moving an agreement out of a published PIP', (tx) => tx.update(t.pipAfspraken).set({ versie: 2, id: 'weg' }).where(agreementOf(1))],
	['moving an agreement into a published PIP', (tx) => tx.update(t.pipAfspraken).set({ versie: 1, id: 'erbij' }).where(agreementOf(2))],
	['delete of an agreement in a published PIP', (tx) => tx.delete(t.pipAfspraken).where(agreementOf(1))]
]; // prettier-ignore

describe('what was recorded stays as it was recorded (AUD-01, AC-14)', () => {
	test.each(refused)('%s is refused by the database', async (_, change) => {
		await expect(db.transaction(change)).rejects.toThrow();
	});

	test('a draft of a PIP and its agreements can be changed and removed', async () => {
		await db.transaction(async (tx) => {
			await tx.update(t.pipAfspraken).set({ aantal: 2 }).where(agreementOf(2));
			await tx.update(t.pips).set({ leerroute: 'z' }).where(ofVersion(2));
			await tx.delete(t.pips).where(ofVersion(2));
		});
		expect(await db.read.select().from(t.pipAfspraken).where(agreementOf(2))).toEqual([]);
	});

	test('with a whole person everything of that person goes, and the audit log stays', async () => {
		await db.transaction(async (tx) => {
			await tx.delete(t.inburgeraren).where(eq(t.inburgeraren.inburgeraarId, id));
			await tx.delete(t.people).where(eq(t.people.id, id));
		});
		for (const table of [
			t.hourEntries,
			t.trajectEvents,
			t.examAttempts,
			t.pips,
			t.pipAfspraken,
			t.caseload,
			t.contactLog,
			t.handhaving,
			t.duoTicks
		])
			expect(await db.read.select().from(table).where(eq(table.inburgeraarId, id))).toEqual([]);
		expect(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, id))).toHaveLength(1);
	});
});

describe('the audit chain (AUD-07)', () => {
	const tampered = async (sql: string) => {
		for (const kind of ['update', 'delete'])
			await exec(
				db,
				`DROP TRIGGER IF EXISTS audit_events_no_${kind}${engine === 'sqlite' ? '' : ' ON audit_events'}`
			);
		for (const statement of sql.split('; ')) await exec(db, statement);
	};
	beforeEach(async () => {
		for (let n = 0; n < 5; n++)
			await db.transaction((tx) => recordAudit(tx, staff, { action: `a${n}` }, now));
	});

	test('is whole as written, and its head is the hash of the last event', async () => {
		const { events, head, brokenAt } = await auditChain(db.read);
		const [last] = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.seq, events));
		expect(brokenAt).toBeUndefined();
		expect(last?.hash).toBe(head);
	});

	test.each([
		['an edited action', "UPDATE audit_events SET action = 'x' WHERE seq = 3", 3],
		['an edited result', "UPDATE audit_events SET result = 'denied' WHERE seq = 2", 2],
		['a removed event', 'DELETE FROM audit_events WHERE seq = 2', 2],
		['a removed first event', 'DELETE FROM audit_events WHERE seq = 1', 1],
		['an event with a hash of its own making', "UPDATE audit_events SET hash = 'f' WHERE seq = 4", 4],
		['two events that changed places', 'UPDATE audit_events SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4); UPDATE audit_events SET seq = -seq WHERE seq < 0', 3]
	])('shows %s', async (_, sql, at) => {
		await tampered(sql);
		expect((await auditChain(db.read)).brokenAt).toBe(at);
		await exec(db, 'DELETE FROM audit_events');
	}); // prettier-ignore
});

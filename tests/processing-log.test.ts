import { readdirSync, readFileSync } from 'node:fs';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { caseloadPage } from '#lib/server/caseload.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { inzageOf } from '#lib/server/inzage.ts';
import { mondayList } from '#lib/server/monday-list.ts';
import { decrypt } from '#lib/server/secrets.ts';
import { exportVerwerkingen, purposeOf, subjectKeyOf, withoutSubject } from '#lib/server/verwerkingslog.ts';
import { consulent, gemeente, inburgeraar, later, now, somebody } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let staff: Staff;
const people: string[] = [];

beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
	for (let n = 0; n < 30; n++) people.push(await inburgeraar(staff, { name: `Canary-${n}` }));
});
afterAll(() => db.close());

const linesOf = (id: string) =>
	db.read
		.select()
		.from(t.verwerkingslog)
		.where(eq(t.verwerkingslog.subjectKey, subjectKeyOf(id)));
const me = (id: string): Inburgeraar => ({ ...staff, id, role: 'inburgeraar' });
const count = async () => (await db.read.select().from(t.verwerkingslog)).length;

test('AUD-02 AUD-03 a list of 30 people is one audit event and 30 processing-log lines', async () => {
	const before = await count();
	const page = await caseloadPage(staff, { search: '', after: null }, now);
	expect(page.rows).toHaveLength(30);
	expect((await count()) - before).toBe(30);
	const [event] = await db.read.select().from(t.auditEvents).orderBy(desc(t.auditEvents.seq)).limit(1);
	expect(event).toMatchObject({ action: 'lijst.read', objectType: 'inburgeraars', subjectId: null });
	const [line] = await linesOf(people[3] ?? '');
	expect(line).toMatchObject({ operationId: event?.operationId, verwerking: 'begeleiding', isRead: true });
});

test('AUD-02 the Monday list is audited too: a line for each person shown', async () => {
	const before = await count();
	const { rows } = await mondayList(staff, {}, later(1));
	expect(rows.length).toBeGreaterThan(0);
	expect((await count()) - before).toBe(rows.length);
});

test('AUD-03 the processing log names neither the person nor who looked, and can be read with the key', async () => {
	const id = people[0] ?? '';
	await openDossier(staff, id, 'overzicht', later(2));
	const text = JSON.stringify(await db.read.select().from(t.verwerkingslog));
	expect(text).not.toContain(id);
	expect(text).not.toContain(staff.id);
	const lines = await linesOf(id);
	expect(decrypt('verwerkingslog', lines.at(-1)?.subject ?? '')).toBe(id);
});

test('AUD-03 the export has the field names of the standard, a pseudonym and no name of staff', async () => {
	const id = people[7] ?? '';
	const at = later(5);
	await openDossier(staff, id, 'pip', at);
	const lines = await exportVerwerkingen(db.read, 'https://pip.test', at, at.add({ seconds: 1 }));
	expect(lines).toHaveLength(1);
	expect(lines[0]?.trace_id).toMatch(/^[0-9a-f]{32}$/);
	expect(lines[0]?.span_id).toMatch(/^[0-9a-f]{16}$/);
	expect(lines[0]).toMatchObject({ name: 'data.read', start_time: at.epochMilliseconds });
	expect(lines[0]?.attributes['dpl.core.data_subject_id']).toBe(subjectKeyOf(id));
	expect(JSON.stringify(lines)).not.toContain(staff.id);
});

test('AUD-01 the line stands or falls with its operation', async () => {
	const before = await count();
	const fails = database().transaction(async (tx) => {
		await recordAudit(tx, staff, { action: 'dossier.read', subjectId: people[1] }, now);
		throw new Error('no');
	});
	await expect(fails).rejects.toThrow('no');
	expect(await count()).toBe(before);
});

test('AUD-03 a line never changes', async () => {
	const change = database().transaction(async (tx) => {
		await tx.update(t.verwerkingslog).set({ isRead: false });
	});
	await expect(change).rejects.toThrow();
});

test('AUD-05 the participant sees organisation, role, purpose and time: never the name of staff', async () => {
	const id = people[5] ?? '';
	await openDossier(staff, id, 'pip', later(10));
	await openDossier(staff, id, 'uren', later(25));
	const { days, earlier, later: next } = await inzageOf(me(id), undefined, later(30));
	const lines = days[0]?.lines ?? [];
	expect(lines[0]).toMatchObject({ organisation: 'Linden', role: 'consulent', verwerking: 'begeleiding' });
	expect(lines[0]).toMatchObject({ isRead: true, last: later(25) });
	expect(JSON.stringify(days)).not.toContain('Amina');
	expect([earlier, next]).toEqual([undefined, undefined]);
});

test('AUD-05 what the participant did is left out, and so is what concerned somebody else', async () => {
	const id = await inburgeraar(staff);
	const other = await inburgeraar(staff);
	await database().transaction(async (tx) => {
		await recordAudit(tx, me(id), { action: 'preference.change', subjectId: id }, later(40));
		await recordAudit(tx, staff, { action: 'dossier.read', subjectId: other }, later(40));
	});
	expect((await inzageOf(me(id), undefined, later(41))).days).toEqual([]);
});

test('AUD-05 a month is walked back to the first line, and no further', async () => {
	const id = await inburgeraar(staff);
	const past = now.subtract({ hours: 24 * 70 });
	await database().transaction((tx) =>
		recordAudit(tx, staff, { action: 'pip.publish', subjectId: id }, past)
	);
	const actor = me(id);
	const current = await inzageOf(actor, undefined, now);
	expect(current.days).toEqual([]);
	expect(current.earlier?.toString()).toBe('2026-10');
	const first = await inzageOf(actor, Temporal.PlainYearMonth.from('2026-09'), now);
	expect(first.days[0]?.lines[0]).toMatchObject({ verwerking: 'plan', isRead: false });
	expect(first.earlier).toBeUndefined();
	// A month without anything to see is that of today.
	expect((await inzageOf(actor, Temporal.PlainYearMonth.from('1999-01'), now)).month.toString()).toBe(
		'2026-11'
	);
});

test('AUD-05 a partner is named by the organisation', async () => {
	const id = await inburgeraar(staff);
	const partnerId = `school-${id}`;
	await database().transaction(async (tx) => {
		await tx.insert(t.partners).values({ id: partnerId, gemeenteId: staff.gemeenteId, name: 'Taalschool', kind: 'taalschool' }); // prettier-ignore
	});
	const teacher = await somebody(staff.gemeenteId, { role: 'partner', partnerId });
	await database().transaction((tx) =>
		recordAudit(
			tx,
			{ ...staff, id: teacher, role: 'partner' },
			{ action: 'uren.attendance', subjectId: id },
			now
		)
	);
	const { days } = await inzageOf(me(id), undefined, later(1));
	expect(days[0]?.lines[0]).toMatchObject({
		organisation: 'Taalschool',
		role: 'partner',
		verwerking: 'uren'
	});
});

test('every action of the audit log has a purpose, or is known to concern no person', () => {
	const files = readdirSync('src/lib/server').filter((name) => name.endsWith('.ts'));
	const text = files.map((name) => readFileSync(`src/lib/server/${name}`, 'utf8')).join('\n');
	const actions = [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'|event\('([a-z_]+\.[a-z_]+)'/g)].map((found) => found[1] ?? found[2] ?? ''); // prettier-ignore
	expect(actions.length).toBeGreaterThan(20);
	const unknown = actions.filter(
		(action) => !purposeOf(action) && !withoutSubject.includes(action.split('.')[0] ?? '')
	);
	expect(unknown).toEqual([]);
});

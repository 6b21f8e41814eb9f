import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { dossierFor } from '#lib/server/dossiers.ts';
import { changeGegevens, gegevensOf, type Gegevens } from '#lib/server/gegevens.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let amina: Inburgeraar;
beforeAll(async () => {
	db = await openTestDatabase();
});
beforeEach(async () => {
	staff = await people();
	amina = await participant(staff.consulent);
});
afterAll(() => db.close());

const gegevens = async () => gegevensOf((await dossierFor(staff.consulent, amina.id))!);
const first = { person: 1, inburgeraar: 1, isZeker: false };
const change = async (set: Partial<Gegevens>, seen = first, actor: Staff = staff.consulent, at = now) =>
	changeGegevens(actor, amina.id, { ...(await gegevens()), ...set }, seen, at);
const audited = async () =>
	(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, amina.id))).map(
		({ objectType }) => objectType
	);

test('AUD-03: name, phone and interpreter change; the log names the fields and not their content', async () => {
	const set = { name: 'Amína Haddad-Ali', phone: '06 00', tolktaal: 'Tigrinya', tolkDialect: 'Asmara' };
	expect(await change(set)).toEqual({ ok: true });
	expect(await gegevens()).toMatchObject(set);
	const [row] = await db.read.select().from(t.people).where(eq(t.people.id, amina.id));
	expect(row?.nameFolded).toBe('amina haddad-ali');
	expect((await audited()).toSorted()).toEqual(['name', 'phone', 'tolkDialect', 'tolktaal']);
});
test.each([
	{ groep: 'gezin_overig' as const },
	{ verblijfsvergunning: 'regulier_gezin' as const },
	{ geboortedatum: day('1991-05-05') }
])('%o asks whether the document was seen', async (set) => {
	expect(await change(set)).toEqual({ ok: false, reden: 'zeker' });
	expect(await audited()).toEqual([]);
	expect(await change(set, { ...first, isZeker: true })).toEqual({ ok: true });
	expect(await gegevens()).toMatchObject(set);
});
test('a birth that has yet to come is refused', async () => {
	const set = { geboortedatum: day('2026-11-24') };
	expect(await change(set, { ...first, isZeker: true })).toEqual({ ok: false, reden: 'toekomst' });
});
test('IN-12: who was second is told what stands there now, and overwrites nothing', async () => {
	await change({ phone: '06 11' });
	const second = await change({ phone: '06 22' }, first, staff.collega, later(1));
	expect(second).toMatchObject({ ok: false, reden: 'conflict', now: { phone: '06 11' } });
	expect((await gegevens()).phone).toBe('06 11');
});
test('the same form sent twice changes nothing the second time', async () => {
	await change({ phone: '06 11' });
	expect(await change({ phone: '06 11' })).toEqual({ ok: true });
	expect(await audited()).toEqual(['phone']);
});
test('AC-06: another municipality finds nobody', async () => {
	expect(await change({ phone: '06 11' }, first, staff.vreemd)).toBeUndefined();
});

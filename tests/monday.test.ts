import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signalen } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import { database, useDatabase } from '#lib/server/db/current.ts';
import type { Database, Reader } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { fillDemo } from '#lib/server/demo/fill.ts';
import { personaIds } from '#lib/server/demo/ids.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { newId } from '#lib/server/ids.ts';
import { mondayList, waitingOf } from '#lib/server/monday-list.ts';
import { filtersOf, forgetFilter, saveFilter } from '#lib/server/saved-filters.ts';
import { endSnooze, snoozeOf, snoozeSignal } from '#lib/server/signal-snoozes.ts';
import { openTestDatabase } from './database.ts';

vi.setConfig({ testTimeout: 60_000 });

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const today = Temporal.PlainDate.from('2026-11-23');
let db: Database;
const staff = (key: keyof typeof personaIds, role: Staff['role'], gemeenteId: string): Staff => ({
	...{ id: personaIds[key], role, gemeenteId, name: key, partnerId: null, locale: 'nl', today },
	...{
		hasDutchBeside: true,
		hasLargeText: false,
		hasHighContrast: false,
		hasSound: true,
		hasHijriDays: true
	},
	...{ sessionId: 's', address: null }
});
let consulent: Staff;
let coordinator: Staff;
let elders: Staff;

beforeAll(async () => {
	db = await openTestDatabase();
	await fillDemo(db, now);
	const gemeenteOf = async (key: keyof typeof personaIds) =>
		(await db.read.select().from(t.people).where(eq(t.people.id, personaIds[key])))[0]?.gemeenteId ?? '';
	consulent = staff('consulent', 'consulent', await gemeenteOf('consulent'));
	coordinator = staff('coordinator', 'coordinator', await gemeenteOf('coordinator'));
	elders = staff('consulent-elders', 'consulent', await gemeenteOf('consulent-elders'));
}, 120_000);
afterAll(() => db.close());

/** How many statements `run` reads with. */
async function reads(run: () => Promise<unknown>): Promise<number> {
	let n = 0;
	const counted = new Proxy(db.read, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name);
			if (typeof value !== 'function') return value;
			if (name === 'select' || name === 'selectDistinct') n++;
			return value.bind(target);
		}
	}) as Reader;
	useDatabase({ ...db, read: counted });
	await run();
	useDatabase(db);
	return n;
}

test('the seventy people of the demo show every reason, and not everybody is urgent', async () => {
	const page = await mondayList(consulent, {}, now);
	expect(page.total).toBe(70);
	expect(signalen.filter((code) => !page.counts.has(code))).toEqual([]);
	const urgent = page.rows.filter(({ redenen: [first] }) => first?.urgentie === 'vandaag');
	expect(urgent.length).toBeGreaterThanOrEqual(5);
	expect(urgent.length).toBeLessThanOrEqual(20);
	expect(page.rows.length).toBeLessThan(60);
});

test('S8: seventy people take as many queries as ten', async () => {
	const ten = { locale: 'ar' } as const;
	expect((await mondayList(consulent, ten, now)).total).toBeLessThanOrEqual(15);
	const few = await reads(() => mondayList(consulent, ten, now));
	const many = await reads(() => mondayList(consulent, {}, now));
	expect(many).toBe(few);
	expect(many).toBeLessThan(40);
});

test('AC-11: the people of another consultant never appear; a coordinator sees the own municipality', async () => {
	const [mine, theirs, all] = await Promise.all([consulent, elders, coordinator].map((actor) => mondayList(actor, {}, now))); // prettier-ignore
	const ids = (page: typeof mine) => page!.rows.map(({ id }) => id);
	expect(ids(mine).filter((id) => ids(theirs).includes(id))).toEqual([]);
	expect(ids(all).filter((id) => ids(theirs).includes(id))).toEqual([]);
	expect(all!.total).toBe(70);
	expect(all!.nextAfter).toBeDefined();
	const next = await mondayList(coordinator, { after: all!.nextAfter }, now);
	expect(next.total).toBeGreaterThan(0);
	expect(ids(next).filter((id) => ids(all).includes(id))).toEqual([]);
	const hers = await mondayList(coordinator, { consulentId: consulent.id }, now);
	expect(ids(hers).toSorted()).toEqual(expect.arrayContaining(ids(mine).toSorted()));
});

test('filters: reason, group, route, language and a part of the name', async () => {
	const { rows, counts } = await mondayList(consulent, { signaal: 'vraag_onbeantwoord' }, now);
	expect(rows.length).toBe(counts.get('vraag_onbeantwoord'));
	for (const row of rows) expect(row.redenen.map(({ code }) => code)).toContain('vraag_onbeantwoord');
	const z = await mondayList(consulent, { leerroute: 'z', groep: 'asiel', locale: 'ti' }, now);
	expect(z.rows.length).toBeGreaterThan(0);
	for (const row of z.rows) expect(row).toMatchObject({ leerroute: 'z', groep: 'asiel', locale: 'ti' });
	expect((await mondayList(consulent, { search: 'öztürk' }, now)).total).toBe(1);
});

test('a snooze takes one reason away until its day, and ends at once when asked', async () => {
	const { rows } = await mondayList(consulent, { signaal: 'nooit_aangemeld' }, now);
	const { id } = rows[0]!;
	const codes = async (at = now) =>
		(await mondayList(consulent, {}, at)).rows.find((row) => row.id === id)?.redenen.map(({ code }) => code) ?? []; // prettier-ignore
	const before = await codes();
	const key = newId();
	const snooze = { signaal: 'nooit_aangemeld', terug: today.add({ days: 7 }), reason: 'wacht_op_ander', note: 'Brief is besteld' } as const; // prettier-ignore
	const first = await snoozeSignal(consulent, id, snooze, key, now);
	expect(first).toMatchObject({ ok: true });
	expect(await snoozeSignal(consulent, id, snooze, key, now)).toEqual(first);
	expect(await codes()).toEqual(before.filter((code) => code !== 'nooit_aangemeld'));
	expect(await codes(now.add({ hours: 24 * 6 }))).not.toContain('nooit_aangemeld');
	expect(await codes(now.add({ hours: 24 * 7 }))).toContain('nooit_aangemeld');
	const aside = await mondayList(consulent, { isSnoozed: true }, now);
	expect(aside.rows.find((row) => row.id === id)?.snoozed[0]?.snooze.note).toBe('Brief is besteld');
	expect(await endSnooze(consulent, id, 'nooit_aangemeld', now)).toEqual({ ended: 1 });
	expect(await endSnooze(consulent, id, 'nooit_aangemeld', now)).toEqual({ ended: 0 });
	expect(await codes()).toEqual(before);
});

test('AC-06: nobody puts aside or looks at a reason of somebody else’s person; days outside the limits are refused', async () => {
	const { id } = (await mondayList(consulent, {}, now)).rows[0]!;
	const snooze = { signaal: 'geen_contact', terug: today.add({ days: 1 }), reason: 'anders' } as const;
	expect(await snoozeSignal(elders, id, snooze, newId(), now)).toBeUndefined();
	expect(await endSnooze(elders, id, 'geen_contact', now)).toBeUndefined();
	expect(await snoozeOf(elders, id, 'geen_contact', now)).toBeUndefined();
	for (const days of [0, 93])
		expect(await snoozeSignal(consulent, id, { ...snooze, terug: today.add({ days }) }, newId(), now)).toEqual({ ok: false, reden: 'terug' }); // prettier-ignore
});

test('a dossier names the reasons of the list, and what was put aside; AC-06: nobody else’s', async () => {
	const [row] = (await mondayList(consulent, {}, now)).rows;
	const { id } = row!;
	const [first, ...others] = row!.redenen.map(({ code }) => code);
	expect((await waitingOf(consulent, id, now))?.redenen.map(({ code }) => code)).toEqual([first, ...others]);
	const snooze = { signaal: first!, terug: today.add({ days: 7 }), reason: 'al_besproken' } as const;
	await snoozeSignal(consulent, id, snooze, newId(), now);
	const waiting = await waitingOf(consulent, id, now);
	expect(waiting?.redenen.map(({ code }) => code)).toEqual(others);
	expect(waiting?.snoozed.map(({ reden }) => reden.code)).toEqual([first]);
	await endSnooze(consulent, id, first!, now);
	expect(await waitingOf(elders, id, now)).toBeUndefined();
	expect(await reads(() => waitingOf(consulent, id, now))).toBeLessThan(40);
});

test('opening a dossier is remembered for the guiding consultant only', async () => {
	const [row] = (await mondayList(consulent, {}, now)).rows;
	const opened = async () =>
		(await mondayList(coordinator, { search: row!.name }, now)).rows.find(({ id }) => id === row!.id)?.laatstGeopend; // prettier-ignore
	const before = await opened();
	await openDossier(coordinator, row!.id, 'overzicht', now);
	expect(await opened()).toEqual(before);
	await openDossier(consulent, row!.id, 'overzicht', now);
	expect((await opened())?.equals(now)).toBe(true);
});

test('a filter is kept under a name, replaced by the same name and forgotten by its owner only', async () => {
	const names = async () => (await filtersOf(consulent)).map(({ name, query }) => `${name} ${query}`);
	const key = newId();
	expect(await saveFilter(consulent, { name: 'Tigrinya', query: 'taal=ti' }, key, now)).toBe(true);
	expect(await saveFilter(consulent, { name: 'Tigrinya', query: 'taal=ti' }, key, now)).toBe(true);
	await saveFilter(consulent, { name: 'Tigrinya', query: 'taal=ti&route=z' }, newId(), now);
	expect(await names()).toEqual(['Tigrinya taal=ti&route=z']);
	expect(await filtersOf(elders)).toEqual([]);
	const [kept] = await filtersOf(consulent);
	await forgetFilter(elders, kept!.id);
	expect(await names()).toHaveLength(1);
	await forgetFilter(consulent, kept!.id);
	expect(await names()).toEqual([]);
	for (let n = 0; n < 13; n++)
		expect(await saveFilter(consulent, { name: `${n}`, query: '' }, newId(), now)).toBe(n < 12);
	expect(database()).toBe(db);
});

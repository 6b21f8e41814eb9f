import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aanwezigheidTot } from '#lib/domain/duoLijst.ts';
import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { duoListOf, duoOverview, openDuoLines, tickDuo, untickDuo } from '#lib/server/duo-list.ts';
import {
	ladderOf,
	ownGesprekken,
	recordGesprek,
	withdrawGesprek,
	type Gesprek
} from '#lib/server/handhaving.ts';
import { confirmHours, recordHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { recordEvent, withdrawEvent } from '#lib/server/traject-events.ts';
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
	amina = await participant(staff.consulent, {
		pip: { intensiteitMinutenPerWeek: 900, niveauLezen: 'b1', niveauSpreken: 'a2' }
	});
});
afterAll(() => db.close());

const shown = async (id = amina.id) =>
	(await duoListOf(staff.consulent, id, now))?.map(({ item, regel, state }) => [
		item.split(':')[0],
		regel?.value ?? null,
		state
	]);
const happened = async (kind: TrajectEventKind, on: string, slots = {}) => {
	const event = { kind, day: day(on), slots: [slots] };
	const result = await recordEvent(staff.consulent, amina.id, event, newId(), now);
	if (!result?.ok) throw new Error('refused');
	return result.id;
};
const tick = (item: string, value: string, rest: { key?: string; actor?: Staff; on?: string } = {}) =>
	tickDuo(
		rest.actor ?? staff.consulent,
		amina.id,
		{ key: rest.key ?? newId(), item, value, day: day(rest.on ?? '2026-11-23') },
		now
	);

describe('DUO list', () => {
	test('Bi2021 art. 9.2, 9.3: what belongs at DUO, in its order, each with the value to type', async () => {
		await happened('pvt_ondertekend', '2026-06-05');
		await happened('module_map_eindgesprek', '2026-09-01');
		await happened('schakelen', '2026-08-10', { van: 'b1', naar: 'z' });
		expect(await shown()).toEqual([
			['pip', '2026-03-02', 'open'],
			['leerroute', 'b1', 'open'],
			['schakelen', '2026-08-10 b1 z', 'open'],
			['intensiteit', '900', 'open'],
			['taalniveau', 'lezen=b1 spreken=a2', 'open'],
			['pvt', '2026-06-05', 'open'],
			['module_map', '2026-09-01', 'open'],
			['aanbod', '2026-06-02', 'open']
		]);
	});

	test('Ri2021 art. 4.1 lid 1 onder g: an offer that failed to appear within three months, gone once lessons began in time', async () => {
		await happened('aanbod_start', '2026-06-02');
		expect((await shown())?.map(([item]) => item)).not.toContain('aanbod');
		const route = await participant(staff.consulent, { groep: 'gezin_overig' });
		expect((await shown(route.id))?.map(([item]) => item)).toEqual(['pip', 'leerroute']);
	});

	test('lessons count when confirmed, up to the last quarter that is over: 30 September', async () => {
		expect(String(aanwezigheidTot(day('2026-11-23')))).toBe('2026-09-30');
		expect(String(aanwezigheidTot(day('2027-01-01')))).toBe('2026-12-31');
		const lesson = { category: 'nt2', minutes: 120 } as const;
		for (const on of ['2026-09-30', '2026-10-01'])
			await recordHours(staff.consulent, amina.id, { ...lesson, day: day(on) }, newId(), now);
		expect((await shown())?.find(([item]) => item === 'aanwezigheid')).toBeUndefined();
		const rows = await db.read.select().from(t.hourEntries).where(eq(t.hourEntries.inburgeraarId, amina.id));
		await confirmHours(staff.collega, amina.id, rows.map(({ id }) => id), later(1)); // prettier-ignore
		expect((await shown())?.find(([item]) => item === 'aanwezigheid')).toEqual(['aanwezigheid', '120 2026-09-30', 'open']); // prettier-ignore
	});

	test('ticked with a day it is done; when the value changes it shows what was typed over and when', async () => {
		const first = await happened('pvt_ondertekend', '2026-06-05');
		expect(await tick('pvt', '2026-06-05', { on: '2026-06-08' })).toEqual({ ok: true });
		const line = async () =>
			(await duoListOf(staff.consulent, amina.id, now))?.find(({ code }) => code === 'pvt');
		expect((await line())?.state).toBe('gedaan');
		await withdrawEvent(staff.consulent, amina.id, first, later(1));
		expect(await line()).toMatchObject({ state: 'veranderd', regel: null });
		await happened('pvt_ondertekend', '2026-06-12');
		const now2 = await line();
		expect([now2?.state, now2?.regel?.value, now2?.typed?.value, String(now2?.typed?.day)]).toEqual(['veranderd', '2026-06-12', '2026-06-05', '2026-06-08']); // prettier-ignore
	});

	test('a tick is taken back by a row, never removed; the same form twice is one row', async () => {
		const key = newId();
		await tick('pip', '2026-03-02', { key });
		await tick('pip', '2026-03-02', { key });
		expect(await untickDuo(staff.consulent, amina.id, { key: newId(), item: 'pip' }, later(1))).toEqual({ ok: true }); // prettier-ignore
		const rows = await db.read.select().from(t.duoTicks).where(eq(t.duoTicks.inburgeraarId, amina.id));
		expect(rows.map(({ isWithdrawal }) => isWithdrawal).toSorted()).toEqual([false, true]);
		expect((await shown())?.[0]).toEqual(['pip', '2026-03-02', 'open']);
	});

	test('IN-12: a value that changed since the page was shown, and a day ahead, are refused', async () => {
		expect(await tick('pip', '2026-03-01')).toEqual({ ok: false, reden: 'veranderd', now: '2026-03-02' });
		expect(await tick('pip', '2026-03-02', { on: '2026-11-24' })).toMatchObject({ reden: 'toekomst' });
		expect(await tick('pip', '2026-03-02', { actor: staff.vreemd })).toBeUndefined();
		expect(await duoListOf(staff.vreemd, amina.id, now)).toBeUndefined();
	});

	test('AC-11: everybody with something open, of the own people only, as the Monday list takes it', async () => {
		const done = await participant(staff.consulent, { leerroute: null });
		const all = await duoOverview(staff.consulent, now);
		expect(all.map(({ person }) => person.id)).toEqual([amina.id]);
		expect(await duoOverview(staff.vreemd, now)).toEqual([]);
		const open = await openDuoLines(db.read, [amina.id, done.id], day('2026-11-23'));
		expect([...open].map(([id, lines]) => [id, lines.length])).toEqual([[amina.id, 5]]);
	});
});

const step = (stap: Gesprek['stap'], on: string, rest: Partial<Gesprek> = {}): Gesprek => ({
	...{ stap, dag: day(on), aanleiding: 'Drie lessen gemist' },
	...rest
});
const note = async (gesprek: Gesprek, form: { key?: string; replacesId?: string } = {}, at = now) => {
	const result = await recordGesprek(staff.consulent, amina.id, gesprek, { key: newId(), ...form }, at);
	return result?.ok ? result.id : result?.reden;
};

describe('hearing ladder', () => {
	test('R-07, R-34: a warning only after a talk, a hearing only after a warning, each talk carries one', async () => {
		expect(await note(step('waarschuwing', '2026-11-10'))).toBe('volgorde');
		expect(await note(step('hoorgesprek', '2026-11-10'))).toBe('volgorde');
		const next = async () => (await ladderOf(staff.consulent, amina.id, now))?.next;
		expect(await next()).toEqual(['gesprek']);
		await note(
			step('gesprek', '2026-11-10', { eigenWoorden: 'Mijn kind was ziek.', uitkomst: 'Andere les.' })
		);
		expect(await next()).toEqual(['gesprek', 'waarschuwing']);
		expect(await note(step('waarschuwing', '2026-11-09'))).toBe('volgorde');
		await note(step('waarschuwing', '2026-11-12'));
		expect(await note(step('waarschuwing', '2026-11-13'))).toBe('volgorde');
		await note(step('hoorgesprek', '2026-11-16'));
		expect(await next()).toEqual(['gesprek']);
	});

	test('a correction and a withdrawal are new rows; a step on which another rests stays', async () => {
		const talk = String(await note(step('gesprek', '2026-11-10')));
		const warning = String(await note(step('waarschuwing', '2026-11-12')));
		const back = (id: string) => withdrawGesprek(staff.consulent, amina.id, id, later(5));
		expect(await back(talk)).toEqual({ ok: false, reden: 'volgorde' });
		expect(await note(step('gesprek', '2026-11-13'), { replacesId: talk }, later(1))).toBe('volgorde');
		await note(step('gesprek', '2026-11-11', { uitkomst: 'Toch' }), { replacesId: talk }, later(2));
		expect(await back(warning)).toEqual({ ok: true });
		expect(await back(warning)).toEqual({ ok: false, reden: 'achterhaald' });
		const ladder = await ladderOf(staff.consulent, amina.id, now);
		expect(ladder?.standing.map(({ stap, uitkomst }) => [stap, uitkomst])).toEqual([['gesprek', 'Toch']]);
		expect(ladder?.all).toHaveLength(4);
		expect((await ownGesprekken(amina)).map(({ day: on }) => String(on))).toEqual(['2026-11-11']);
	});

	test('R-36: for asiel the text that no fine follows, for others to talk; no amount anywhere', async () => {
		const other = await participant(staff.consulent, { groep: 'gezin_overig' });
		expect((await ladderOf(staff.consulent, amina.id, now))?.tekst).toBe('geen_boete');
		expect((await ladderOf(staff.consulent, other.id, now))?.tekst).toBe('praat_met_consulent');
	});

	test('AC-06, IN-11: not the dossier of another, and the same form twice is one step', async () => {
		expect(await ladderOf(staff.vreemd, amina.id, now)).toBeUndefined();
		const form = { key: newId() };
		const one = await note(step('gesprek', '2026-11-10'), form);
		expect(await note(step('gesprek', '2026-11-10'), form)).toBe(one);
		expect((await ladderOf(staff.consulent, amina.id, now))?.all).toHaveLength(1);
		expect(await note(step('gesprek', '2026-11-24'))).toBe('toekomst');
	});
});

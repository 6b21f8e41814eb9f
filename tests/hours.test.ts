import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hourTotals, sumOf } from '#lib/domain/hours.ts';
import { hourCategories, type HourCategory } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import { sumHours } from '#lib/server/db/hours.ts';
import { auditEvents, hourEntries, outbox } from '#lib/server/db/schema.ts';
import { answerDispute, disputeHours, disputesOf, ownEntry } from '#lib/server/hour-disputes.ts';
import { correctHours } from '#lib/server/hour-corrections.ts';
import { confirmHours, hoursOf, recordHours, type NewHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { eq } from 'drizzle-orm';
import { openTestDatabase } from './database.ts';
import { day, enrol, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

const pvt = (minutes: number, on = '2026-11-02'): NewHours => ({ category: 'pvt', day: day(on), minutes });
const entries = async (actor: Staff, id: string) => (await hoursOf(actor, id)) ?? [];
async function recorded(id: string, hours = pvt(150), actor = staff.consulent) {
	const result = await recordHours(actor, id, hours, newId(), now);
	if (!result?.ok) throw new Error(result?.reden ?? 'not found');
	return result.id;
}

describe('recording', () => {
	test('IN-11: the same form sent twice is one row, one audit event', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		const first = await recordHours(staff.consulent, id, pvt(150), key, now);
		const second = await recordHours(staff.consulent, id, pvt(150), key, later(1));
		expect(second).toEqual(first);
		expect(await db.read.select().from(hourEntries).where(eq(hourEntries.inburgeraarId, id))).toHaveLength(1);
		expect(await db.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))).toHaveLength(1);
		expect(await db.read.select().from(outbox).where(eq(outbox.personId, id))).toHaveLength(1);
	});
	test('a day ahead is refused, and the same form can be sent again with the right day', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		const wrong = await recordHours(staff.consulent, id, pvt(150, '2026-11-24'), key, now);
		expect(wrong).toEqual({ ok: false, reden: 'toekomst' });
		expect(await recordHours(staff.consulent, id, pvt(150, '2026-11-23'), key, now)).toMatchObject({
			ok: true
		});
	});
	test('a day before birth is refused', async () => {
		const { id } = await participant(staff.consulent);
		const result = await recordHours(staff.consulent, id, pvt(60, '1990-05-04'), newId(), now);
		expect(result).toEqual({ ok: false, reden: 'voor_geboorte' });
	});
	test('a day before the PIP is a warning that can be answered', async () => {
		const { id } = await participant(staff.consulent);
		const early = pvt(60, '2026-03-01');
		expect(await recordHours(staff.consulent, id, early, newId(), now)).toEqual({
			ok: false,
			reden: 'voor_pip'
		});
		const known = { ...early, mayPrecedePip: true };
		expect(await recordHours(staff.consulent, id, known, newId(), now)).toMatchObject({ ok: true });
	});
	test('a lesson stands once, whoever records it', async () => {
		const { id } = await participant(staff.consulent);
		const enrolmentId = await enrol(id);
		const lesson: NewHours = { category: 'nt2', day: day('2026-11-02'), minutes: 150, enrolmentId };
		await recorded(id, lesson);
		const again = await recordHours(staff.collega, id, { ...lesson, minutes: 120 }, newId(), now);
		expect(again).toEqual({ ok: false, reden: 'staat_er_al' });
	});
	test('the course of somebody else is refused', async () => {
		const { id } = await participant(staff.consulent);
		const other = await participant(staff.consulent);
		const enrolmentId = await enrol(other.id);
		const result = await recordHours(staff.consulent, id, { ...pvt(60), enrolmentId }, newId(), now);
		expect(result).toEqual({ ok: false, reden: 'andere_cursus' });
	});
	test('AC-11: somebody of another municipality finds nobody', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		const wanted = { ...pvt(60), reason: 'verkeerde_duur' as const, version: 1 };
		expect(await recordHours(staff.vreemd, id, pvt(60), newId(), now)).toBeUndefined();
		expect(await hoursOf(staff.vreemd, id)).toBeUndefined();
		expect(await confirmHours(staff.vreemd, id, [entryId], now)).toBeUndefined();
		expect(await correctHours(staff.vreemd, id, entryId, wanted, newId(), now)).toBeUndefined();
		expect(await disputesOf(staff.vreemd, id)).toBeUndefined();
		expect((await entries(staff.consulent, id))[0]?.rows).toHaveLength(1);
	});
});

describe('confirming', () => {
	test('AC-14: nobody confirms the hours they recorded', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		expect(await confirmHours(staff.consulent, id, [entryId], now)).toEqual({ confirmed: 0, own: 1 });
		expect(await confirmHours(staff.collega, id, [entryId], now)).toEqual({ confirmed: 1, own: 0 });
		expect(await confirmHours(staff.collega, id, [entryId], now)).toEqual({ confirmed: 0, own: 0 });
		const total = hourTotals(await entries(staff.consulent, id)).pvt;
		expect(total).toEqual({ recorded: 150, confirmed: 150 });
	});
	test('AC-14: a correction upwards counts only after somebody else confirmed it, downwards at once', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		await confirmHours(staff.collega, id, [entryId], now);
		const correct = (minutes: number, version: number) =>
			correctHours(
				staff.collega,
				id,
				entryId,
				{ ...pvt(minutes), reason: 'verkeerde_duur', version },
				newId(),
				now
			);
		await correct(180, 1);
		expect(hourTotals(await entries(staff.consulent, id)).pvt).toEqual({ recorded: 180, confirmed: 150 });
		await confirmHours(staff.collega, id, [entryId], now);
		expect(hourTotals(await entries(staff.consulent, id)).pvt.confirmed).toBe(150);
		await confirmHours(staff.consulent, id, [entryId], now);
		expect(hourTotals(await entries(staff.consulent, id)).pvt.confirmed).toBe(180);
		await correct(60, 2);
		expect(hourTotals(await entries(staff.consulent, id)).pvt).toEqual({ recorded: 60, confirmed: 60 });
	});
});

describe('correcting', () => {
	test('the first row stays, the difference is a new row', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		const wanted = { ...pvt(120), reason: 'verkeerde_duur' as const, version: 1 };
		expect(await correctHours(staff.consulent, id, entryId, wanted, newId(), now)).toEqual({
			ok: true,
			id: entryId
		});
		const [entry] = await entries(staff.consulent, id);
		expect(entry?.rows.map(({ minutes }) => minutes)).toEqual([150, -30]);
		expect(entry?.now).toMatchObject({ category: 'pvt', minutes: 120 });
	});
	test('another day and another kind: out of the old place, into the new one', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		const wanted = { category: 'nt2' as const, day: day('2026-11-03'), minutes: 90 };
		await correctHours(
			staff.consulent,
			id,
			entryId,
			{ ...wanted, reason: 'verkeerde_soort', version: 1 },
			newId(),
			now
		);
		const [entry] = await entries(staff.consulent, id);
		expect(entry?.rows.map(({ category, minutes }) => [category, minutes])).toEqual([['pvt', 150], ['pvt', -150], ['nt2', 90]]); // prettier-ignore
		expect(entry?.now).toEqual(wanted);
	});
	test('to nothing and back', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		const correct = (minutes: number, version: number) =>
			correctHours(
				staff.consulent,
				id,
				entryId,
				{ ...pvt(minutes), reason: 'niet_aanwezig', version },
				newId(),
				now
			);
		await correct(0, 1);
		expect((await entries(staff.consulent, id))[0]?.now).toBeNull();
		await correct(60, 2);
		expect((await entries(staff.consulent, id))[0]?.now).toMatchObject({ minutes: 60 });
	});
	test('IN-12: two people correct the same entry, the second sees what stands there now', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		const correct = (actor: Staff, minutes: number) =>
			correctHours(
				actor,
				id,
				entryId,
				{ ...pvt(minutes), reason: 'verkeerde_duur', version: 1 },
				newId(),
				now
			);
		expect(await correct(staff.consulent, 120)).toMatchObject({ ok: true });
		const lost = await correct(staff.collega, 60);
		expect(lost).toMatchObject({ ok: false, reden: 'conflict', now: { now: { minutes: 120 } } });
		expect(hourTotals(await entries(staff.consulent, id)).pvt.recorded).toBe(120);
	});
	test('what changes nothing is refused', async () => {
		const { id } = await participant(staff.consulent);
		const entryId = await recorded(id);
		const same = { ...pvt(150), reason: 'verkeerde_duur' as const, version: 1 };
		const result = await correctHours(staff.consulent, id, entryId, same, newId(), now);
		expect(result).toEqual({ ok: false, reden: 'niets_anders' });
	});
	test('the ledger itself refuses to change a row', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id);
		const change = db.transaction(async (tx) => {
			await tx.update(hourEntries).set({ minutes: 600 }).where(eq(hourEntries.inburgeraarId, id));
		});
		await expect(change).rejects.toThrow();
	});
});

describe('disputes', () => {
	test('one is open at a time, with the answer visible afterwards', async () => {
		const actor = await participant(staff.consulent);
		const entryId = await recorded(actor.id);
		const said = { kind: 'te_weinig' as const, text: 'Ik was er tot vijf uur' };
		const first = await disputeHours(actor, entryId, said, newId(), now);
		expect(await disputeHours(actor, entryId, { kind: 'anders' }, newId(), now)).toBe(first);
		const answer = {
			text: 'Dat klopt',
			correction: { ...pvt(180), reason: 'na_melding' as const, version: 1 },
			version: 1
		};
		expect(await answerDispute(staff.consulent, actor.id, first ?? '', answer, later(5))).toEqual({
			ok: true
		});
		expect(await answerDispute(staff.consulent, actor.id, first ?? '', answer, later(6))).toEqual({
			ok: true
		});
		const seen = await ownEntry(actor, entryId);
		expect(seen?.disputes).toMatchObject([
			{ outcome: 'aangepast', answer: 'Dat klopt', answeredByName: 'Fatma de Vries' }
		]);
		expect(seen?.entry.rows.map(({ minutes }) => minutes)).toEqual([150, 30]);
	});
	test('hours that stay need an explanation', async () => {
		const actor = await participant(staff.consulent);
		const id = (await disputeHours(actor, await recorded(actor.id), { kind: 'te_veel' }, newId(), now)) ?? '';
		const answer = (text: string | undefined) =>
			answerDispute(staff.consulent, actor.id, id, { text, version: 1 }, now);
		expect(await answer(undefined)).toEqual({ ok: false, reden: 'uitleg_nodig' });
		expect(await answer('De lijst van de school zegt 2:30')).toEqual({ ok: true });
	});
	test('IN-12: answered by a colleague meanwhile', async () => {
		const actor = await participant(staff.consulent);
		const id = (await disputeHours(actor, await recorded(actor.id), { kind: 'anders' }, newId(), now)) ?? '';
		await answerDispute(staff.collega, actor.id, id, { text: 'Blijft zo', version: 1 }, now);
		const second = await answerDispute(staff.consulent, actor.id, id, { text: 'Anders', version: 1 }, now);
		expect(second).toMatchObject({ ok: false, reden: 'conflict', now: { dispute: { answer: 'Blijft zo' } } });
	});
	test('AC-13: the hours of somebody else cannot be disputed or read', async () => {
		const actor = await participant(staff.consulent);
		const other = await participant(staff.consulent);
		const entryId = await recorded(other.id);
		expect(await disputeHours(actor, entryId, { kind: 'anders' }, newId(), now)).toBeUndefined();
		expect(await ownEntry(actor, entryId)).toBeUndefined();
		expect(await disputesOf(actor, other.id)).toBeUndefined();
	});
});

describe('totals', () => {
	const step = fc.record({
		what: fc.constantFrom('record', 'correct', 'confirm'),
		who: fc.constantFrom('consulent', 'collega'),
		which: fc.nat(4),
		category: fc.constantFrom<HourCategory>('pvt', 'nt2', 'participatie'),
		minutes: fc.integer({ min: 0, max: 300 }),
		on: fc.constantFrom('2026-11-02', '2026-11-03')
	});
	test('the total is the sum of the rows after any history, and the database counts the same', async () => {
		const runs = process.env.TEST_DATABASE === 'pglite' ? 8 : 25;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
				const { id } = await participant(staff.consulent);
				for (const { what, who, which, category, minutes, on } of steps) {
					const actor = staff[who as 'consulent' | 'collega'];
					const found = await entries(actor, id);
					const entry = found[which % Math.max(1, found.length)];
					const place = { category, day: day(on), minutes };
					if (what === 'record') await recordHours(actor, id, { ...place, minutes: minutes + 1 }, newId(), now);
					else if (entry && what === 'confirm') await confirmHours(actor, id, [entry.id], now);
					else if (entry)
						await correctHours(actor, id, entry.id, { ...place, reason: 'verkeerde_duur', version: entry.version }, newId(), now); // prettier-ignore
				}
				const all = await entries(staff.consulent, id);
				const totals = hourTotals(all);
				const rows = all.flatMap((entry) => entry.rows);
				const counted = await sumHours(database().read, id);
				for (const category of hourCategories) {
					const total = totals[category];
					expect(total.recorded).toBe(sumOf(rows.filter((row) => row.category === category)));
					expect(total.confirmed).toBeGreaterThanOrEqual(0);
					expect(total.confirmed).toBeLessThanOrEqual(total.recorded);
					expect(counted.get(category) ?? { recorded: 0, confirmed: 0 }).toEqual(total);
				}
				expect(sumOf(rows)).toBe(all.reduce((sum, entry) => sum + (entry.now?.minutes ?? 0), 0));
			}),
			{ numRuns: runs }
		);
	}, 60_000);
});

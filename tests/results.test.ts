import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standingRows, type ReplaceableRow } from '#lib/domain/standingRows.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newId } from '#lib/server/ids.ts';
import { attemptsOf, recordAttempt, withdrawAttempt, type NewAttempt } from '#lib/server/results.ts';
import { eventsOf, recordEvent, withdrawEvent, type NewEvent } from '#lib/server/traject-events.ts';
import { openTestDatabase } from './database.ts';
import { day, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

const failed: NewAttempt = { onderdeel: 'lezen', niveau: 'b1', day: day('2026-11-02'), result: 'gezakt' };
const record = (id: string, row: NewAttempt, key = newId(), actor = staff.consulent) =>
	recordAttempt(actor, id, row, key, now);
const idOf = (result: { ok: true; id: string } | { ok: false } | undefined) => (result?.ok ? result.id : '');

describe('rows that take the place of others', () => {
	const row = (id: string, replacesId: string | null = null, isWithdrawal = false): ReplaceableRow => ({ id, replacesId, isWithdrawal }); // prettier-ignore
	const standing = (...rows: ReplaceableRow[]) => standingRows(rows).map(({ id }) => id);
	test('a correction stands, what it corrects does not', () => {
		expect(standing(row('a'), row('b', 'a'))).toEqual(['b']);
	});
	test('a withdrawal leaves nothing', () => {
		expect(standing(row('a'), row('w', 'a', true))).toEqual([]);
	});
	test('a withdrawn correction brings back what was there', () => {
		expect(standing(row('a'), row('b', 'a'), row('w', 'b', true))).toEqual(['a']);
	});
	test('others stay', () => {
		expect(standing(row('a'), row('b'), row('w', 'b', true))).toEqual(['a']);
	});
});

describe('exam attempts', () => {
	test('IN-11: the same form sent twice is one attempt', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		expect(await record(id, failed, key)).toEqual(await record(id, failed, key));
		expect((await attemptsOf(staff.consulent, id))?.all).toHaveLength(1);
	});
	test('a correction is a new row; the same one cannot be corrected twice', async () => {
		const { id } = await participant(staff.consulent);
		const first = idOf(await record(id, failed));
		const better: NewAttempt = { ...failed, result: 'geslaagd', replacesId: first };
		expect(await record(id, better)).toMatchObject({ ok: true });
		expect(await record(id, better, newId(), staff.collega as typeof staff.consulent)).toEqual({
			ok: false,
			reden: 'achterhaald'
		});
		const found = await attemptsOf(staff.consulent, id);
		expect(found?.all).toHaveLength(2);
		expect(found?.standing.map(({ result }) => result)).toEqual(['geslaagd']);
	});
	test('a withdrawn attempt stays visible and counts no more', async () => {
		const { id } = await participant(staff.consulent);
		const first = idOf(await record(id, failed));
		expect(await withdrawAttempt(staff.consulent, id, first, now)).toBe(true);
		expect(await withdrawAttempt(staff.consulent, id, first, now)).toBe(false);
		const found = await attemptsOf(staff.consulent, id);
		expect([found?.all.length, found?.standing.length]).toEqual([2, 0]);
	});
	test('a level is needed except for KNM; a result cannot lie ahead, an exam can', async () => {
		const { id } = await participant(staff.consulent);
		const ahead = day('2026-12-01');
		expect(await record(id, { ...failed, niveau: undefined })).toEqual({ ok: false, reden: 'niveau_nodig' });
		expect(await record(id, { ...failed, day: ahead })).toEqual({ ok: false, reden: 'toekomst' });
		expect(await record(id, { ...failed, day: ahead, result: 'uitslag_volgt' })).toMatchObject({ ok: true });
		expect(await record(id, { onderdeel: 'knm', day: failed.day, result: 'geslaagd' })).toMatchObject({
			ok: true
		});
	});
	test('AC-11: nothing of another municipality', async () => {
		const { id } = await participant(staff.consulent);
		const first = idOf(await record(id, failed));
		expect(await record(id, failed, newId(), staff.vreemd)).toBeUndefined();
		expect(await attemptsOf(staff.vreemd, id)).toBeUndefined();
		expect(await withdrawAttempt(staff.vreemd, id, first, now)).toBeUndefined();
		const other = await participant(staff.consulent);
		expect(await withdrawAttempt(staff.consulent, other.id, first, now)).toBeUndefined();
	});
});

describe('milestones and decisions', () => {
	const signed: NewEvent = { kind: 'pvt_ondertekend', day: day('2026-11-02'), slots: [{}] };
	const put = (id: string, row: NewEvent, key = newId(), actor = staff.consulent) =>
		recordEvent(actor, id, row, key, now);
	test('who decides and on which article come from the law', async () => {
		const { id } = await participant(staff.consulent);
		await put(id, signed);
		const found = await eventsOf(staff.consulent, id);
		expect(found?.standing).toMatchObject([{ decidedBy: 'inburgeraar', grondslag: 'Wi2021 art. 6 lid 5', recordedByName: 'Fatma de Vries' }]); // prettier-ignore
	});
	test('IN-11: sent twice, recorded once; several themes are several rows', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		const slots = [{ thema: 'werkcultuur' }, { thema: 'werk_vinden' }];
		const themes: NewEvent = { kind: 'module_map_thema', day: day('2026-11-02'), slots };
		expect(await put(id, themes, key)).toEqual(await put(id, themes, key));
		expect((await eventsOf(staff.consulent, id))?.all).toHaveLength(2);
	});
	test('slots that do not fit are refused by name', async () => {
		const { id } = await participant(staff.consulent);
		const wrong: NewEvent = { kind: 'vrijstelling', day: day('2026-11-02'), slots: [{ omvang: 'half' }] };
		expect(await put(id, wrong)).toEqual({ ok: false, reden: 'invullen', slots: ['omvang'] });
	});
	test('what happened cannot lie ahead; a last day of bijstand can', async () => {
		const { id } = await participant(staff.consulent);
		const ahead = day('2026-12-31');
		expect(await put(id, { ...signed, day: ahead })).toEqual({ ok: false, reden: 'toekomst' });
		expect(await put(id, { kind: 'bijstand_einde', day: ahead, slots: [{}] })).toMatchObject({ ok: true });
	});
	test('withdrawn once, by a new row; the row stays visible', async () => {
		const { id } = await participant(staff.consulent);
		const first = idOf(await put(id, signed));
		expect(await withdrawEvent(staff.consulent, id, first, now)).toBe(true);
		expect(await withdrawEvent(staff.consulent, id, first, now)).toBe(false);
		const found = await eventsOf(staff.consulent, id);
		expect([found?.all.length, found?.standing.length]).toEqual([2, 0]);
	});
	test('a decision cannot take the place of another kind of row', async () => {
		const { id } = await participant(staff.consulent);
		const first = idOf(await put(id, signed));
		const decision: NewEvent = { kind: 'verlenging', day: day('2026-11-02'), slots: [{ grond: 'ziekte', status: 'toegekend' }], replacesId: first }; // prettier-ignore
		expect(await put(id, decision)).toEqual({ ok: false, reden: 'achterhaald' });
	});
	test('AC-11: nothing of another municipality', async () => {
		const { id } = await participant(staff.consulent);
		const first = idOf(await put(id, signed));
		expect(await put(id, signed, newId(), staff.vreemd)).toBeUndefined();
		expect(await eventsOf(staff.vreemd, id)).toBeUndefined();
		expect(await withdrawEvent(staff.vreemd, id, first, now)).toBeUndefined();
	});
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '#lib/domain/facts.ts';
import type { TrajectSlots } from '#lib/domain/trajectSlots.ts';
import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { pips } from '#lib/server/db/schema.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { database } from '#lib/server/db/current.ts';
import { factsOfEvents, kindsWithoutFacts } from '#lib/server/facts-of-events.ts';
import { factsFrom, factsOf, findFactRows, uitkomstOf } from '#lib/server/facts.ts';
import { confirmHours, recordHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { metersFrom, progressOf } from '#lib/server/progress.ts';
import { recordAttempt } from '#lib/server/results.ts';
import { recordEvent, withdrawEvent } from '#lib/server/traject-events.ts';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
const today = day('2026-11-23');
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

const facts = async (id: string) => (await factsOf(id, today)) ?? {};
async function event(
	id: string,
	kind: TrajectEventKind,
	on: string,
	slots: TrajectSlots = {},
	replacesId?: string
) {
	const row = { kind, day: day(on), slots: [slots], replacesId };
	const result = await recordEvent(staff.consulent, id, row, newId(), now);
	if (!result?.ok) throw new Error(result?.reden ?? 'not found');
	return result.id;
}
async function hours(id: string, category: HourCategory, minutes: number, isConfirmed = true) {
	const row = { category, day: day('2026-11-02'), minutes, mayPrecedePip: true };
	const result = await recordHours(staff.consulent, id, row, newId(), now);
	if (isConfirmed && result?.ok) await confirmHours(staff.collega, id, [result.id], now);
}

describe('facts', () => {
	test.each(kindsWithoutFacts)('%s is a step of the work and no fact for the law', (kind) => {
		const row = { id: newId(), kind, day: today, slots: {}, replacesId: null, isWithdrawal: false };
		expect(factsOfEvents([row])).toEqual({});
	});

	test('before the PIP only the person is known; nothing is false or 0', async () => {
		const { id } = await participant(staff.consulent, { leerroute: null });
		expect(await facts(id)).toEqual({
			...{
				peildatum: today,
				groep: 'asiel',
				verblijfsvergunning: 'asiel_bepaalde_tijd',
				nationaliteit: 'overig'
			},
			...{ geboortedatum: day('1990-05-05'), lokaalBeleid: { maximumSchakelingen: 1 } }
		});
	});
	test('nobody has no facts', async () => {
		expect(await factsOf(newId(), today)).toBeUndefined();
		expect(await uitkomstOf(newId(), today)).toBeUndefined();
	});
	test('only confirmed minutes count; alfabetisering is NT2, practice is part of the module', async () => {
		const { id } = await participant(staff.consulent, { leerroute: 'z' });
		await hours(id, 'nt2', 150);
		await hours(id, 'alfabetisering', 90);
		await hours(id, 'nt2', 100, false);
		await hours(id, 'module_map', 60);
		await hours(id, 'module_map_praktijk', 240);
		expect(await facts(id)).toMatchObject({
			...{ nt2Minuten: 240, alfabetiseringMinuten: 90, knmMinuten: 0, pvtMinuten: 0 },
			...{ moduleMapMinuten: 300, moduleMapPraktijkMinuten: 240, overigeParticipatieMinuten: 0 }
		});
	});
	test('lessons of gezin_overig without a row are unknown, not 0', async () => {
		const { id } = await participant(staff.consulent, { groep: 'gezin_overig' });
		expect(await facts(id)).not.toHaveProperty('nt2Minuten');
		expect(await facts(id)).toMatchObject({ pvtMinuten: 0 });
		await hours(id, 'knm', 60);
		expect(await facts(id)).toMatchObject({ nt2Minuten: 0, knmMinuten: 60 });
	});
	test('versions of the PIP: the first stays the first, a move is not a later version', async () => {
		const { id } = await participant(staff.consulent);
		const version = (versie: number, on: string, redenWijziging: 'verhuizing' | 'voortgang') =>
			db.transaction(async (tx) => {
				await tx.insert(pips).values({
					...{ inburgeraarId: id, versie, dagtekening: day(on), leerroute: 'z', redenWijziging },
					...{
						createdBy: staff.consulent.id,
						createdAt: now,
						publishedBy: staff.consulent.id,
						publishedAt: now
					}
				});
			});
		await version(2, '2026-06-01', 'voortgang');
		await version(3, '2026-09-01', 'verhuizing');
		expect(await facts(id)).toMatchObject({
			...{ dagtekeningEerstePip: day('2026-03-02'), laterePips: [day('2026-06-01')], leerroute: 'z' },
			dagtekeningPipNaVerhuizing: day('2026-09-01')
		});
	});
	test('events: the newest of a kind counts, what was withdrawn does not, what was not recorded is absent', async () => {
		const { id } = await participant(staff.consulent);
		await event(id, 'pvt_activiteit', '2026-06-01');
		const eindgesprek = await event(id, 'module_map_eindgesprek', '2026-07-01');
		for (const thema of ['werkcultuur', 'werk_vinden', 'werkcultuur'])
			await event(id, 'module_map_thema', '2026-06-02', { thema });
		await withdrawEvent(staff.consulent, id, eindgesprek, now);
		const found = await facts(id);
		expect(found).toMatchObject({ hasPvtActiviteitOfExcursie: true });
		expect([...(found.moduleMapThemas ?? [])].toSorted()).toEqual(['werk_vinden', 'werkcultuur']);
		for (const absent of ['isPvtOndertekend', 'hasModuleMapEindgesprek', 'behaaldeExamenonderdelen'])
			expect(found).not.toHaveProperty(absent);
	});
	test('a decision takes the place of the request; withdrawn, the request stands again', async () => {
		const { id } = await participant(staff.consulent);
		const slots = { grond: 'ziekte', status: 'aangevraagd' };
		const request = await event(id, 'verlenging', '2026-10-01', slots);
		const granted = { grond: 'ziekte', status: 'toegekend', maanden: 4 };
		const decision = await event(id, 'verlenging', '2026-11-01', granted, request);
		expect((await facts(id)).verlengingen).toEqual([
			{ verlengingsgrond: 'ziekte', status: 'toegekend', maanden: 4 }
		]);
		await withdrawEvent(staff.consulent, id, decision, now);
		expect((await facts(id)).verlengingen).toEqual([{ verlengingsgrond: 'ziekte', status: 'aangevraagd' }]);
	});
	test('a last day of DUO from before a granted extension is no longer what DUO registers', async () => {
		const { id } = await participant(staff.consulent);
		await event(id, 'duo_termijn', '2026-03-20', { start: '2026-03-03', laatsteDag: '2029-03-02' });
		const before = (await uitkomstOf(id, today))?.outcome.inburgeringstermijn;
		expect(before).toMatchObject({ bron: 'duo', laatsteDag: day('2029-03-02') });
		await event(id, 'verlenging', '2026-11-01', { grond: 'ziekte', status: 'toegekend', maanden: 4 });
		const after = (await uitkomstOf(id, today))?.outcome.inburgeringstermijn;
		expect(after).toMatchObject({ bron: 'berekend', laatsteDag: day('2029-07-02') });
		await event(id, 'duo_termijn', '2026-11-15', { start: '2026-03-03', laatsteDag: '2029-07-05' });
		const registered = (await uitkomstOf(id, today))?.outcome.inburgeringstermijn;
		expect(registered).toMatchObject({ bron: 'duo', laatsteDag: day('2029-07-05') });
	});
	test('bijstand: it goes on, it ended, it came back', async () => {
		const { id } = await participant(staff.consulent);
		await event(id, 'bijstand', '2026-04-01');
		expect(await facts(id)).toMatchObject({ hasBijstand: true, ingangBijstand: day('2026-04-01') });
		await event(id, 'bijstand_einde', '2026-06-30');
		const ended = await facts(id);
		expect(ended).toMatchObject({ laatsteDagBijstand: day('2026-06-30') });
		expect(ended).not.toHaveProperty('hasBijstand');
		await event(id, 'bijstand', '2026-09-01');
		const again = await facts(id);
		expect(again).toMatchObject({ hasBijstand: true, ingangBijstand: day('2026-09-01') });
		expect(again).not.toHaveProperty('laatsteDagBijstand');
	});
	test('an exam passed below the level of the PIP is not passed', async () => {
		const { id } = await participant(staff.consulent, { pip: { niveauLezen: 'b1', niveauSpreken: 'a2' } });
		const pass = (onderdeel: 'lezen' | 'spreken' | 'knm', niveau?: 'a2') =>
			recordAttempt(
				staff.consulent,
				id,
				{ onderdeel, niveau, day: day('2026-11-01'), result: 'geslaagd' },
				newId(),
				now
			);
		await pass('lezen', 'a2');
		await pass('spreken', 'a2');
		await pass('knm');
		expect((await facts(id)).behaaldeExamenonderdelen?.toSorted()).toEqual(['knm', 'spreken']);
	});
	test('the facts are valid facts of the contract', async () => {
		const { id } = await participant(staff.consulent, { leerroute: 'z' });
		await hours(id, 'pvt', 720);
		await event(id, 'duo_kennisgeving', '2026-01-05', { wet: 'wi2021' });
		await event(id, 'onderbreking', '2026-05-01', { van: '2026-04-01', tot: '2026-04-30' });
		const json: unknown = JSON.parse(JSON.stringify(await facts(id)));
		expect(readFacts(json)).toMatchObject({ isValid: true });
	});
});

describe('progress', () => {
	async function metersOf({ id }: Inburgeraar) {
		const rows = await findFactRows(database().read, id);
		if (!rows) return [];
		const known = factsFrom(rows, today);
		return metersFrom(rows, known, uitkomst(known));
	}
	const codes = async (actor: Inburgeraar) => (await metersOf(actor)).map(({ code }) => code);
	test('norms per leerroute and groep: none where the law has none', async () => {
		const of = async (leerroute: 'b1' | 'onderwijs' | 'z', groep: 'asiel' | 'gezin_overig') =>
			codes(await participant(staff.consulent, { leerroute, groep }));
		expect(await of('b1', 'asiel')).toEqual(['pvt', 'module_map_praktijk']);
		expect(await of('onderwijs', 'asiel')).toEqual(['pvt']);
		expect(await of('z', 'asiel')).toEqual(['z_cursus', 'pvt', 'module_map_praktijk', 'z_participatie']);
		expect(await of('z', 'gezin_overig')).toEqual(['z_cursus', 'pvt', 'module_map_praktijk']);
		expect(await codes(await participant(staff.consulent, { leerroute: null }))).toEqual([]);
	});
	test('a lower norm for the course hours', async () => {
		const actor = await participant(staff.consulent, { leerroute: 'z' });
		await event(actor.id, 'z_norm', '2026-06-01', { minuten: 24_000 });
		expect((await metersOf(actor))[0]).toMatchObject({ code: 'z_cursus', norm: 24_000 });
	});
	test('the home page, the participant and the consultant see the same figures', async () => {
		const actor = await participant(staff.consulent, { leerroute: 'z' });
		await hours(actor.id, 'pvt', 600);
		await hours(actor.id, 'pvt', 200, false);
		await hours(actor.id, 'participatie', 90);
		const home = await metersOf(actor);
		const states = async (who: Parameters<typeof progressOf>[0]) =>
			(await progressOf(who, actor.id, now))?.parts.flatMap(({ meter }) => {
				if (!meter) return [];
				const { code, norm, confirmed, unconfirmed } = meter;
				return [{ code, norm, confirmed, unconfirmed }];
			});
		expect(await states(actor)).toEqual(home);
		expect(await states(staff.consulent)).toEqual(home);
		expect(home.find(({ code }) => code === 'pvt')).toMatchObject({ confirmed: 600, unconfirmed: 200 });
		expect(home.find(({ code }) => code === 'z_participatie')).toMatchObject({
			confirmed: 690,
			unconfirmed: 200
		});
	});
	test('AC-11, AC-13: nobody else gets it', async () => {
		const actor = await participant(staff.consulent);
		expect(await progressOf(staff.vreemd, actor.id, now)).toBeUndefined();
		expect(await progressOf(await participant(staff.consulent), actor.id, now)).toBeUndefined();
	});
	test('the forecast uses planned lessons and says so; without anything it knows too little', async () => {
		const actor = await participant(staff.consulent);
		const forecast = async () =>
			(await progressOf(actor, actor.id, now))?.parts.find(({ meter }) => meter?.code === 'pvt')?.meter
				?.forecast;
		expect(await forecast()).toMatchObject({ kind: 'te_weinig_gegevens' });
		const weekdays = [{ weekday: 1, from: '09:00', until: '12:00' }];
		await enrol(actor.id, { kind: 'pvt', title: 'PVT', vanaf: day('2026-11-30'), weekdays });
		expect(await forecast()).toEqual({
			kind: 'verwacht',
			dag: day('2026-12-21'),
			isBinnenTermijn: true,
			basis: 'gepland'
		});
	});
	test('eight themes, each with who recorded it; free attempts only for asiel', async () => {
		const actor = await participant(staff.consulent, { pip: { niveauLezen: 'b1' } });
		await event(actor.id, 'module_map_thema', '2026-06-02', { thema: 'werkcultuur' });
		const attempt = {
			onderdeel: 'lezen' as const,
			niveau: 'b1' as const,
			day: day('2026-11-01'),
			result: 'gezakt' as const
		};
		await recordAttempt(staff.consulent, actor.id, attempt, newId(), now);
		const progress = await progressOf(actor, actor.id, now);
		const themas = progress?.parts.find(({ code }) => code === 'module_map')?.checks.filter(({ code }) => code !== 'module_map_eindgesprek'); // prettier-ignore
		expect(themas).toHaveLength(8);
		expect(themas?.filter(({ isDone }) => isDone)).toMatchObject([{ code: 'werkcultuur', source: { recordedByName: 'Fatma de Vries' } }]); // prettier-ignore
		expect(progress?.exams.find(({ onderdeel }) => onderdeel === 'lezen')?.freeLeft).toBe(1);
		const gezin = await participant(staff.consulent, { groep: 'gezin_overig' });
		const other = await progressOf(gezin, gezin.id, now);
		expect(other?.exams.map(({ freeLeft }) => freeLeft)).toEqual([null, null, null, null, null]);
	});
});

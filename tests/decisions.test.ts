import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { besluiten, rijenVan, type Overweging } from '#lib/domain/besluiten.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { wrongSlots } from '#lib/domain/trajectSlots.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import { verlengingsgronden } from '#lib/domain/wet/opsommingen.ts';
import type { Staff } from '#lib/server/actor.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { decisionsOf, needsCheck, recordDecision, weigh } from '#lib/server/decisions.ts';
import { uitkomstOf } from '#lib/server/facts.ts';
import { newId } from '#lib/server/ids.ts';
import { eventsOf, recordEvent, withdrawEvent } from '#lib/server/traject-events.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

type Sent = { key?: string; isChecked?: boolean; replacesId?: string; actor?: Staff };
const record = (
	id: string,
	overweging: Overweging,
	{ key = newId(), isChecked = true, ...sent }: Sent = {}
) => recordDecision(sent.actor ?? staff.consulent, id, overweging, { key, isChecked, ...sent }, now);
async function recorded(id: string, overweging: Overweging, sent: Sent = {}): Promise<string> {
	const result = await record(id, overweging, sent);
	if (!result?.ok) throw new Error(result?.reden ?? 'not found');
	return result.id;
}
async function wet(id: string) {
	const found = await uitkomstOf(id, day('2026-11-23'));
	if (!found) throw new Error('nobody');
	return found;
}
const einde = async (id: string) => String((await wet(id)).outcome.inburgeringstermijn.laatsteDag);
const rowsOf = (id: string) =>
	db.read.select().from(t.trajectEvents).where(eq(t.trajectEvents.inburgeraarId, id));
const auditOf = (id: string) => db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, id));
const weighed = async (id: string, overweging: Overweging) => {
	const decisions = await decisionsOf(staff.consulent, id, now);
	if (!decisions) throw new Error('nobody');
	return weigh(decisions, overweging);
};
const states = async (id: string, overweging: Overweging) =>
	Object.fromEntries((await weighed(id, overweging)).voorwaarden.map(({ code, state }) => [code, state]));

const dag = day('2026-11-23');
const naarZ: Overweging = { besluit: 'schakelen', dag, naar: 'z' };
const lezenA2: Overweging = { besluit: 'afschalen', dag, onderdelen: ['lezen', 'spreken'] };
const aanvraag: Overweging = { besluit: 'verlenging', dag, status: 'aangevraagd', grond: 'aanbieder' };
const verhuizing: Overweging = { besluit: 'verhuizing', dag, van: 'Linden', naar: 'Oosterwoude' };
const voltooiing: Overweging = { besluit: 'voltooiing', dag, document: 'diploma' };
const kennisgeving: Overweging = { besluit: 'kennisgeving', dag: day('2026-10-01'), wet: 'wi2021' };
const termijn: Overweging = {
	...{ besluit: 'termijn', dag, start: day('2026-03-03'), laatsteDag: day('2029-03-02') }
};
const bijstand: Overweging = { besluit: 'ontzorgen', dag: day('2026-06-15'), wat: 'ingang' };
/** A PIP of 2 March 2026: the term ends on 2 March 2029. */
const zonder = '2029-03-02';

describe('schakelen (Wi2021 art. 17 lid 2, Bi2021 art. 5.4)', () => {
	test('a switch is counted for local guidance; the route changes by the new PIP only', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, naarZ);
		const { facts, outcome } = await wet(id);
		expect(facts.eerdereSchakelingen).toBe(1);
		expect(facts.leerroute).toBe('b1');
		expect(outcome.lokaalBeleid.isSchakelenBinnenBeleid).toBe(false);
		const [row] = await rowsOf(id);
		expect(row).toMatchObject({ decidedBy: 'college', grondslag: 'Wi2021 art. 17 lid 2' });
		expect(row?.slots).toEqual({ van: 'b1', naar: 'z' });
	});
	test('on the last day nothing needs judgement, the day after it does: recorded only when checked', async () => {
		const { id } = await participant(staff.consulent, { pip: { dagtekening: day('2025-05-22') } });
		const laatste: Overweging = { ...naarZ, dag: day('2026-11-22') };
		expect(await states(id, laatste)).toEqual({
			andere_leerroute: 'vervuld',
			binnen_schakeltermijn: 'vervuld'
		});
		expect((await states(id, naarZ)).binnen_schakeltermijn).toBe('beoordeling');
		expect(await record(id, naarZ, { isChecked: false })).toEqual({ ok: false, reden: 'toetsen' });
		expect(await rowsOf(id)).toEqual([]);
		expect(await record(id, naarZ)).toMatchObject({ ok: true });
		expect(await record(id, laatste, { isChecked: false })).toMatchObject({ ok: true });
	});
	test('a second switch beyond local guidance is not blocked', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, naarZ);
		expect(await record(id, { ...naarZ, naar: 'onderwijs' }, { isChecked: false })).toMatchObject({
			ok: true
		});
	});
	test('the same route, no route and a day before the PIP are refused, also when checked', async () => {
		const { id } = await participant(staff.consulent);
		const { id: zonderPip } = await participant(staff.consulent, { leerroute: null });
		expect(await record(id, { ...naarZ, naar: 'b1' })).toEqual({ ok: false, reden: 'zelfde_leerroute' });
		expect(await record(zonderPip, naarZ)).toEqual({ ok: false, reden: 'geen_leerroute' });
		expect(await record(id, { ...naarZ, dag: day('2026-03-01') })).toEqual({ ok: false, reden: 'voor_pip' });
	});
	test('a day ahead can be considered, not recorded; the same form can be sent again', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		expect(await states(id, { ...naarZ, dag: day('2026-11-24') })).toMatchObject({
			andere_leerroute: 'vervuld'
		});
		const ahead = await record(id, { ...naarZ, dag: day('2026-11-24') }, { key });
		expect(ahead).toEqual({ ok: false, reden: 'toekomst' });
		expect(await record(id, naarZ, { key })).toMatchObject({ ok: true });
	});
});

describe('afschalen (Wi2021 art. 17 lid 3, Bi2021 art. 5.5)', () => {
	test('unknown effort and B1 out of reach ask for a check; the levels change by the new PIP only', async () => {
		const { id } = await participant(staff.consulent);
		const list = await states(id, lezenA2);
		expect(list).toMatchObject({
			leerroute_b1: 'vervuld',
			nt2_uren: 'niet_vervuld',
			b1_buiten_bereik: 'beoordeling'
		});
		expect(await record(id, lezenA2, { isChecked: false })).toEqual({ ok: false, reden: 'toetsen' });
		const before = await wet(id);
		await recorded(id, lezenA2);
		expect(await wet(id)).toEqual(before);
		const [row] = await rowsOf(id);
		expect(row).toMatchObject({ kind: 'afschalen', decidedBy: 'college', grondslag: 'Bi2021 art. 5.5' });
		expect(row?.slots).toEqual({ onderdelen: ['lezen', 'spreken'], niveau: 'a2' });
	});
	test('with A2 in the PIP an exam at A2 counts', async () => {
		const { id } = await participant(staff.consulent, { pip: { niveauLezen: 'b1' } });
		await db.transaction(async (tx) => {
			await tx.insert(t.examAttempts).values({
				...{ inburgeraarId: id, id: newId(), onderdeel: 'lezen', niveau: 'a2', day: dag, result: 'geslaagd' },
				...{ recordedBy: staff.consulent.id, recordedAt: now }
			});
		});
		await recorded(id, lezenA2);
		expect((await wet(id)).facts.behaaldeExamenonderdelen).toEqual([]);
		await db.transaction(async (tx) => {
			await tx.insert(t.pips).values({
				...{ inburgeraarId: id, versie: 2, dagtekening: dag, leerroute: 'b1', niveauLezen: 'a2' },
				...{ redenWijziging: 'afschalen', createdBy: staff.consulent.id, createdAt: now },
				...{ publishedBy: staff.consulent.id, publishedAt: now }
			});
		});
		expect((await wet(id)).facts.behaaldeExamenonderdelen).toEqual(['lezen']);
	});
	test('outside the B1-route it does not exist', async () => {
		const { id } = await participant(staff.consulent, { leerroute: 'z' });
		expect(await record(id, lezenA2)).toEqual({ ok: false, reden: 'andere_leerroute' });
	});
});

describe('verlenging (Wi2021 art. 12): DUO decides', () => {
	test('a request never moves the end', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, aanvraag);
		expect(await einde(id)).toBe(zonder);
		expect((await wet(id)).outcome.verlenging.status).toBe('aangevraagd');
		const [row] = await rowsOf(id);
		expect(row).toMatchObject({ decidedBy: 'inburgeraar', grondslag: 'Ri2021 art. 4.1' });
	});
	test.each([
		[{ maanden: 6 }, '2029-09-02'],
		[{ weken: 16 }, '2029-06-22'],
		[{ dagen: 10 }, '2029-03-12']
	])('a grant of %o moves the end by what DUO wrote', async (lengte, expected) => {
		const { id } = await participant(staff.consulent);
		const replacesId = await recorded(id, aanvraag);
		await recorded(id, { ...aanvraag, status: 'toegekend', lengte }, { replacesId });
		expect(await einde(id)).toBe(expected);
		expect((await wet(id)).facts.verlengingen).toHaveLength(1);
		expect((await wet(id)).outcome.inburgeringstermijn.bron).toBe('berekend');
	});
	test('a refusal changes nothing, needs no check, and takes the place of the request', async () => {
		const { id } = await participant(staff.consulent);
		const replacesId = await recorded(id, aanvraag);
		await recorded(
			id,
			{ ...aanvraag, status: 'afgewezen', lengte: { maanden: 6 } },
			{ replacesId, isChecked: false }
		);
		expect(await einde(id)).toBe(zonder);
		const { facts } = await wet(id);
		expect(facts.verlengingen).toEqual([{ verlengingsgrond: 'aanbieder', status: 'afgewezen' }]);
	});
	test('the last day that DUO wrote replaces the computed one, whatever the length', async () => {
		const { id } = await participant(staff.consulent);
		const replacesId = await recorded(id, aanvraag);
		const laatsteDagVolgensDuo = day('2029-07-31');
		const toegekend: Overweging = {
			...aanvraag,
			status: 'toegekend',
			lengte: { maanden: 6 },
			laatsteDagVolgensDuo
		};
		await recorded(id, toegekend, { replacesId });
		expect(await einde(id)).toBe('2029-07-31');
		const { facts, outcome } = await wet(id);
		expect(outcome.inburgeringstermijn.bron).toBe('duo');
		expect(String(facts.startVolgensDuo)).toBe('2026-03-03');
	});
	test('a date that DUO registers later wins over the granted length', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, { ...aanvraag, status: 'toegekend', lengte: { maanden: 6 } });
		const slots = [{ start: '2026-03-03', laatsteDag: '2029-08-30' }];
		await recordEvent(staff.consulent, id, { kind: 'duo_termijn', day: dag, slots }, newId(), now);
		expect(await einde(id)).toBe('2029-08-30');
	});
	test('a grant without a length or a last day is refused', async () => {
		const { id } = await participant(staff.consulent);
		expect(await record(id, { ...aanvraag, status: 'toegekend' })).toEqual({ ok: false, reden: 'lengte' });
	});
	test('a request is decided on once, and not before it was made', async () => {
		const { id } = await participant(staff.consulent);
		const replacesId = await recorded(id, aanvraag);
		const toegekend: Overweging = { ...aanvraag, status: 'toegekend', lengte: { maanden: 6 } };
		const early = { ...toegekend, dag: day('2026-11-20') };
		expect(await record(id, early, { replacesId })).toEqual({ ok: false, reden: 'voor_aanvraag' });
		await recorded(id, toegekend, { replacesId });
		expect(await record(id, toegekend, { replacesId })).toEqual({ ok: false, reden: 'achterhaald' });
		expect(await einde(id)).toBe('2029-09-02');
	});
	test('a circumstance that is considered is weighed and never stored', async () => {
		const { id } = await participant(staff.consulent);
		const lasting = (tot: string) => [{ soort: 'aanbieder' as const, van: day('2026-05-01'), tot: day(tot) }];
		const [lang, kort] = [lasting('2026-07-31'), lasting('2026-07-30')];
		expect((await states(id, aanvraag)).omstandigheid).toBe('onbekend');
		expect((await states(id, { ...aanvraag, omstandigheden: lang })).omstandigheid).toBe('vervuld');
		expect((await states(id, { ...aanvraag, omstandigheden: kort })).omstandigheid).toBe('niet_vervuld');
		await recorded(id, { ...aanvraag, omstandigheden: lang });
		expect((await rowsOf(id))[0]?.slots).toEqual({ grond: 'aanbieder', status: 'aangevraagd' });
		expect((await wet(id)).facts.omstandigheden).toBeUndefined();
	});
	test('Bi2021 art. 4.5: a request is weighed on its own day, also when DUO decides later', async () => {
		const { id } = await participant(staff.consulent, { pip: { dagtekening: day('2024-05-22') } });
		const op = (aanvraagdag: string) =>
			states(id, { ...aanvraag, status: 'toegekend', aanvraagdag: day(aanvraagdag) });
		expect((await op('2026-11-22')).aanvraag_mogelijk).toBe('niet_vervuld');
		expect((await op('2026-11-23')).aanvraag_mogelijk).toBe('vervuld');
	});
});

describe('verhuizing and voltooiing', () => {
	test('a move gives the new municipality its ten weeks and leaves the term alone', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, verhuizing);
		const { outcome } = await wet(id);
		expect(String(outcome.verhuizing.pipUiterlijk)).toBe('2027-02-01');
		expect(outcome.verhuizing.leerroute).toBe('b1');
		expect(await einde(id)).toBe(zonder);
		const rows = await rowsOf(id);
		expect(rows.map(({ kind }) => kind).sort()).toEqual(['inschrijving_brp_verhuizing', 'verhuizing']);
	});
	test('only the word of DUO makes it fulfilled; open parts ask for a check', async () => {
		const { id } = await participant(staff.consulent);
		expect((await wet(id)).outcome.traject.status).toBe('termijn_loopt');
		expect(await record(id, voltooiing, { isChecked: false })).toEqual({ ok: false, reden: 'toetsen' });
		await recorded(id, voltooiing);
		expect((await wet(id)).outcome.traject.status).toBe('voldaan');
		expect((await rowsOf(id))[0]).toMatchObject({ decidedBy: 'duo', grondslag: 'Bi2021 art. 3.15' });
	});
	test('for the Wi2013 nothing can be recorded', async () => {
		const { id } = await participant(staff.consulent);
		const notice = { kind: 'duo_kennisgeving' as const, day: day('2021-06-01'), slots: [{ wet: 'wi2013' }] };
		await recordEvent(staff.consulent, id, notice, newId(), now);
		for (const overweging of [naarZ, lezenA2, aanvraag, verhuizing, voltooiing, termijn, bijstand])
			expect(await record(id, overweging)).toEqual({ ok: false, reden: 'wi2013' });
	});
});

const all = [naarZ, lezenA2, aanvraag, verhuizing, voltooiing, kennisgeving, termijn, bijstand];
describe('every decision', () => {
	test('is one of the list', () => expect(all.map(({ besluit }) => besluit)).toEqual(besluiten));
	test.each(all)('IN-11: sent twice it is written once: $besluit', async (overweging) => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		const first = await record(id, overweging, { key });
		const rows = await rowsOf(id);
		const audit = await auditOf(id);
		expect(await record(id, overweging, { key })).toEqual(first);
		expect(await rowsOf(id)).toEqual(rows);
		expect(await auditOf(id)).toHaveLength(audit.length);
		expect(await record(id, overweging)).toEqual({ ok: false, reden: 'staat_er_al' });
	});
	test.each(all)('AC-11: somebody of another municipality finds nobody: $besluit', async (overweging) => {
		const { id } = await participant(staff.consulent);
		expect(await record(id, overweging, { actor: staff.vreemd })).toBeUndefined();
		expect(await decisionsOf(staff.vreemd, id, now)).toBeUndefined();
		expect(await rowsOf(id)).toEqual([]);
		expect(await auditOf(id)).toEqual([]);
	});
	test.each(all)('AUD-01: has an audit event per row and one notice: $besluit', async (overweging) => {
		const { id } = await participant(staff.consulent);
		await recorded(id, overweging);
		const ids = (await rowsOf(id)).map((row) => row.id).sort();
		const audit = await auditOf(id);
		expect(audit.map(({ objectId }) => objectId).sort()).toEqual(ids);
		expect(new Set(audit.map(({ action }) => action))).toEqual(new Set(['besluit.record']));
		expect(await db.read.select().from(t.outbox).where(eq(t.outbox.personId, id))).toHaveLength(1);
	});
	test('AUD-01: rows, audit and the key of the form stand or fall together', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		const broken = { ...staff.consulent, id: newId() };
		const asCoordinator = { ...broken, role: 'coordinator' as const };
		await expect(record(id, verhuizing, { key, actor: asCoordinator })).rejects.toThrow();
		expect(await rowsOf(id)).toEqual([]);
		expect(await auditOf(id)).toEqual([]);
		const keys = await database().read.select().from(t.idempotencyKeys).where(eq(t.idempotencyKeys.key, key));
		expect(keys).toEqual([]);
	});
	test('IN-11: the same key with another decision is refused', async () => {
		const { id } = await participant(staff.consulent);
		const key = newId();
		await recorded(id, naarZ, { key });
		await expect(record(id, { ...naarZ, naar: 'onderwijs' }, { key })).rejects.toThrow();
		expect(await rowsOf(id)).toHaveLength(1);
	});
	test('a decision withdrawn can be recorded again', async () => {
		const { id } = await participant(staff.consulent);
		const rowId = await recorded(id, naarZ);
		expect(await withdrawEvent(staff.consulent, id, rowId, later(1))).toBe(true);
		expect((await eventsOf(staff.consulent, id))?.standing).toEqual([]);
		expect(await record(id, naarZ)).toMatchObject({ ok: true });
	});
	test('its rows fit the slots of their kind', () => {
		const facts: Facts = { leerroute: 'b1', dagtekeningEerstePip: day('2026-03-02') };
		const grants = verlengingsgronden.map((grond): Overweging => {
			const laatsteDagVolgensDuo = day('2029-07-31');
			return {
				besluit: 'verlenging',
				dag,
				grond,
				status: 'toegekend',
				lengte: { weken: 3 },
				laatsteDagVolgensDuo
			};
		});
		for (const overweging of [...all, ...grants])
			for (const { kind, slots, grondslag } of rijenVan(overweging, facts, uitkomst(facts))) {
				expect(wrongSlots(kind, slots), kind).toEqual([]);
				expect(grondslag).not.toBeUndefined();
			}
	});
	test('a ground that only DUO can establish is to be judged, never met', async () => {
		const { id } = await participant(staff.consulent);
		for (const grond of ['ambtshalve', 'niet_vrijstellend_onderwijs'] as const) {
			const found = await weighed(id, { ...aanvraag, grond });
			expect(found.voorwaarden.at(-1)?.state).toBe('beoordeling');
			expect(needsCheck(found, { ...aanvraag, grond })).toBe(true);
		}
	});
});

describe('DUO’s notice (Bi2021 art. 9.1)', () => {
	test('starts the ten weeks of the PIP of a family migrant', async () => {
		const { id } = await participant(staff.consulent, { groep: 'gezin_overig', leerroute: null });
		await recorded(id, { ...kennisgeving, aowDatum: day('2057-08-05') });
		const { facts, outcome } = await wet(id);
		expect(facts).toMatchObject({ toepasselijkeWet: 'wi2021' });
		expect(String(outcome.pip.uiterlijk)).toBe('2026-12-10');
		expect(String(outcome.inburgeringsplicht.aowDatum)).toBe('2057-08-05');
	});
	test('of an asylum permit holder it asks for the registration where they live', async () => {
		const { id } = await participant(staff.consulent, { leerroute: null });
		expect((await states(id, kennisgeving)).begin_van_tien_weken).toBe('onbekend');
	});
	test('the act of 2013 can be recorded, and put right by a later notice', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, { ...kennisgeving, wet: 'wi2013' });
		expect(await record(id, naarZ)).toEqual({ ok: false, reden: 'wi2013' });
		await recorded(id, { ...kennisgeving, dag });
		expect(await record(id, naarZ)).toMatchObject({ ok: true });
	});
});

describe('the dates that DUO registered (Wi2021 art. 11, 12)', () => {
	test('those of the law need no check and go first from then on', async () => {
		const { id } = await participant(staff.consulent);
		expect(await states(id, termijn)).toEqual({ start_volgens_wet: 'vervuld', einde_volgens_wet: 'vervuld' });
		await recorded(id, termijn, { isChecked: false });
		expect((await wet(id)).outcome.inburgeringstermijn).toMatchObject({ bron: 'duo' });
		const [row] = await rowsOf(id);
		expect(row).toMatchObject({ kind: 'duo_termijn', decidedBy: 'duo', grondslag: 'Wi2021 art. 11 lid 1' });
	});
	test('others are laid beside the law, whatever DUO registered before', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, { ...termijn, dag: day('2026-03-20'), laatsteDag: day('2029-05-01') });
		expect(await einde(id)).toBe('2029-05-01');
		expect((await states(id, termijn)).einde_volgens_wet).toBe('vervuld');
		const anders: Overweging = { ...termijn, laatsteDag: day('2029-03-03') };
		expect((await states(id, anders)).einde_volgens_wet).toBe('beoordeling');
		expect(await record(id, anders, { isChecked: false })).toEqual({ ok: false, reden: 'toetsen' });
		await recorded(id, anders);
		expect(await einde(id)).toBe('2029-03-03');
	});
	test('a granted verlenging counts in the comparison', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, { ...aanvraag, status: 'toegekend', lengte: { maanden: 6 } });
		const verlengd: Overweging = { ...termijn, laatsteDag: day('2029-09-02') };
		expect((await states(id, verlengd)).einde_volgens_wet).toBe('vervuld');
		expect((await states(id, termijn)).einde_volgens_wet).toBe('beoordeling');
	});
});

describe('ontzorgen (Pw art. 56a)', () => {
	const tot = async (id: string) => String((await wet(id)).outcome.ontzorgen.laatsteDag);
	test('six months from the first day of bijstand, shorter when it ends', async () => {
		const { id } = await participant(staff.consulent);
		expect(await states(id, bijstand)).toMatchObject({ asielvergunning: 'vervuld', bijstand: 'vervuld' });
		await recorded(id, bijstand);
		expect(await tot(id)).toBe('2026-12-14');
		await recorded(id, { ...bijstand, dag: day('2026-10-31'), wat: 'einde' });
		expect(await tot(id)).toBe('2026-10-31');
	});
	test('the notice of DUO says that the person must integrate', async () => {
		const { id } = await participant(staff.consulent);
		expect((await states(id, bijstand)).inburgeringsplichtig).toBe('onbekend');
		await recorded(id, kennisgeving);
		expect((await states(id, bijstand)).inburgeringsplichtig).toBe('vervuld');
	});
	test('bijstand that begins again begins a period of its own', async () => {
		const { id } = await participant(staff.consulent);
		await recorded(id, { ...bijstand, dag: day('2026-05-01') });
		await recorded(id, { ...bijstand, dag: day('2026-05-31'), wat: 'einde' });
		await recorded(id, { ...bijstand, dag: day('2026-09-01') });
		expect(await tot(id)).toBe('2027-02-28');
	});
	test('an end without a start is refused, also when checked', async () => {
		const { id } = await participant(staff.consulent);
		const einde: Overweging = { ...bijstand, dag: day('2026-06-14'), wat: 'einde' };
		expect(await record(id, einde)).toEqual({ ok: false, reden: 'geen_bijstand' });
		await recorded(id, bijstand);
		expect(await record(id, einde)).toEqual({ ok: false, reden: 'geen_bijstand' });
	});
	test('without an asylum permit it does not apply: recorded only when checked', async () => {
		const { id } = await participant(staff.consulent, { groep: 'gezin_overig' });
		expect((await states(id, bijstand)).asielvergunning).toBe('niet_vervuld');
		expect(await record(id, bijstand, { isChecked: false })).toEqual({ ok: false, reden: 'toetsen' });
		await recorded(id, bijstand);
		expect((await wet(id)).outcome.ontzorgen.isVanToepassing).toBe(false);
	});
});

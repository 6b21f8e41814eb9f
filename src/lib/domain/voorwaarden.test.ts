import { expect, test } from 'vitest';
import { readFacts } from './facts.ts';
import { uitkomst } from './uitkomsten.ts';
import {
	voorwaardenAfschalen,
	voorwaardenSchakelen,
	voorwaardenVerhuizing,
	voorwaardenVerlenging,
	voorwaardenVoltooiing,
	type Voorwaarde
} from './voorwaarden.ts';

function outcome(facts: object) {
	const result = readFacts(facts);
	if (!result.isValid) throw new Error(JSON.stringify(result.errors));
	return uitkomst(result.facts);
}
const states = (list: readonly Voorwaarde[]) => Object.fromEntries(list.map((v) => [v.code, v.state]));
const termijn = { dagtekeningEerstePip: '2025-06-15' };

test.each([
	['nothing known', {}, 'onbekend', 'onbekend'],
	['the same', { leerroute: 'b1', schakelenNaar: 'b1' }, 'niet_vervuld', 'onbekend'],
	[
		'in time',
		{ ...termijn, leerroute: 'b1', schakelenNaar: 'z', schakeldatum: '2026-12-15' },
		'vervuld',
		'vervuld'
	],
	[
		'after 18 months',
		{ ...termijn, leerroute: 'b1', schakelenNaar: 'z', schakeldatum: '2026-12-16' },
		'vervuld',
		'beoordeling'
	],
	['day unknown', { ...termijn, leerroute: 'b1', schakelenNaar: 'z' }, 'vervuld', 'onbekend'],
	['onderwijs to b1', { leerroute: 'onderwijs', schakelenNaar: 'b1' }, 'vervuld', 'vervuld'],
	['Wi2013', { toepasselijkeWet: 'wi2013', leerroute: 'b1', schakelenNaar: 'b1' }, 'onbekend', 'onbekend']
])('Bi2021 art. 5.4, switch: %s', (_, facts, andere_leerroute, binnen_schakeltermijn) => {
	expect(states(voorwaardenSchakelen(outcome(facts)))).toEqual({ andere_leerroute, binnen_schakeltermijn });
});

test('Bi2021 art. 5.5, downscale: B1 out of reach is always for the college', () => {
	const facts = { leerroute: 'b1', nt2Minuten: 35_999 };
	expect(states(voorwaardenAfschalen(outcome(facts)))).toEqual({
		leerroute_b1: 'vervuld',
		nt2_uren: 'niet_vervuld',
		voldoende_inspanning: 'onbekend',
		b1_buiten_bereik: 'beoordeling'
	});
});

test('Ri2021 art. 4.1, extension per ground', () => {
	const now = outcome({
		...termijn,
		peildatum: '2028-01-01',
		omstandigheden: [
			{ soort: 'ziekte', van: '2026-01-01', tot: '2026-06-01' },
			{ soort: 'bijzondere_omstandigheid', van: '2026-01-01', tot: '2026-06-01' }
		]
	});
	const state = (naam: Parameters<typeof voorwaardenVerlenging>[1]) =>
		states(voorwaardenVerlenging(now, naam));
	expect(state('ziekte')).toEqual({ aanvraag_mogelijk: 'vervuld', omstandigheid: 'vervuld' });
	expect(state('bevalling').omstandigheid).toBe('niet_vervuld');
	expect(state('bijzondereOmstandigheid').omstandigheid).toBe('beoordeling');
	expect(state('inburgeringsaanbod').omstandigheid).toBe('onbekend');
	expect(Object.keys(state('bijnaAfgerond'))).toEqual([
		'aanvraag_mogelijk',
		'leerroute_b1',
		'taalonderdelen',
		'knm',
		'pvt',
		'module_map',
		'aanwezigheid'
	]);
});

test('Wi2021 art. 15 lid 4, move', () => {
	expect(states(voorwaardenVerhuizing(outcome({})))).toEqual({
		ingeschreven: 'onbekend',
		leerroute_overnemen: 'onbekend',
		pip_op_tijd: 'onbekend'
	});
	const moved = {
		inschrijvingBrpNaVerhuizing: '2026-02-16',
		dagtekeningPipNaVerhuizing: '2026-04-29',
		leerroute: 'z'
	};
	expect(states(voorwaardenVerhuizing(outcome(moved)))).toEqual({
		ingeschreven: 'vervuld',
		leerroute_overnemen: 'vervuld',
		pip_op_tijd: 'niet_vervuld'
	});
});

test('Wi2021 art. 6, completion: DUO has the last word', () => {
	const pvt = {
		pvtMinuten: 720,
		hasPvtActiviteitOfExcursie: true,
		isAanwezigBijPvtOndertekening: true,
		isPvtOndertekend: true
	};
	const facts = { ...pvt, leerroute: 'onderwijs', isTaalschakeltrajectVoltooid: true };
	expect(states(voorwaardenVoltooiing(outcome(facts)))).toEqual({
		pvt: 'vervuld',
		leerroute: 'vervuld',
		bevestigd_door_duo: 'onbekend'
	});
	expect(
		states(voorwaardenVoltooiing(outcome({ ...facts, voldaanVolgensDuo: '2026-01-01' }))).bevestigd_door_duo
	).toBe('vervuld');
	expect(
		states(
			voorwaardenVoltooiing(outcome({ leerroute: 'b1', isPvtOndertekend: false, ontheffing: 'gedeeltelijk' }))
		)
	).toEqual({
		pvt: 'beoordeling',
		module_map: 'beoordeling',
		leerroute: 'beoordeling',
		bevestigd_door_duo: 'onbekend'
	});
});

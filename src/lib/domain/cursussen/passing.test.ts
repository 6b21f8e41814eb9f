import { describe, expect, test } from 'vitest';
import { plusDagen } from '#lib/domain/dag.ts';
import { eerstvolgendeStart, isVerouderd, verouderdNaDagen, type Cursusaanbod } from './aanbod.ts';
import { cursuseinde, cursusweken, opVolgorde, passing, type CriteriumCode } from './passing.ts';
import { geenAntwoorden, openbareVraag, type Cursusvraag } from './vraag.ts';

const dag = (text: string) => Temporal.PlainDate.from(text);
const vandaag = dag('2026-11-23');
const hours = (n: number) => n * 60;

/** Ten weeks of two evenings: everything is known, and everything fits. */
const aanbod: Cursusaanbod = {
	...{ id: 'a', provider: 'Taalschool De Brug', name: 'B1 avond', route: 'b1', goal: 'staatsexamen' },
	...{ levelFrom: 'a1', levelTo: 'b1', nt2Minutes: hours(40), knmMinutes: 0, onlineMinutes: 0 },
	...{ physicalMinutes: hours(40), weeks: 10, priceTotalCents: 100_000, pricePerHourCents: 2500 },
	...{ materialCents: null, includes: ['boeken'], startsOn: [dag('2026-12-07')], hasContinuousStart: false },
	schedule: [
		{ weekday: 1, from: '18:30', until: '20:30' },
		{ weekday: 4, from: '18:30', until: '20:30' }
	],
	...{ place: 'Waterrijk', travelMinutes: 20, hasChildcare: true, groupSize: 12, languages: [] },
	...{ passRatePercent: 80, satisfactionTenths: 81, hasKeurmerk: true, keurmerkValidUntil: null },
	...{ phone: null, email: null, website: null },
	bronnen: { algemeen: null, prijs: null, rooster: null, keurmerk: null, slagen: null, tevredenheid: null }
};
const vraag: Cursusvraag = {
	...{
		vandaag,
		vanaf: vandaag,
		leerroute: 'b1',
		niveau: 'a1',
		doelNiveau: 'b1',
		laatsteDag: dag('2029-01-01')
	},
	...{ dagen: [1, 4], delen: ['avond'], reisMinuten: 30, heeftOpvangNodig: true, isMetLening: true },
	...{ isAlfabetiseringInPip: false, norm: null, gedaan: null }
};
const zVraag: Partial<Cursusvraag> = { leerroute: 'z', doelNiveau: null, norm: hours(800) };
const z: Partial<Cursusaanbod> = { route: 'z', goal: 'zelfredzaamheid', levelFrom: 'a0', levelTo: 'a2' };

/** Ten weeks from 7 December: the last lesson week ends on Sunday 14 February. */
const einde = dag('2027-02-14');

type Row = [criterium: CriteriumCode, name: string, offer: Partial<Cursusaanbod>, asked: Partial<Cursusvraag>, said: string]; // prettier-ignore
const rows: Row[] = [
	['route', 'the leerroute of the PIP', {}, {}, 'past route_past'],
	['route', 'another leerroute', { route: 'z' }, {}, 'niet route_anders'],
	['route', 'no PIP yet', {}, { leerroute: null }, 'onbekend route_onbekend'],
	['route', 'alfabetisering that the PIP does not have', { goal: 'alfabetisering' }, {}, 'deels alfabetisering_niet_in_plan'], // prettier-ignore
	['route', 'alfabetisering of the PIP', { goal: 'alfabetisering' }, { isAlfabetiseringInPip: true }, 'past route_past'], // prettier-ignore
	['niveau', 'from A1, and the person has A1', {}, {}, 'past niveau_past'],
	['niveau', 'from A1, and the person has A2', {}, { niveau: 'a2' }, 'past niveau_past'],
	['niveau', 'one level above the person', {}, { niveau: 'a0' }, 'deels niveau_begint_hoger'],
	['niveau', 'two levels above the person', {}, { niveau: 'alfa' }, 'niet niveau_te_hoog'],
	['niveau', 'the person has the level already', {}, { niveau: 'b1' }, 'niet niveau_al_gehaald'],
	['niveau', 'ends below the level of the PIP', { levelTo: 'a2' }, {}, 'deels niveau_doel_lager'],
	['niveau', 'ends at A2 in the Z-route, that asks no level', { ...z }, zVraag, 'past niveau_past'],
	['niveau', 'a PIP that asks B2', {}, { doelNiveau: 'b2' }, 'deels niveau_doel_lager'],
	['niveau', 'not said', {}, { niveau: null }, 'onbekend niveau_niet_gezegd'],
	['dagen', 'every lesson fits', {}, {}, 'past dagen_passen'],
	['dagen', 'one of two days', {}, { dagen: [1] }, 'deels dagen_deels'],
	['dagen', 'other days', {}, { dagen: [2, 3] }, 'niet dagen_passen_niet'],
	['dagen', 'the right days in the wrong part', {}, { delen: ['ochtend'] }, 'niet dagen_passen_niet'],
	['dagen', 'only the part of the day was said', {}, { dagen: [] }, 'past dagen_passen'],
	['dagen', 'nothing was said', {}, { dagen: [], delen: [] }, 'onbekend dagen_niet_gezegd'],
	['dagen', 'no schedule', { schedule: [] }, {}, 'onbekend rooster_onbekend'],
	['reis', 'exactly as far as wanted', { travelMinutes: 30 }, {}, 'past reis_past 30'],
	['reis', 'a minute further', { travelMinutes: 31 }, {}, 'deels reis_iets_verder 31'],
	['reis', 'a quarter of an hour further', { travelMinutes: 45 }, {}, 'deels reis_iets_verder 45'],
	['reis', 'more than a quarter further', { travelMinutes: 46 }, {}, 'niet reis_te_ver 46'],
	['reis', 'all lessons online', { travelMinutes: null, onlineMinutes: hours(40) }, {}, 'past reis_online'],
	['reis', 'a part online does not take the travel away', { onlineMinutes: hours(39), travelMinutes: null }, {}, 'onbekend reis_onbekend'], // prettier-ignore
	['reis', 'not said', {}, { reisMinuten: null }, 'onbekend reis_niet_gezegd'],
	['opvang', 'needed, and there', {}, {}, 'past opvang_is_er'],
	['opvang', 'needed, and not there', { hasChildcare: false }, {}, 'niet opvang_geen'],
	['opvang', 'not needed', { hasChildcare: false }, { heeftOpvangNodig: false }, 'past opvang_niet_nodig'],
	['opvang', 'needed, and nobody knows', { hasChildcare: null }, {}, 'onbekend opvang_onbekend'],
	['opvang', 'not said', {}, { heeftOpvangNodig: null }, 'onbekend opvang_niet_gezegd'],
	['start', 'a group begins in two weeks', {}, {}, 'past start_op_tijd 2026-12-07'],
	['start', 'a group begins today', { startsOn: [vandaag] }, {}, 'past start_op_tijd 2026-11-23'],
	['start', 'after 91 days', { startsOn: [plusDagen(vandaag, 91)] }, {}, 'past start_op_tijd 2027-02-22'],
	['start', 'after 92 days', { startsOn: [plusDagen(vandaag, 92)] }, {}, 'deels start_later 2027-02-23'],
	[
		'start',
		'yesterday, and no later group',
		{ startsOn: [plusDagen(vandaag, -1)] },
		{},
		'niet start_voorbij'
	],
	['start', 'before the PIP lets begin', {}, { vanaf: dag('2027-01-01') }, 'niet start_voorbij'],
	['start', 'every week', { startsOn: [], hasContinuousStart: true }, {}, 'past start_elke_week'],
	['start', 'no day known', { startsOn: [] }, {}, 'onbekend start_onbekend'],
	['keurmerk', 'has it', {}, {}, 'past keurmerk_geldig'],
	['keurmerk', 'expired yesterday', { keurmerkValidUntil: dag('2026-11-22') }, {}, 'niet keurmerk_verlopen 2026-11-22'], // prettier-ignore
	['keurmerk', 'expires today, before the course ends', { keurmerkValidUntil: vandaag }, {}, 'deels keurmerk_loopt_af 2026-11-23'], // prettier-ignore
	['keurmerk', 'valid until the last day of the course', { keurmerkValidUntil: einde }, {}, 'past keurmerk_geldig 2027-02-14'], // prettier-ignore
	['keurmerk', 'none, with a loan', { hasKeurmerk: false }, {}, 'niet keurmerk_geen'],
	['keurmerk', 'none, and it was not said who pays', { hasKeurmerk: false }, { isMetLening: null }, 'niet keurmerk_geen'], // prettier-ignore
	['keurmerk', 'none, with own money', { hasKeurmerk: false }, { isMetLening: false }, 'deels keurmerk_geen_lening'], // prettier-ignore
	['keurmerk', 'none, with own money in the Z-route', { hasKeurmerk: false }, { ...zVraag, isMetLening: false }, 'niet keurmerk_geen'], // prettier-ignore
	['keurmerk', 'none, at a school of the onderwijsroute', { hasKeurmerk: false, route: 'onderwijs' }, {}, 'deels keurmerk_vraag_erkenning'], // prettier-ignore
	['keurmerk', 'nobody looked', { hasKeurmerk: null }, {}, 'onbekend keurmerk_onbekend'],
	['termijn', 'ends exactly on the last day of the term', {}, { laatsteDag: einde }, 'deels termijn_krap 2027-02-14'], // prettier-ignore
	['termijn', 'ends a day after the term', {}, { laatsteDag: plusDagen(einde, -1) }, 'niet termijn_te_laat 2027-02-14'], // prettier-ignore
	['termijn', 'ends 55 days before the term does', {}, { laatsteDag: plusDagen(einde, 55) }, 'deels termijn_krap 2027-02-14'], // prettier-ignore
	['termijn', 'ends 56 days before the term does', {}, { laatsteDag: plusDagen(einde, 56) }, 'past termijn_ruim 2027-02-14'], // prettier-ignore
	['termijn', 'the term is not known', {}, { laatsteDag: null }, 'onbekend termijn_onbekend'],
	['termijn', 'neither schedule nor weeks', { schedule: [], weeks: null }, {}, 'onbekend tempo_onbekend'],
	['termijn', 'the weeks of the provider when there is no schedule', { schedule: [] }, { laatsteDag: einde }, 'deels termijn_krap 2027-02-14'], // prettier-ignore
	['termijn', 'no start', { startsOn: [] }, {}, 'onbekend tempo_onbekend'],
	['uren', '799 hours done: one is left', { ...z }, { ...zVraag, gedaan: hours(799) }, 'past uren_genoeg 60'],
	['uren', '800 hours done', { ...z }, { ...zVraag, gedaan: hours(800) }, 'past uren_klaar'],
	['uren', '801 hours done', { ...z }, { ...zVraag, gedaan: hours(801) }, 'past uren_klaar'],
	['uren', '760 hours done, and the course has exactly 40', { ...z }, { ...zVraag, gedaan: hours(760) }, 'past uren_genoeg 2400'], // prettier-ignore
	['uren', '759 hours done: one hour short', { ...z }, { ...zVraag, gedaan: hours(759) }, 'deels uren_te_weinig 60'], // prettier-ignore
	['uren', 'KNM counts in the norm', { ...z, knmMinutes: 60 }, { ...zVraag, gedaan: hours(759) }, 'past uren_genoeg 2460'], // prettier-ignore
	['uren', 'a lower norm of the college', { ...z }, { ...zVraag, norm: hours(600), gedaan: hours(599) }, 'past uren_genoeg 60'], // prettier-ignore
	['uren', 'nobody knows what was done', { ...z }, zVraag, 'onbekend uren_gedaan_onbekend'],
	['uren', 'nobody knows what the course has', { ...z, nt2Minutes: null }, { ...zVraag, gedaan: 0 }, 'onbekend uren_onbekend'] // prettier-ignore
];

test.each(rows)('%s, %s', (criterium, _, offer, asked, said) => {
	const found = passing({ ...aanbod, ...offer }, { ...vraag, ...asked }).criteria.find(
		({ code }) => code === criterium
	);
	expect([found?.oordeel, found?.reden, found?.minuten ?? found?.dag].filter(Boolean).join(' ')).toBe(said);
});

describe('the whole', () => {
	test.each([
		['everything fits', {}, {}, 'past', 0],
		['one fits partly', {}, { dagen: [1] }, 'deels', 0],
		['one does not fit, one partly', { hasChildcare: false }, { dagen: [1] }, 'niet', 0],
		['what is not known is counted, and does not hide the worst', { travelMinutes: null }, { dagen: [1] }, 'deels', 1], // prettier-ignore
		['what is not known does not make the rest fit less', { hasKeurmerk: null }, {}, 'past', 1]
	] as const)('%s', (_, offer, asked, geheel, onbekend) => {
		const said = passing({ ...aanbod, ...offer }, { ...vraag, ...asked } as Cursusvraag);
		expect([said.geheel, said.onbekend]).toEqual([geheel, onbekend]);
	});

	test('nothing known: it says so, and never that it fits', () => {
		const empty = {
			...aanbod,
			...{ hasKeurmerk: null, startsOn: [], schedule: [], weeks: null, onlineMinutes: null }
		};
		const said = passing(empty, openbareVraag(geenAntwoorden, null, vandaag));
		expect([said.geheel, said.onbekend]).toEqual(['onbekend', said.criteria.length]);
	});

	test('hours are only looked at in the Z-route', () => {
		expect(passing(aanbod, vraag).criteria.map(({ code }) => code)).not.toContain('uren');
		expect(passing(aanbod, { ...vraag, ...zVraag }).criteria.map(({ code }) => code)).toContain('uren');
	});
});

describe('the order', () => {
	const offer = (id: string, more: Partial<Cursusaanbod> = {}, asked: Partial<Cursusvraag> = {}) => {
		const found = { ...aanbod, id, name: id, ...more };
		return { aanbod: found, passing: passing(found, { ...vraag, ...asked }) };
	};
	const ids = (offers: ReturnType<typeof offer>[]) =>
		offers.toSorted(opVolgorde).map(({ aanbod }) => aanbod.id);

	test('fit goes before price', () => {
		expect(ids([offer('cheap', { priceTotalCents: 1, route: 'z' }), offer('fits')])).toEqual([
			'fits',
			'cheap'
		]);
	});
	test('of what does not fit, what misses one point goes before what misses two, whatever it costs', () => {
		const two = offer('two', { priceTotalCents: 1, route: 'z', hasChildcare: false });
		expect(ids([two, offer('one', { route: 'z' })])).toEqual(['one', 'two']);
	});
	test('then the price, and not known comes last', () => {
		expect(
			ids([offer('unknown', { priceTotalCents: null }), offer('dear', { priceTotalCents: 900_000 }), offer('cheap')]) // prettier-ignore
		).toEqual(['cheap', 'dear', 'unknown']);
	});
	test('then the name: the same whatever the order in the catalogue', () => {
		expect(ids([offer('c'), offer('a'), offer('b')])).toEqual(['a', 'b', 'c']);
	});
	test('nothing known goes between fits partly and does not fit', () => {
		const unknown = {
			...offer('unknown'),
			passing: { geheel: 'onbekend' as const, onbekend: 9, criteria: [] }
		};
		expect(ids([offer('no', { route: 'z' }), unknown, offer('partly', {}, { dagen: [1] })])).toEqual([
			'partly',
			'unknown',
			'no'
		]);
	});
});

describe('pace and days', () => {
	test('forty hours at four a week take ten weeks; a rest takes a whole week', () => {
		expect(cursusweken(aanbod, vraag)).toBe(10);
		expect(cursusweken({ ...aanbod, nt2Minutes: hours(40) + 1 }, vraag)).toBe(11);
		expect(cursuseinde(aanbod, vraag)?.toString()).toBe('2027-02-14');
	});
	test('who needs one hour of the Z-route is done after a week', () => {
		const asked = { ...vraag, ...zVraag, gedaan: hours(799) };
		expect(cursuseinde({ ...aanbod, ...z }, asked)?.toString()).toBe('2026-12-13');
	});
	test('the next start is the first one from the wanted day on, in any order', () => {
		const offer = { ...aanbod, startsOn: [dag('2027-05-01'), dag('2026-01-01'), dag('2027-02-01')] };
		expect(eerstvolgendeStart(offer, vandaag)?.toString()).toBe('2027-02-01');
	});
	test('a fact is stale from the day after half a year on', () => {
		const op = plusDagen(vandaag, -verouderdNaDagen);
		expect(isVerouderd({ bron: 'x', op }, vandaag)).toBe(false);
		expect(isVerouderd({ bron: 'x', op: plusDagen(op, -1) }, vandaag)).toBe(true);
	});
});

import { describe, expect, test } from 'vitest';
import type { Examenonderdeel } from '#lib/domain/vocabulary.ts';
import type { Cursusaanbod } from './aanbod.ts';
import {
	examenkosten,
	kosten,
	leenruimte,
	rest,
	toetsjaar,
	uurprijs,
	wieBetaalt,
	type Inkomensvraag
} from './geld.ts';
import { geenAntwoorden, openbareVraag, type Cursusvraag } from './vraag.ts';

const dag = (text: string) => Temporal.PlainDate.from(text);
const vandaag = dag('2026-11-23');
const hours = (n: number) => n * 60;
const euro = (n: number) => n * 100;

const aanbod: Cursusaanbod = {
	...{ id: 'a', provider: 'Taalschool De Brug', name: 'Z', route: 'z', goal: null, levelFrom: 'a0', levelTo: 'a2' }, // prettier-ignore
	...{ nt2Minutes: hours(700), knmMinutes: hours(100), onlineMinutes: 0, physicalMinutes: null, weeks: null },
	...{ priceTotalCents: euro(8800), pricePerHourCents: euro(11), materialCents: null, includes: ['boeken'] },
	...{ startsOn: [], hasContinuousStart: true, schedule: [], place: null, travelMinutes: null },
	...{ hasChildcare: null, groupSize: null, languages: [], passRatePercent: null, satisfactionTenths: null },
	...{ hasKeurmerk: true, keurmerkValidUntil: null, phone: null, email: null, website: null },
	bronnen: { algemeen: null, prijs: null, rooster: null, keurmerk: null, slagen: null, tevredenheid: null }
};
const b1 = openbareVraag(geenAntwoorden, 'b1', vandaag);
const z = (gedaan: number | null): Cursusvraag => ({
	...openbareVraag(geenAntwoorden, 'z', vandaag),
	gedaan: gedaan === null ? null : hours(gedaan)
});

test.each([
	['Z, 0 hours done: all 800 hours', {}, z(0), euro(8800), 'uren_nodig'],
	['Z, 799 hours done: one hour', {}, z(799), euro(11), 'uren_nodig'],
	['Z, 800 hours done: nothing', {}, z(800), 0, 'uren_nodig'],
	['Z, hours done not known: the whole price', {}, z(null), euro(8800), 'hele_cursus'],
	['Z, a course of 400 hours: the price of an hour for all that is left', { nt2Minutes: hours(300), priceTotalCents: euro(4400) }, z(0), euro(8800), 'uren_nodig'], // prettier-ignore
	['Z, only the whole price known: an hour of it, rounded up', { pricePerHourCents: null, priceTotalCents: euro(1001) }, z(799), 126, 'uren_nodig'], // prettier-ignore
	['B1: the whole price', {}, b1, euro(8800), 'hele_cursus'],
	['B1, only the price of an hour known: its hours', { priceTotalCents: null }, b1, euro(8800), 'uren_nodig'],
	['the price is not known', { priceTotalCents: null, pricePerHourCents: null }, b1, null, null],
	['the price of an hour, but not how many', { priceTotalCents: null, nt2Minutes: null }, b1, null, null]
] as const)('the course: %s', (_, offer, vraag, centen, basis) => {
	const said = kosten({ ...aanbod, ...offer } as Cursusaanbod, vraag, []);
	expect([said.cursusCenten, said.basis]).toEqual([centen, basis]);
});

test('the price of an hour of a course without hours is not known', () => {
	expect(uurprijs({ ...aanbod, pricePerHourCents: null, nt2Minutes: 0, knmMinutes: 0 })).toBeNull();
});

describe('exams (Ri2021 art. 3.4)', () => {
	const all: Examenonderdeel[] = ['lezen', 'luisteren', 'schrijven', 'spreken', 'knm'];
	test('B1: KNM costs 50 euro, the Staatsexamen is not known', () => {
		expect(examenkosten('b1', [], {}, vandaag).map(({ centen }) => centen)).toEqual([null, null, null, null, 5000]); // prettier-ignore
	});
	test('a part that the PIP sets at A2 costs 50 euro', () => {
		expect(examenkosten('b1', [], { schrijven: 'a2' }, vandaag).filter(({ centen }) => centen === 5000)).toHaveLength(2); // prettier-ignore
	});
	test('parts passed cost nothing any more', () => {
		expect(examenkosten('b1', ['lezen', 'knm'], {}, vandaag)).toHaveLength(3);
		expect(examenkosten('b1', all, {}, vandaag)).toEqual([]);
	});
	test.each(['z', 'onderwijs', null] as const)('%s: no exam at DUO is counted', (route) => {
		expect(examenkosten(route, [], {}, vandaag)).toEqual([]);
	});
});

describe('together', () => {
	test('what is known is added, and what is not makes it incomplete', () => {
		const said = kosten(aanbod, b1, []);
		expect([said.bekendCenten, said.isOnvolledig]).toEqual([euro(8850), true]);
	});
	test('exams in the price and nothing unknown: complete', () => {
		const said = kosten({ ...aanbod, includes: ['boeken', 'examens'] }, b1, []);
		expect([said.bekendCenten, said.isOnvolledig]).toEqual([euro(8800), false]);
	});
	test('books of which nobody knows the price make it incomplete; known ones are added', () => {
		expect(kosten({ ...aanbod, includes: [] }, z(0), []).isOnvolledig).toBe(true);
		const said = kosten({ ...aanbod, includes: [], materialCents: euro(120) }, z(0), []);
		expect([said.bekendCenten, said.isOnvolledig]).toEqual([euro(8920), false]);
	});
	test('an unknown price is never taken for nothing', () => {
		const free = kosten({ ...aanbod, priceTotalCents: null, pricePerHourCents: null }, z(0), []);
		expect([free.cursusCenten, free.isOnvolledig]).toEqual([null, true]);
	});
});

describe('the loan (Ri2021 art. 6.1, 6.8)', () => {
	const ask = (toetsingsinkomen: number, loon: number | null, hasPartner = true): Inkomensvraag => ({
		toetsingsinkomenCenten: Math.round(euro(toetsingsinkomen)),
		hasPartner,
		hasAlleenstaandeOuderenkorting: false,
		belastbaarMinimumloonCenten: loon === null ? null : euro(loon)
	});
	test('in 2026 the income of 2024 counts', () => {
		expect(toetsjaar(vandaag)).toBe(2024);
	});
	test.each([
		['no income', ask(0, 25_000), 10_000, 10_000],
		['exactly what is free with a partner', ask(30_000, 25_000), 10_000, 10_000],
		['1,000 more: 2 x 12 % less', ask(31_000, 25_000), 9760, 9760],
		['without a partner 84 % is free', ask(22_000, 25_000, false), 9760, 9760],
		['exactly the drempel of 180', ask(30_000 + 40_916.67, 25_000), 180, 180],
		['below the drempel: nothing', ask(30_000 + 40_916.75, 25_000), 0, 0],
		['the minimum wage is not known: between', ask(20_000, null), 5200, 10_000],
		['the minimum wage is not known, a high income', ask(50_000, null), 0, 10_000]
	])('%s', (_, vraag, minstens, hoogstens) => {
		expect(leenruimte(vraag, vandaag)).toEqual({
			minstensCenten: euro(minstens),
			hoogstensCenten: euro(hoogstens)
		});
	});
});

describe('the rest', () => {
	const ask = { leningCenten: euro(10_000), gebruiktCenten: euro(4000), kostenCenten: euro(5000), vandaag, laatsteDag: dag('2027-02-14'), einde: dag('2027-02-14') }; // prettier-ignore
	test('the loan pays all, and the course ends on the last day of the term', () => {
		expect(rest(ask)).toEqual({ leningOverCenten: euro(6000), isLeningOp: false, zelfCenten: 0, dagenOver: 83, isOpTijd: true }); // prettier-ignore
	});
	test('a day after the term is not in time', () => {
		expect(rest({ ...ask, einde: dag('2027-02-15') }).isOpTijd).toBe(false);
	});
	test('the loan is exactly used up', () => {
		expect(rest({ ...ask, gebruiktCenten: euro(10_000) })).toMatchObject({ leningOverCenten: 0, isLeningOp: true, zelfCenten: euro(5000) }); // prettier-ignore
	});
	test('more used than lent counts as used up', () => {
		expect(rest({ ...ask, gebruiktCenten: euro(12_000) })).toMatchObject({ leningOverCenten: 0, zelfCenten: euro(5000) }); // prettier-ignore
	});
	test('one cent short', () => {
		expect(rest({ ...ask, kostenCenten: euro(6000) + 1 }).zelfCenten).toBe(1);
	});
	test('a term that is over has no days, one that is not known has none to say', () => {
		expect(rest({ ...ask, laatsteDag: dag('2026-11-22') }).dagenOver).toBe(0);
		expect(rest({ ...ask, laatsteDag: null })).toMatchObject({ dagenOver: null, isOpTijd: null });
	});
});

test('who pays (R-30): the municipality pays the course of asiel, gezin_overig pays it alone', () => {
	expect(wieBetaalt('asiel')).toMatchObject({ cursus: 'gemeente', examens: 'rijk', module_map: 'gemeente' });
	expect(wieBetaalt('gezin_overig')).toMatchObject({ cursus: 'zelf', examens: 'zelf', pvt: 'gemeente', begeleiding: 'niemand' }); // prettier-ignore
});

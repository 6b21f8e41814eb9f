import { describe, expect, test } from 'vitest';
import {
	afsprakenVoor,
	dagenTot,
	dagenVan,
	onlySlots,
	stockSjablonen,
	stockSjabloon
} from './pipSjablonen.ts';
import { onderdelenPerRoute } from './onderdelenPerRoute.ts';
import { pipAfspraakSoorten, soortenVoor, type PipVoor } from './pipVelden.ts';
import { groepen, type Groep, type Leerroute } from './vocabulary.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const dag = day('2026-11-23');
const voorWie = (groep: Groep, leerroute: Leerroute): PipVoor => ({
	...{ groep, leerroute, isOntzorgenVerlengbaar: true },
	verblijfsvergunning: groep === 'asiel' ? 'asiel_bepaalde_tijd' : 'regulier_gezin'
});

describe('rules.md chapters 4 and 5: a template only holds what applies', () => {
	test.each(stockSjablonen)(
		'%s: each agreement exists for the route, with only what its kind can say',
		(key) => {
			const { leerroute, groep, afspraken } = stockSjabloon(key, dag);
			for (const one of groep ? [groep] : (['asiel'] as const))
				for (const { thema, soort } of afspraken)
					expect(soortenVoor(thema, voorWie(one, leerroute)), `${thema} ${soort}`).toContain(soort);
			for (const afspraak of afspraken) expect(onlySlots(afspraak)).toEqual(afspraak);
		}
	);

	test.each(stockSjablonen)('%s: PVT for everybody, MAP exactly where the law has it', (key) => {
		const { leerroute, groep, afspraken } = stockSjabloon(key, dag);
		const parts = onderdelenPerRoute(leerroute, groep, dag);
		const soorten = afspraken.map(({ soort }) => soort);
		expect(soorten.includes('praktijkplaats')).toBe(parts.some(({ code }) => code === 'module_map'));
		const pvt = parts.find(({ code }) => code === 'pvt')?.meter?.norm;
		expect(afspraken.find(({ soort }) => soort === 'pvt_bijeenkomst')?.minutenTotaal).toBe(pvt);
	});

	test.each(groepen)('the onderwijsroute for %s: support for asylum only', (groep) => {
		const kept = afsprakenVoor(stockSjabloon('onderwijs', dag), voorWie(groep, 'onderwijs'));
		expect(kept.some(({ thema }) => thema === 'ontzorgen')).toBe(groep === 'asiel');
		expect(kept.map(({ soort }) => soort)).toContain('taalschakeltraject');
		expect(Object.keys(pipAfspraakSoorten)).toEqual(expect.arrayContaining(kept.map(({ soort }) => soort)));
	});
});

describe('days after the dagtekening', () => {
	const none = { vanaf: null, tot: null, vanafDagen: null, totDagen: null };
	test.each([
		['nothing', none, null, null],
		['the day itself', { ...none, vanafDagen: 0 }, '2026-11-23', null],
		['over the year and a leap day', { ...none, vanafDagen: 39, totDagen: 464 }, '2027-01-01', '2028-03-01'],
		['a typed day goes first', { ...none, vanaf: day('2026-12-24'), vanafDagen: 3 }, '2026-12-24', null]
	] as const)('%s', (_name, afspraak, vanaf, tot) => {
		const found = dagenVan(afspraak, dag);
		expect([found.vanaf?.toString() ?? null, found.tot?.toString() ?? null]).toEqual([vanaf, tot]);
	});

	test('back to days: today is 0, a day that is over is nothing', () => {
		expect([dagenTot(dag, dag), dagenTot(dag, day('2026-12-01')), dagenTot(dag, day('2026-11-22')), dagenTot(dag, null)]).toEqual([0, 8, null, null]); // prettier-ignore
	});
});

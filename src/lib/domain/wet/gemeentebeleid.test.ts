import { expect, test } from 'vitest';
import { readFacts } from '#lib/domain/facts.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import * as vocabulary from '#lib/domain/vocabulary.ts';
import { hbel, wettelijkeIntakeonderwerpen } from './gemeentebeleid.ts';
import * as opsommingen from './opsommingen.ts';

const { aandachtDagen, intakedomeinen, praktischeBegeleidingDoor, ...instellingen } = hbel;
const facts = {
	peildatum: '2027-01-01',
	verblijfsvergunning: 'asiel_bepaalde_tijd',
	leerroute: 'b1',
	schakelenNaar: 'z',
	schakeldatum: '2027-01-01',
	eerdereSchakelingen: 3,
	dagtekeningEerstePip: '2026-01-01',
	nt2Minuten: 36_000,
	hasVoldoendeInspanning: true
};

test('the settings of HBEL are valid and change only the subject lokaalBeleid', () => {
	const zonder = readFacts(facts);
	const met = readFacts({ ...facts, lokaalBeleid: instellingen });
	if (!zonder.isValid || !met.isValid) throw new Error('refused');
	const { lokaalBeleid: guidance, ...wet } = uitkomst(met.facts);
	const { lokaalBeleid: none, ...wetAlleen } = uitkomst(zonder.facts);
	expect(JSON.stringify(wet)).toBe(JSON.stringify(wetAlleen));
	expect(guidance.isSchakelenBinnenBeleid).toBe(false);
	expect(Object.values(none.reden)).toEqual(Array(9).fill('geen_lokaal_beleid'));
});

test('HBEL has fourteen domains of the intake, the law eight subjects', () => {
	expect(intakedomeinen).toHaveLength(14);
	expect(wettelijkeIntakeonderwerpen).toHaveLength(8);
	expect([aandachtDagen, praktischeBegeleidingDoor]).toEqual([7, 'VluchtelingenWerk Midden-Nederland']);
});

test('the vocabulary of the product has the same lists as the law', () => {
	const { groepen, verblijfsvergunningen, nationaliteiten, leerroutes, taalniveaus, examenonderdelen } =
		opsommingen;
	const shared = {
		groepen,
		verblijfsvergunningen,
		nationaliteiten,
		leerroutes,
		taalniveaus,
		examenonderdelen
	};
	const { moduleMapThemas, vasteLasten } = opsommingen;
	expect(vocabulary).toMatchObject({ ...shared, moduleMapThemas, vasteLasten });
});

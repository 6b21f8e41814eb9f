import { expect, test } from 'vitest';
import { artikel, titels, type Grondslag } from './artikelen.ts';
import { onderwerpen } from './grondslagen.ts';
import {
	parameter,
	parameterBinnen,
	parameters,
	parameterTot,
	valueOn,
	wi2021Inwerkingtreding
} from './parameters.ts';

const dag = (text: string) => Temporal.PlainDate.from(text);
const entries = Object.entries(parameters);

test.each(entries)('%s: its periods follow each other without gap or overlap', (_, { perioden }) => {
	perioden.forEach((periode, i) => {
		expect(dag(periode.van).toString()).toBe(periode.van);
		if (periode.tot !== null) expect(dag(periode.tot).since(dag(periode.van)).sign).toBeGreaterThanOrEqual(0);
		const next = perioden[i + 1];
		if (next) expect(periode.tot && dag(periode.tot).add({ days: 1 }).toString()).toBe(next.van);
		expect(Number.isInteger(periode.waarde) && periode.waarde > 0).toBe(true);
	});
});

test.each(entries)('%s: has an article and a source', (_, { artikel: code, bron }) => {
	expect(artikel(code).url).toMatch(/^https:\/\/wetten\.overheid\.nl\/jci1\.3:c:BWBR\d{7}&artikel=/);
	expect(bron.length).toBeGreaterThan(5);
});

test('the value of the day on which it holds', () => {
	const perioden = [
		{ van: '2022-01-01', tot: '2026-12-31', waarde: 36 },
		{ van: '2027-01-01', tot: null, waarde: 30 }
	];
	expect(valueOn(perioden, dag('2022-01-01'))).toBe(36);
	expect(valueOn(perioden, dag('2026-12-31'))).toBe(36);
	expect(valueOn(perioden, dag('2027-01-01'))).toBe(30);
	expect(valueOn(perioden, dag('2050-01-01'))).toBe(30);
	expect(valueOn(perioden, null)).toBe(30);
	expect(valueOn(perioden)).toBe(30);
	expect(valueOn(perioden, dag('2019-01-01'))).toBe(36);
	expect(() => valueOn([])).toThrow('at least one period');
});

test('a table that ends has no value outside it', () => {
	expect(parameterBinnen('aowLeeftijd', dag('1957-02-28'))).toBeNull();
	expect(parameterBinnen('aowLeeftijd', dag('1957-03-01'))).toBe(804);
	expect(parameterBinnen('aowLeeftijd', dag('1960-12-31'))).toBe(804);
	expect(parameterBinnen('aowLeeftijd', dag('1961-01-01'))).toBe(807);
	expect(parameterBinnen('aowLeeftijd', dag('1962-10-01'))).toBeNull();
	expect(parameterTot('aowLeeftijd')).toBe('1962-09-30');
	expect(parameterTot('pvt')).toBeNull();
	expect(parameter('pvt')).toBe(720);
});

test.each(Object.entries(onderwerpen))(
	'%s: every grondslag is an article that can be read',
	(naam, { grondslag }) => {
		for (const code of grondslag) {
			expect(titels).toHaveProperty([code]);
			if (naam !== 'lokaalBeleid') expect(artikel(code).url).toMatch(/^https:\/\//);
		}
	}
);

test('an article knows its act, number, paragraph and address', () => {
	expect(artikel('Wi2021 art. 11 lid 1')).toEqual({
		code: 'Wi2021 art. 11 lid 1',
		titel: 'Drie jaar om in te burgeren',
		wet: 'Wet inburgering 2021',
		artikel: '11',
		lid: '1',
		url: 'https://wetten.overheid.nl/jci1.3:c:BWBR0044770&artikel=11&lid=1'
	});
	expect(artikel('Bi2021 art. 12.1a lid 4')).toMatchObject({ artikel: '12.1a', lid: '4' });
	expect(artikel('Ri2021 art. 4.1 lid 1 onder g')).toMatchObject({ artikel: '4.1', lid: '1' });
	expect(artikel('lokaal beleid')).toMatchObject({ wet: null, url: null });
	for (const code of Object.keys(titels) as Grondslag[])
		expect(artikel(code).titel.length).toBeGreaterThan(5);
	expect(titels).toHaveProperty([wi2021Inwerkingtreding.artikel]);
});

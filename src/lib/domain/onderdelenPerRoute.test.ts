import { expect, test } from 'vitest';
import { documentVan, onderdelenPerRoute } from './onderdelenPerRoute.ts';
import type { GroepNaam, LeerrouteNaam } from '#lib/domain/wet/opsommingen.ts';

const summary = (route: LeerrouteNaam, groep: GroepNaam | null, norm?: number) =>
	onderdelenPerRoute(route, groep, null, norm).map((o) => `${o.code}${o.meter ? ` ${o.meter.norm}` : ''}`);

test.each<[LeerrouteNaam, GroepNaam | null, string[]]>([
	['b1', 'asiel', ['taal', 'knm', 'pvt 720', 'module_map 2400']],
	['b1', 'gezin_overig', ['taal', 'knm', 'pvt 720', 'module_map 2400']],
	['onderwijs', 'asiel', ['taal', 'pvt 720']],
	['onderwijs', 'gezin_overig', ['taal', 'pvt 720']],
	['z', 'asiel', ['cursus 48000', 'pvt 720', 'module_map 2400', 'participatie 48000', 'eindgesprek']],
	['z', 'gezin_overig', ['cursus 48000', 'pvt 720', 'module_map 2400', 'eindgesprek']],
	['z', null, ['cursus 48000', 'pvt 720', 'module_map 2400', 'eindgesprek']]
])('Wi2021 art. 6-9: the parts of %s for %s', (route, groep, expected) => {
	expect(summary(route, groep)).toEqual(expected);
});

test('Ri2021 art. 3.16: a lower norm of the course', () => {
	expect(summary('z', 'gezin_overig', 27_000)[0]).toBe('cursus 27000');
});

test('every part has its checks, its closer and its article', () => {
	const b1 = onderdelenPerRoute('b1', 'asiel', Temporal.PlainDate.from('2026-01-01'));
	expect(b1[0]).toMatchObject({
		controles: ['examen_lezen', 'examen_luisteren', 'examen_schrijven', 'examen_spreken'],
		afgeslotenDoor: 'duo'
	});
	expect(b1[2]?.controles).toEqual([
		'pvt_activiteit_of_excursie',
		'pvt_ondertekeningsbijeenkomst',
		'pvt_ondertekening'
	]);
	expect(b1[3]?.controles).toEqual(['module_map_themas', 'module_map_eindgesprek']);
	expect(onderdelenPerRoute('onderwijs', null)[0]).toMatchObject({
		controles: ['taalschakeltraject'],
		afgeslotenDoor: 'instelling'
	});
	expect(onderdelenPerRoute('z', 'asiel').at(-1)).toMatchObject({
		controles: ['z_eindgesprek'],
		afgeslotenDoor: 'college'
	});
	for (const o of b1) expect(o.grondslag.length).toBeGreaterThan(0);
});

test('Wi2021 art. 6 lid 2: diploma, or certificaat in the Z-route', () => {
	expect([documentVan('b1'), documentVan('onderwijs'), documentVan('z')]).toEqual([
		'diploma',
		'diploma',
		'certificaat'
	]);
});

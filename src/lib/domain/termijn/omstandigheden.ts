import { duur, type Dag, type Duur } from '#lib/domain/dag.ts';
import type { Facts, Omstandigheid } from '#lib/domain/facts.ts';
import type { Uitkomst } from '#lib/domain/uitkomst.ts';
import { parameter, type ParameterNaam } from '#lib/domain/wet/parameters.ts';
import { blokken, isLang, type Blok, type Durend, type DurendeSoort } from './perioden.ts';
import { grondOnbekend, nietVervuld, vervuld, vervuldZonderDuur, type Grond } from './verlengingsgrond.ts';

/** Longest verlenging per kind of circumstance; a kind that is not named has none. */
const maxima: Partial<Record<DurendeSoort, ParameterNaam>> = {
	alfabetisering: 'alfabetiseringMaximum',
	aanbieder: 'aanbiederMaximum',
	dakloosheid: 'dakloosheidMaximum'
};

/** Ri2021 art. 4.1 lid 1: a circumstance of at least three consecutive months gives its own length, up to a maximum. */
export function durendeGrond(soort: DurendeSoort, facts: Facts, einde: Uitkomst<Dag>): Grond {
	if (!facts.omstandigheden) return grondOnbekend('ontbreekt:omstandigheden');
	const items = facts.omstandigheden.filter((o): o is Durend => o.soort === soort);
	if (items.length === 0) return nietVervuld('geen_omstandigheid');
	const [long, ...more] = blokken(items).filter(isLang);
	if (!long) return nietVervuld('korter_dan_drie_maanden');
	if (soort === 'bijzondere_omstandigheid') return grondOnbekend('beoordeling_duo');
	if (soort === 'alfabetisering') {
		if (!facts.leerroute) return grondOnbekend('ontbreekt:leerroute');
		if (facts.leerroute === 'z') return nietVervuld('andere_leerroute');
	}
	if (more.length > 0) return vervuldZonderDuur();
	return vervuld(begrensd(duur(long), maxima[soort], long.van), einde);
}

/** Ri2021 art. 4.1 lid 1: a death or a birth gives a fixed length. */
export function eendaagseGrond(soort: 'overlijden' | 'bevalling', facts: Facts, einde: Uitkomst<Dag>): Grond {
	if (!facts.omstandigheden) return grondOnbekend('ontbreekt:omstandigheden');
	const items = facts.omstandigheden.filter((o) => o.soort === soort) as Eendaags[];
	const [event, ...more] = items;
	if (!event) return nietVervuld('geen_omstandigheid');
	if (more.length > 0) return vervuldZonderDuur();
	const lengte =
		soort === 'overlijden'
			? { maanden: parameter('overlijden', event.op), dagen: 0 }
			: { maanden: 0, dagen: 7 * parameter('bevalling', event.op) };
	return vervuld(lengte, einde);
}

type Eendaags = Extract<Omstandigheid, { op: Dag }>;

/** Ri2021 art. 4.1: two or more kinds of circumstances that together last at least three consecutive months. */
export function samenloop(facts: Facts, einde: Uitkomst<Dag>): Grond {
	const { omstandigheden, leerroute } = facts;
	if (!omstandigheden) return grondOnbekend('ontbreekt:omstandigheden');
	if (omstandigheden.some((o) => o.soort === 'alfabetisering') && !leerroute)
		return grondOnbekend('ontbreekt:leerroute');
	const soorten: readonly string[] = [
		'ziekte',
		'blijf_van_mijn_lijf_huis',
		'dakloosheid',
		'aanbieder'
	].concat(leerroute === 'z' ? [] : ['alfabetisering']);
	const items = omstandigheden.filter((o): o is Durend => soorten.includes(o.soort));
	const [block, ...more] = blokken(items).filter((blok) => isLang(blok) && isGemengd(blok));
	if (block) return more.length > 0 ? vervuldZonderDuur() : vervuld(duur(block), einde);
	if (omstandigheden.some((o) => o.soort === 'bijzondere_omstandigheid'))
		return grondOnbekend('beoordeling_duo');
	return nietVervuld('geen_samenloop');
}

function isGemengd({ soorten, van }: Blok): boolean {
	return soorten.size >= parameter('samenloopSoorten', van);
}

function begrensd(lengte: Duur, naam: ParameterNaam | undefined, dag: Dag): Duur {
	if (!naam) return lengte;
	const maximum = parameter(naam, dag);
	return lengte.maanden >= maximum ? { maanden: maximum, dagen: 0 } : lengte;
}

import type { Dag } from './dag.ts';
import type { OpenStap } from '#lib/domain/onderdelen/openStappen.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import type { GroepNaam, LeerrouteNaam } from '#lib/domain/wet/opsommingen.ts';
import { parameter, type ParameterNaam } from '#lib/domain/wet/parameters.ts';

export type OnderdeelCode = 'taal' | 'knm' | 'cursus' | 'pvt' | 'module_map' | 'participatie' | 'eindgesprek';
/** `norm` in minutes. A full meter is not completion: the checks count too. */
export type Meter = { code: 'pvt' | 'module_map_praktijk' | 'z_cursus' | 'z_participatie'; norm: number };
/** What must be done besides hours; the codes are those of `voltooiing.openStappen`. */
export type Controle = Exclude<OpenStap, 'pvt_uren' | 'module_map_praktijk' | 'z_cursus' | 'z_participatie'>;
export type OnderdeelVanRoute = {
	code: OnderdeelCode;
	meter: Meter | null;
	controles: readonly Controle[];
	/** Who establishes that the part is done; `instelling` is the school of the taalschakeltraject. */
	afgeslotenDoor: 'duo' | 'college' | 'instelling';
	grondslag: readonly Grondslag[];
};

/**
 * Wi2021 art. 6-9: the parts of the obligation per leerroute and group (rules.md chapter 5), with their norms on
 * `dag`. An unknown group gets what holds for everybody. `zCursusNorm`: a lower norm set by the college (minutes).
 */
export function onderdelenPerRoute(
	leerroute: LeerrouteNaam,
	groep: GroepNaam | null,
	dag?: Dag | null,
	zCursusNorm?: number
): readonly OnderdeelVanRoute[] {
	const pvt = pvtOnderdeel(dag);
	if (leerroute === 'onderwijs') return [taalschakeltraject, pvt];
	const moduleMap = moduleMapOnderdeel(dag);
	if (leerroute === 'b1') return [taalexamens, knmExamen, pvt, moduleMap];
	const participatie = groep === 'asiel' ? [participatieOnderdeel(dag)] : [];
	return [
		cursusOnderdeel(zCursusNorm ?? parameter('zCursus', dag)),
		pvt,
		moduleMap,
		...participatie,
		zEindgesprek
	];
}

/** Wi2021 art. 6 lid 2: the document at the end. */
export function documentVan(leerroute: LeerrouteNaam): 'diploma' | 'certificaat' {
	return leerroute === 'z' ? 'certificaat' : 'diploma';
}

const taalexamens: OnderdeelVanRoute = {
	code: 'taal',
	meter: null,
	controles: ['examen_lezen', 'examen_luisteren', 'examen_schrijven', 'examen_spreken'],
	afgeslotenDoor: 'duo',
	grondslag: ['Wi2021 art. 7']
};
const knmExamen: OnderdeelVanRoute = {
	code: 'knm',
	meter: null,
	controles: ['examen_knm'],
	afgeslotenDoor: 'duo',
	grondslag: ['Wi2021 art. 7']
};
const taalschakeltraject: OnderdeelVanRoute = {
	code: 'taal',
	meter: null,
	controles: ['taalschakeltraject'],
	afgeslotenDoor: 'instelling',
	grondslag: ['Wi2021 art. 8']
};
const zEindgesprek: OnderdeelVanRoute = {
	code: 'eindgesprek',
	meter: null,
	controles: ['z_eindgesprek'],
	afgeslotenDoor: 'college',
	grondslag: ['Bi2021 art. 3.14']
};

function meter(code: Meter['code'], naam: ParameterNaam, dag?: Dag | null): Meter {
	return { code, norm: parameter(naam, dag) };
}

function pvtOnderdeel(dag?: Dag | null): OnderdeelVanRoute {
	return {
		code: 'pvt',
		meter: meter('pvt', 'pvt', dag),
		controles: ['pvt_activiteit_of_excursie', 'pvt_ondertekeningsbijeenkomst', 'pvt_ondertekening'],
		afgeslotenDoor: 'college',
		grondslag: ['Wi2021 art. 6 lid 3', 'Bi2021 art. 3.1']
	};
}

function moduleMapOnderdeel(dag?: Dag | null): OnderdeelVanRoute {
	return {
		code: 'module_map',
		meter: meter('module_map_praktijk', 'moduleMapPraktijk', dag),
		controles: ['module_map_themas', 'module_map_eindgesprek'],
		afgeslotenDoor: 'college',
		grondslag: ['Wi2021 art. 6 lid 6', 'Bi2021 art. 3.2', 'Ri2021 art. 3.1']
	};
}

function cursusOnderdeel(norm: number): OnderdeelVanRoute {
	return {
		code: 'cursus',
		meter: { code: 'z_cursus', norm },
		controles: [],
		afgeslotenDoor: 'college',
		grondslag: ['Wi2021 art. 9', 'Bi2021 art. 3.14', 'Ri2021 art. 3.16']
	};
}

function participatieOnderdeel(dag?: Dag | null): OnderdeelVanRoute {
	return {
		code: 'participatie',
		meter: meter('z_participatie', 'zParticipatie', dag),
		controles: [],
		afgeslotenDoor: 'college',
		grondslag: ['Bi2021 art. 3.14']
	};
}

import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import { examenonderdelen, type Examenonderdeel } from '#lib/domain/wet/opsommingen.ts';
import type { Leerroute } from './leerroute.ts';
import type { ModuleMap } from './moduleMap.ts';
import type { Pvt } from './pvt.ts';
import type { Z } from './z.ts';

export type OpenStap =
	| 'pvt_uren'
	| 'pvt_activiteit_of_excursie'
	| 'pvt_ondertekeningsbijeenkomst'
	| 'pvt_ondertekening'
	| 'module_map_praktijk'
	| 'module_map_themas'
	| 'module_map_eindgesprek'
	| `examen_${Examenonderdeel}`
	| 'taalschakeltraject'
	| 'z_cursus'
	| 'z_participatie'
	| 'z_eindgesprek';
type Eerder = { groep: Groep; pvt: Pvt; moduleMap: ModuleMap; leerroute: Leerroute; z: Z };

/** Wi2021 art. 6 lid 1: the conditions known to be unmet, in the order of the law; unknown ones are not in it. */
export function openStappen(facts: Facts, eerder: Eerder): readonly OpenStap[] {
	return [...vanPvt(eerder.pvt), ...vanModuleMap(eerder.moduleMap), ...vanLeerroute(facts, eerder)];
}

function vanPvt({ voorwaarden }: Pvt): readonly OpenStap[] {
	return unmet([
		['pvt_uren', voorwaarden?.uren],
		['pvt_activiteit_of_excursie', voorwaarden?.activiteitOfExcursie],
		['pvt_ondertekeningsbijeenkomst', voorwaarden?.ondertekeningsbijeenkomst],
		['pvt_ondertekening', voorwaarden?.ondertekening]
	]);
}

function vanModuleMap({ isVanToepassing, voorwaarden }: ModuleMap): readonly OpenStap[] {
	if (!isVanToepassing) return [];
	return unmet([
		['module_map_praktijk', voorwaarden?.praktijk],
		['module_map_themas', voorwaarden?.themas],
		['module_map_eindgesprek', voorwaarden?.eindgesprek]
	]);
}

function vanLeerroute(facts: Facts, { groep, leerroute, z }: Eerder): readonly OpenStap[] {
	const { leerroute: naam, behaaldeExamenonderdelen: behaald } = facts;
	if (naam === 'b1')
		return unmet(examenonderdelen.map((part) => [`examen_${part}`, behaald?.includes(part)]));
	if (naam === 'onderwijs') return unmet([['taalschakeltraject', leerroute.isVervuld]]);
	if (naam !== 'z') return [];
	return unmet([
		['z_cursus', z.voorwaarden?.cursus],
		['z_participatie', groep.waarde === 'gezin_overig' ? null : z.voorwaarden?.participatie],
		['z_eindgesprek', z.voorwaarden?.eindgesprek]
	]);
}

function unmet(
	conditions: readonly (readonly [OpenStap, boolean | null | undefined])[]
): readonly OpenStap[] {
	return conditions.filter(([, isMet]) => isMet === false).map(([stap]) => stap);
}

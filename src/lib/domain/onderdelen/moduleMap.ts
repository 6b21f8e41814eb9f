import type { Facts } from '#lib/domain/facts.ts';
import {
	compute,
	every,
	fact,
	onderwerp,
	valuesOf,
	vastgesteld,
	withheld,
	type Answers,
	type Nullable,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { moduleMapThemas, type ModuleMapThema } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

type Voorwaarden = { praktijk: boolean; themas: boolean; eindgesprek: boolean };
type Eisen = {
	praktijkMinutenNorm: number;
	praktijkMinutenNodig: number;
	openThemas: readonly ModuleMapThema[];
	voorwaarden: Nullable<Voorwaarden>;
	isVervuld: boolean;
};
export type ModuleMap = Onderwerp<{ isVanToepassing: boolean; isVrijgesteldDoorWerk: false } & Eisen>;

/** Wi2021 art. 6 lid 6, 8 lid 3: the module, except while a taalschakeltraject is followed or after it; work never exempts. */
export function moduleMap(facts: Facts): ModuleMap {
	const van = isVanToepassing(facts);
	const isUitgezonderd = van.soort === 'vastgesteld' && !van.waarde;
	return onderwerp('moduleMap', {
		isVanToepassing: van,
		isVrijgesteldDoorWerk: vastgesteld(false as const),
		...(isUitgezonderd ? withheld(eisenVan(facts), 'niet_van_toepassing') : eisenVan(facts))
	});
}

function isVanToepassing(facts: Facts): Uitkomst<boolean> {
	if (facts.isTaalschakeltrajectVoltooid) return vastgesteld(false, 'taalschakeltraject');
	const leerroute = fact(facts, 'leerroute');
	if (facts.leerroute === 'onderwijs') return vastgesteld(false, 'taalschakeltraject');
	return compute(leerroute, () => true);
}

/** Bi2021 art. 3.2, Ri2021 art. 3.1: at least 40 hours of practice, all eight themes and the end talk. */
function eisenVan(facts: Facts): Answers<Eisen> {
	const norm = parameter('moduleMapPraktijk', facts.peildatum);
	const praktijk = fact(facts, 'moduleMapPraktijkMinuten');
	const openThemas = compute(fact(facts, 'moduleMapThemas'), (themas) =>
		moduleMapThemas.filter((thema) => !themas.includes(thema))
	);
	const answers = {
		praktijk: compute(praktijk, (n) => n >= norm),
		themas: compute(openThemas, (open) => open.length === 0),
		eindgesprek: fact(facts, 'hasModuleMapEindgesprek')
	};
	return {
		praktijkMinutenNorm: vastgesteld(norm),
		praktijkMinutenNodig: compute(praktijk, (n) => Math.max(0, norm - n)),
		openThemas,
		voorwaarden: vastgesteld(valuesOf<Voorwaarden>(answers)),
		isVervuld: every(Object.values(answers))
	};
}

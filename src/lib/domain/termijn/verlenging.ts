import { isNa, isVoor, minMaanden, plusDagen, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { ModuleMap } from '#lib/domain/onderdelen/moduleMap.ts';
import type { Pvt } from '#lib/domain/onderdelen/pvt.ts';
import type { Inburgeringsaanbod } from '#lib/domain/ondersteuning/inburgeringsaanbod.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	compute,
	derive,
	fact,
	onbekend,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import { bijnaAfgerond, type BijnaAfgerond } from './bijnaAfgerond.ts';
import type { Inburgeringstermijn } from './inburgeringstermijn.ts';
import { durendeGrond, eendaagseGrond, samenloop } from './omstandigheden.ts';
import { grondOnbekend, nietVervuld, vervuld, type Grond } from './verlengingsgrond.ts';

export type Gronden = {
	ziekte: Grond;
	overlijden: Grond;
	bevalling: Grond;
	blijfVanMijnLijfHuis: Grond;
	alfabetisering: Grond;
	dakloosheid: Grond;
	inburgeringsaanbod: Grond;
	aanbieder: Grond;
	bijzondereOmstandigheid: Grond;
	samenloop: Grond;
	bijnaAfgerond: BijnaAfgerond;
};
export type Verlenging = Onderwerp<{
	status: 'geen' | 'aangevraagd' | 'toegekend' | 'afgewezen';
	aanvraagVanaf: Dag;
	isAanvraagMogelijk: boolean;
	gronden: Gronden;
}>;
type Eerder = {
	groep: Groep;
	inburgeringstermijn: Inburgeringstermijn;
	inburgeringsaanbod: Inburgeringsaanbod;
	pvt: Pvt;
	moduleMap: ModuleMap;
};

/** Wi2021 art. 12, Bi2021 art. 4.3-4.5, Ri2021 art. 4.1: who may ask, from when, on which grounds; DUO decides. */
export function verlenging(facts: Facts, eerder: Eerder): Verlenging {
	const einde = answerOf(eerder.inburgeringstermijn, 'laatsteDag');
	const aanvraagVanaf = compute(einde, (dag) =>
		minMaanden(plusDagen(dag, 1), parameter('verlengingAanvraag', dag))
	);
	const alle = gronden(facts, eerder, einde);
	const isVoorDuo = Object.values(alle).some((grond) => grond.reden === 'beoordeling_duo');
	return onderwerp(
		'verlenging',
		{
			status: vastgesteld(facts.verlengingen?.at(-1)?.status ?? 'geen'),
			aanvraagVanaf,
			isAanvraagMogelijk: isAanvraagMogelijk(aanvraagVanaf, einde, facts),
			gronden: vastgesteld(alle)
		},
		isVoorDuo ? 'bijzondere_omstandigheid' : null
	);
}

/** Bi2021 art. 4.5: not earlier than six months before the term ends; after its end DUO must be asked. */
function isAanvraagMogelijk(vanaf: Uitkomst<Dag>, einde: Uitkomst<Dag>, facts: Facts): Uitkomst<boolean> {
	return derive(vanaf, (eerste) =>
		derive(einde, (laatste) =>
			derive(fact(facts, 'peildatum'), (peildatum) =>
				isNa(peildatum, laatste) ? onbekend('termijn_verstreken') : vastgesteld(!isVoor(peildatum, eerste))
			)
		)
	);
}

function gronden(facts: Facts, eerder: Eerder, einde: Uitkomst<Dag>): Gronden {
	return {
		ziekte: durendeGrond('ziekte', facts, einde),
		overlijden: eendaagseGrond('overlijden', facts, einde),
		bevalling: eendaagseGrond('bevalling', facts, einde),
		blijfVanMijnLijfHuis: durendeGrond('blijf_van_mijn_lijf_huis', facts, einde),
		alfabetisering: durendeGrond('alfabetisering', facts, einde),
		dakloosheid: durendeGrond('dakloosheid', facts, einde),
		inburgeringsaanbod: aanbodGrond(facts, eerder, einde),
		aanbieder: durendeGrond('aanbieder', facts, einde),
		bijzondereOmstandigheid: durendeGrond('bijzondere_omstandigheid', facts, einde),
		samenloop: samenloop(facts, einde),
		bijnaAfgerond: bijnaAfgerond(facts, eerder, einde)
	};
}

/** Ri2021 art. 4.1 lid 1 onder g: no course in time; the time lost, in the onderwijsroute a flat six months. */
function aanbodGrond(facts: Facts, { groep, inburgeringsaanbod }: Eerder, einde: Uitkomst<Dag>): Grond {
	if (groep.waarde === 'gezin_overig') return nietVervuld('alleen_asiel');
	const isOpTijd = answerOf(inburgeringsaanbod, 'isOpTijd');
	if (isOpTijd.soort !== 'vastgesteld') return grondOnbekend(isOpTijd.reden);
	if (isOpTijd.waarde) return nietVervuld('aanbod_op_tijd');
	const maanden = parameter('aanbodOnderwijsVerlenging', facts.dagtekeningEerstePip);
	if (facts.leerroute === 'onderwijs') return vervuld({ maanden, dagen: 0 }, einde);
	return vervuld({ maanden: 0, dagen: inburgeringsaanbod.vertragingDagen ?? 0 }, einde);
}

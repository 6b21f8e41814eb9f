import type { Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { ModuleMap } from '#lib/domain/onderdelen/moduleMap.ts';
import type { Pvt } from '#lib/domain/onderdelen/pvt.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	combine,
	compute,
	derive,
	every,
	fact,
	valuesOf,
	type Nullable,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { taalonderdelen } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import { grondOnbekend, nietVervuld, vervuld, type Grond } from './verlengingsgrond.ts';

type Voorwaarden = {
	leerroute: boolean;
	taalonderdelen: boolean;
	knm: boolean;
	pvt: boolean;
	moduleMap: boolean;
	aanwezigheid: boolean;
};
export type BijnaAfgerond = Grond & { voorwaarden: Nullable<Voorwaarden> };
type Eerder = { groep: Groep; pvt: Pvt; moduleMap: ModuleMap };

/** Wi2021 art. 12, Bi2021 art. 4.4: six months for who is almost finished in the B1-route. */
export function bijnaAfgerond(facts: Facts, eerder: Eerder, einde: Uitkomst<Dag>): BijnaAfgerond {
	const behaald = fact(facts, 'behaaldeExamenonderdelen');
	const answers = {
		leerroute: compute(fact(facts, 'leerroute'), (leerroute) => leerroute === 'b1'),
		taalonderdelen: compute(behaald, (parts) => {
			const passed = taalonderdelen.filter((part) => parts.includes(part)).length;
			return passed >= parameter('bijnaAfgerondTaalonderdelen', facts.peildatum);
		}),
		knm: compute(behaald, (parts) => parts.includes('knm')),
		pvt: answerOf(eerder.pvt, 'isVervuld'),
		moduleMap: answerOf(eerder.moduleMap, 'isVervuld'),
		aanwezigheid: aanwezigheid(facts, eerder.groep)
	};
	return {
		...grond(every(Object.values(answers)), facts, einde),
		voorwaarden: valuesOf<Voorwaarden>(answers)
	};
}

function grond(isVervuld: Uitkomst<boolean>, { peildatum }: Facts, einde: Uitkomst<Dag>): Grond {
	if (isVervuld.soort !== 'vastgesteld') return grondOnbekend(isVervuld.reden);
	if (!isVervuld.waarde) return nietVervuld('voorwaarden_niet_vervuld');
	return vervuld({ maanden: parameter('bijnaAfgerondVerlenging', peildatum), dagen: 0 }, einde);
}

/** Bi2021 art. 4.4 lid 2: asiel all lessons, others at least 450 hours of NT2 and KNM. */
function aanwezigheid(facts: Facts, groep: Groep): Uitkomst<boolean> {
	return derive(answerOf(groep, 'waarde'), (waarde) =>
		waarde === 'asiel'
			? fact(facts, 'hasAlleLessenGevolgd')
			: combine(
					fact(facts, 'nt2Minuten'),
					fact(facts, 'knmMinuten'),
					(nt2, knm) => nt2 + knm >= parameter('bijnaAfgerondLessenGezinOverig', facts.peildatum)
				)
	);
}

import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	beoordeling,
	compute,
	derive,
	every,
	fact,
	onderwerp,
	valuesOf,
	vastgesteld,
	type Nullable,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import type { Leerroute } from './leerroute.ts';
import type { ModuleMap } from './moduleMap.ts';
import { openStappen, type OpenStap } from './openStappen.ts';
import type { Pvt } from './pvt.ts';
import type { Z } from './z.ts';

type Onderdelen = { pvt: boolean; moduleMap: boolean; leerroute: boolean };
export type Voltooiing = Onderwerp<{
	onderdelen: Nullable<Onderdelen>;
	isVervuld: boolean;
	document: 'diploma' | 'certificaat';
	openStappen: readonly OpenStap[];
}>;
type Eerder = { groep: Groep; pvt: Pvt; moduleMap: ModuleMap; leerroute: Leerroute; z: Z };

/** Wi2021 art. 6 lid 1, 2, 8 lid 3, 4: PVT, module and leerroute together; only DUO establishes fulfilment. */
export function voltooiing(facts: Facts, eerder: Eerder): Voltooiing {
	const { pvt, moduleMap, leerroute } = eerder;
	const answers = {
		pvt: answerOf(pvt, 'isVervuld'),
		moduleMap: derive(answerOf(moduleMap, 'isVanToepassing'), () => answerOf(moduleMap, 'isVervuld')),
		leerroute: answerOf(leerroute, 'isVervuld')
	};
	const telt =
		moduleMap.isVanToepassing === false
			? [answers.pvt, answers.leerroute]
			: [answers.pvt, answers.moduleMap, answers.leerroute];
	return onderwerp('voltooiing', {
		onderdelen: vastgesteld(valuesOf<Onderdelen>(answers)),
		isVervuld: isVervuld(facts, telt),
		document: compute(fact(facts, 'leerroute'), (naam) => (naam === 'z' ? 'certificaat' : 'diploma')),
		openStappen: vastgesteld(openStappen(facts, eerder))
	});
}

function isVervuld(facts: Facts, onderdelen: readonly Uitkomst<boolean>[]): Uitkomst<boolean> {
	if (facts.vrijstelling === 'gedeeltelijk' || facts.ontheffing === 'gedeeltelijk')
		return beoordeling('onderdelen_die_vervallen', 'gedeeltelijke_vrijstelling_of_ontheffing');
	return every(onderdelen);
}

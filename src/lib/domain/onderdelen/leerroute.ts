import { isNa, laatsteDag, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Inburgeringstermijn } from '#lib/domain/termijn/inburgeringstermijn.ts';
import {
	answerOf,
	beoordeling,
	compute,
	derive,
	fact,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { examenonderdelen, type LeerrouteNaam } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import type { Z } from './z.ts';

type NaSchakelen = { isModuleMapVanToepassing: boolean | null; isPvtVanToepassing: true };
export type Leerroute = Onderwerp<{
	schakelenUiterlijk: Dag;
	isSchakelenToegestaan: boolean;
	naSchakelen: NaSchakelen;
	isVervuld: boolean;
}>;
type Eerder = { inburgeringstermijn: Inburgeringstermijn; z: Z };

/** Wi2021 art. 7, 8, 9, 17 lid 2, Bi2021 art. 5.4: switching the leerroute, and when it is fulfilled. */
export function leerroute(facts: Facts, { inburgeringstermijn, z }: Eerder): Leerroute {
	const schakelenUiterlijk = compute(answerOf(inburgeringstermijn, 'start'), (start) =>
		laatsteDag(start, parameter('schakelen', start))
	);
	return onderwerp('leerroute', {
		schakelenUiterlijk,
		isSchakelenToegestaan: isSchakelenToegestaan(facts, schakelenUiterlijk),
		naSchakelen: compute(fact(facts, 'schakelenNaar'), (naar) => naSchakelen(naar, facts)),
		isVervuld: isVervuld(facts, z)
	});
}

/** Bi2021 art. 5.4: within 18 months, onderwijs to b1 at any time; later only in special cases. No maximum number. */
function isSchakelenToegestaan(facts: Facts, uiterlijk: Uitkomst<Dag>): Uitkomst<boolean> {
	return derive(fact(facts, 'leerroute'), (van) =>
		derive(fact(facts, 'schakelenNaar'), (naar) => {
			if (van === naar) return vastgesteld(false, 'zelfde_leerroute');
			if (van === 'onderwijs' && naar === 'b1') return vastgesteld(true);
			return derive(uiterlijk, (laatste) =>
				derive(fact(facts, 'schakeldatum'), (dag) =>
					isNa(dag, laatste) ? beoordeling('bijzonder_geval', 'na_achttien_maanden') : vastgesteld(true)
				)
			);
		})
	);
}

/** Wi2021 art. 8 lid 3: the module does not apply while a taalschakeltraject is followed or after it (U-10). */
function naSchakelen(naar: LeerrouteNaam, facts: Facts): NaSchakelen {
	const { leerroute: van, isTaalschakeltrajectVoltooid: isVoltooid } = facts;
	const isUitgezonderd = naar === 'onderwijs' || isVoltooid === true;
	const isOnduidelijk = van === 'onderwijs' && isVoltooid === undefined;
	return {
		isModuleMapVanToepassing: isUitgezonderd ? false : isOnduidelijk ? null : true,
		isPvtVanToepassing: true
	};
}

/** Wi2021 art. 7, 8 lid 4, 9: all exam parts, or the taalschakeltraject, or the hours and end talk of the Z-route. */
function isVervuld(facts: Facts, z: Z): Uitkomst<boolean> {
	return derive(fact(facts, 'leerroute'), (naam) => {
		if (naam === 'z') return answerOf(z, 'isVervuld');
		const alleBehaald = compute(fact(facts, 'behaaldeExamenonderdelen'), (parts) =>
			examenonderdelen.every((part) => parts.includes(part))
		);
		if (naam === 'b1') return alleBehaald;
		const isGehaald = alleBehaald.soort === 'vastgesteld' && alleBehaald.waarde;
		if (facts.isTaalschakeltrajectVoltooid || isGehaald) return vastgesteld(true);
		return derive(fact(facts, 'isTaalschakeltrajectVoltooid'), () => alleBehaald);
	});
}

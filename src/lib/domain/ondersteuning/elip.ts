import { isNa, isVoor, plusMaanden, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { ToepasselijkeWet } from '#lib/domain/persoon/toepasselijkeWet.ts';
import {
	answerOf,
	derive,
	fact,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Elip = Onderwerp<{ signaal: boolean }>;

/** Bi2021 art. 12.1a lid 4: Wi2013 only; much of the loan used and the term ends within six months (U-16). */
export function elip(facts: Facts, wet: ToepasselijkeWet): Elip {
	const signaal = derive(answerOf(wet, 'wet'), (naam) => {
		if (naam === 'wi2021') return vastgesteld(false, 'alleen_wi2013');
		return derive(fact(facts, 'gebruikteLeningCenten'), (lening) => {
			if (lening <= parameter('elipLening', facts.peildatum)) return vastgesteld(false, 'lening_niet_hoger');
			return derive(fact(facts, 'laatsteDagVolgensDuo'), (einde) =>
				derive(fact(facts, 'peildatum'), (peildatum) => eindigtBinnenkort(einde, peildatum))
			);
		});
	});
	return onderwerp('elip', { signaal });
}

function eindigtBinnenkort(einde: Dag, peildatum: Dag): Uitkomst<boolean> {
	if (isVoor(einde, peildatum)) return vastgesteld(false, 'termijn_verstreken');
	const grens = plusMaanden(peildatum, parameter('elipTermijn', peildatum));
	return isNa(einde, grens) ? vastgesteld(false, 'termijn_eindigt_later') : vastgesteld(true);
}

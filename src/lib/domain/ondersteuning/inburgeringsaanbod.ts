import { dagenTussen, isNa, laatsteDag, plusDagen, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	combine,
	derive,
	compute,
	fact,
	onbekend,
	onderwerp,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Inburgeringsaanbod = Onderwerp<{ uiterlijk: Dag; isOpTijd: boolean; vertragingDagen: number }>;

/** Wi2021 art. 16, Ri2021 art. 4.1 lid 1 onder g: lessons within three months after the PIP, onderwijs six; asiel only. */
export function inburgeringsaanbod(facts: Facts, groep: Groep): Inburgeringsaanbod {
	const uiterlijk = aanbodUiterlijk(facts, groep);
	const start = fact(facts, 'startInburgeringsaanbod');
	return onderwerp('inburgeringsaanbod', {
		uiterlijk,
		isOpTijd: combine(uiterlijk, start, (laatste, eerste) => !isNa(eerste, laatste)),
		vertragingDagen: combine(uiterlijk, start, (laatste, eerste) =>
			Math.max(0, dagenTussen(laatste, eerste) - 1)
		)
	});
}

function aanbodUiterlijk(facts: Facts, groep: Groep): Uitkomst<Dag> {
	return derive(answerOf(groep, 'waarde'), (waarde) => {
		if (waarde === 'gezin_overig') return onbekend('alleen_asiel');
		return derive(fact(facts, 'leerroute'), (leerroute) =>
			compute(fact(facts, 'dagtekeningEerstePip'), (dagtekening) => {
				const naam = leerroute === 'onderwijs' ? 'aanbodTermijnOnderwijs' : 'aanbodTermijn';
				return laatsteDag(plusDagen(dagtekening, 1), parameter(naam, dagtekening));
			})
		);
	});
}

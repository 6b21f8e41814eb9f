import type { Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	derive,
	fact,
	onbekend,
	onderwerp,
	vastgesteld,
	whenApplicable,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';

export type MaatschappelijkeBegeleiding = Onderwerp<{
	isVanToepassing: boolean;
	vanaf: Dag;
	laatsteDag: Dag;
}>;

/** Wi2021 art. 13, Bi2021 art. 5.1: for asielstatushouders, from the BRP registration; the law sets no duration. */
export function maatschappelijkeBegeleiding(facts: Facts, groep: Groep): MaatschappelijkeBegeleiding {
	const van: Uitkomst<boolean> = derive(answerOf(groep, 'waarde'), (waarde) =>
		waarde === 'asiel' ? vastgesteld(true) : vastgesteld(false, 'alleen_asiel')
	);
	const vanaf: Uitkomst<Dag> = derive(fact(facts, 'verblijfsvergunning'), (vergunning) =>
		fact(facts, vergunning === 'asiel_bepaalde_tijd' ? 'inschrijvingBrpHuisvesting' : 'inschrijvingBrp')
	);
	return onderwerp('maatschappelijkeBegeleiding', {
		isVanToepassing: van,
		...whenApplicable(van, { vanaf, laatsteDag: onbekend('geen_wettelijke_duur') as Uitkomst<Dag> })
	});
}

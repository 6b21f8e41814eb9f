import { laatsteDag, vroegste, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import type { Inburgeringsplicht } from '#lib/domain/persoon/inburgeringsplicht.ts';
import {
	compute,
	fact,
	onbekend,
	onderwerp,
	vastgesteld,
	whenApplicable,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { vasteLasten, type VasteLast } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Ontzorgen = Onderwerp<{
	isVanToepassing: boolean;
	vanaf: Dag;
	laatsteDag: Dag;
	vasteLasten: readonly VasteLast[];
}>;
type Eerder = { groep: Groep; inburgeringsplicht: Inburgeringsplicht };

/** Pw art. 56a lid 1, 2: asylum permit and bijstand; six months from the day the right to bijstand arises. */
export function ontzorgen(facts: Facts, eerder: Eerder): Ontzorgen {
	const van = isVanToepassing(facts, eerder);
	const ingang = fact(facts, 'ingangBijstand');
	return onderwerp('ontzorgen', {
		isVanToepassing: van,
		...whenApplicable(van, {
			vanaf: ingang,
			laatsteDag: compute(ingang, (dag) => {
				const einde = laatsteDag(dag, parameter('ontzorgen', dag));
				return facts.laatsteDagBijstand ? vroegste(einde, facts.laatsteDagBijstand) : einde;
			}),
			vasteLasten: vastgesteld(vasteLasten)
		})
	});
}

function isVanToepassing(facts: Facts, eerder: Eerder): Uitkomst<boolean> {
	const { verblijfsvergunning, hasBijstand, ingangBijstand } = facts;
	if (eerder.inburgeringsplicht.isInburgeringsplichtig === false)
		return vastgesteld(false, 'niet_inburgeringsplichtig');
	if (!verblijfsvergunning && eerder.groep.waarde !== 'gezin_overig')
		return onbekend('ontbreekt:verblijfsvergunning');
	if (verblijfsvergunning !== 'asiel_bepaalde_tijd') return vastgesteld(false, 'alleen_asielvergunning');
	if (hasBijstand === false) return vastgesteld(false, 'geen_bijstand');
	return hasBijstand || ingangBijstand ? vastgesteld(true) : onbekend('ontbreekt:hasBijstand');
}

import { isVoor } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Onderwerpen } from '#lib/domain/uitkomsten.ts';

export type Melding =
	| 'wet_inburgering_2013'
	| 'datums_verwacht'
	| 'pip_te_laat'
	| 'pip_voor_huisvesting'
	| 'verlenging_aangevraagd'
	| 'verlenging_kan_worden_aangevraagd'
	| 'einddatum_voorbij'
	| 'wacht_op_duo';

/** Notices for the portal (contract.md chapter 7), in that order, each when its condition is exactly true. */
export function meldingen(facts: Facts, onderwerpen: Onderwerpen): readonly Melding[] {
	const { toepasselijkeWet, inburgeringstermijn, pip, verlenging, traject } = onderwerpen;
	if (toepasselijkeWet.wet === 'wi2013') return ['wet_inburgering_2013'];
	const isLopend = traject.status === 'termijn_loopt';
	const conditions: readonly (readonly [Melding, boolean])[] = [
		['datums_verwacht', inburgeringstermijn.bron === 'berekend'],
		['pip_te_laat', pip.isOpTijd === false],
		['pip_voor_huisvesting', isPipVoorHuisvesting(facts)],
		['verlenging_aangevraagd', verlenging.status === 'aangevraagd'],
		['verlenging_kan_worden_aangevraagd', verlenging.isAanvraagMogelijk === true && isLopend],
		['einddatum_voorbij', traject.status === 'termijn_verstreken'],
		['wacht_op_duo', traject.status === 'wacht_op_duo']
	];
	return conditions.filter(([, isTrue]) => isTrue).map(([melding]) => melding);
}

/** Bi2021 art. 5.3 lid 1: a PIP before the registration in the housing municipality starts the term early (U-9). */
function isPipVoorHuisvesting(facts: Facts): boolean {
	const { verblijfsvergunning, dagtekeningEerstePip, inschrijvingBrpHuisvesting } = facts;
	if (verblijfsvergunning !== 'asiel_bepaalde_tijd') return false;
	if (!dagtekeningEerstePip || !inschrijvingBrpHuisvesting) return false;
	return isVoor(dagtekeningEerstePip, inschrijvingBrpHuisvesting);
}

import { isNa, isVoor } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Voltooiing } from '#lib/domain/onderdelen/voltooiing.ts';
import type { Inburgeringsplicht } from '#lib/domain/persoon/inburgeringsplicht.ts';
import {
	answerOf,
	compute,
	derive,
	fact,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import type { Inburgeringstermijn } from './inburgeringstermijn.ts';

export type TrajectStatus =
	| 'voldaan'
	| 'beeindigd_aow'
	| 'vrijgesteld'
	| 'ontheven'
	| 'niet_inburgeringsplichtig'
	| 'wacht_op_duo'
	| 'pip_vastgesteld'
	| 'termijn_loopt'
	| 'termijn_verstreken';
export type Traject = Onderwerp<{ status: TrajectStatus }>;
type Eerder = {
	inburgeringsplicht: Inburgeringsplicht;
	inburgeringstermijn: Inburgeringstermijn;
	voltooiing: Voltooiing;
};

/** Wi2021 art. 3 lid 1, 6 lid 1, 11 lid 1: where the person stands from the PIP on; voldaan only by DUO's word. */
export function traject(facts: Facts, eerder: Eerder): Traject {
	return onderwerp('traject', { status: status(facts, eerder) });
}

function status(facts: Facts, eerder: Eerder): Uitkomst<TrajectStatus> {
	if (facts.voldaanVolgensDuo) return vastgesteld('voldaan');
	if (eerder.inburgeringsplicht.isInburgeringsplichtig === false)
		return vastgesteld(statusZonderPlicht(eerder.inburgeringsplicht));
	const start = answerOf(eerder.inburgeringstermijn, 'start');
	const einde = answerOf(eerder.inburgeringstermijn, 'laatsteDag');
	if (start.soort !== 'vastgesteld' && einde.soort !== 'vastgesteld')
		return derive(start, () => vastgesteld('termijn_loopt'));
	if (eerder.voltooiing.isVervuld) return vastgesteld('wacht_op_duo');
	return derive(fact(facts, 'peildatum'), (peildatum) => {
		if (start.soort === 'vastgesteld' && isVoor(peildatum, start.waarde))
			return vastgesteld('pip_vastgesteld');
		return compute(einde, (dag) => (isNa(peildatum, dag) ? 'termijn_verstreken' : 'termijn_loopt'));
	});
}

function statusZonderPlicht({ reden }: Inburgeringsplicht): TrajectStatus {
	switch (reden.isInburgeringsplichtig) {
		case 'aow_leeftijd':
			return 'beeindigd_aow';
		case 'kwalificatieplichtig':
		case 'vrijstelling':
			return 'vrijgesteld';
		case 'ontheffing':
			return 'ontheven';
		default:
			return 'niet_inburgeringsplichtig';
	}
}

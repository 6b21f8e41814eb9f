import { isNa, isVoor, type Dag } from './dag.ts';
import type { Facts } from './facts.ts';
import type { OpenStap } from '#lib/domain/onderdelen/openStappen.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import { statusVan, type Werkproces } from './trajectStatus.ts';
import type { Outcome } from './uitkomsten.ts';

export type StapCode =
	| 'wacht_op_kennisgeving_duo'
	| 'intake_oproepen'
	| 'intake_opnieuw_oproepen'
	| 'naar_intake_komen'
	| 'leerbaarheidstoets_doen'
	| 'intake_afronden'
	| 'intake_afronden_in_afwezigheid'
	| 'pip_opstellen'
	| 'pip_vaststellen'
	| 'pip_bekijken'
	| 'pip_na_verhuizing_vaststellen'
	| 'cursus_aanbieden'
	| 'lessen_beginnen'
	| 'cursus_kiezen'
	| 'open_punt_doen'
	| 'verlenging_aanvragen'
	| 'gesprek_plannen'
	| 'doorgaan'
	| 'wacht_op_besluit_verlenging'
	| 'wacht_op_termijn_duo'
	| 'wacht_op_bevestiging_duo'
	| 'consulent_bellen'
	| 'klaar'
	| 'geen_plicht'
	| OpenStap;
/** `uiterlijk`: last day, inclusive, null when there is none; for tasks of the college their own deadline, never a threat. */
export type Stap = {
	code: StapCode;
	wie: 'inburgeraar' | 'college' | 'duo' | 'aanbieder';
	uiterlijk: Dag | null;
	grondslag: readonly Grondslag[];
};
export type StapInvoer = {
	facts: Facts;
	outcome: Outcome;
	werkproces: Werkproces;
	/** The person has seen the PIP as it is now. */
	isPipGezien: boolean;
	/** groep gezin_overig: the person has a course; null when the consultant has not recorded it. */
	hasCursus: boolean | null;
	/** Agreements of the PIP that the consultant marked as the person's next thing to do. */
	openPunten: number;
	/** Appointments to come. */
	afspraken: number;
};

/** rules.md chapter 6: the one next step of a person; from the PIP on it follows the outcome, before it the workflow. */
export function volgendeStap(invoer: StapInvoer): Stap {
	const { outcome, werkproces } = invoer;
	switch (statusVan(outcome, werkproces)) {
		case 'aangemeld':
		case 'gekoppeld':
			return stap('wacht_op_kennisgeving_duo', 'duo', null, ['Bi2021 art. 9.1']);
		case 'plicht_vastgesteld':
			return stap('intake_oproepen', 'college', pipUiterlijk(outcome), ['Wi2021 art. 14']);
		case 'intake_loopt':
			return intakestap(invoer);
		case 'intake_in_afwezigheid':
			return stap('intake_afronden_in_afwezigheid', 'college', pipUiterlijk(outcome), ['Wi2021 art. 14']);
		case 'intake_afgerond':
			return stap('pip_opstellen', 'college', pipUiterlijk(outcome), ['Wi2021 art. 15']);
		case 'pip_concept':
			return stap('pip_vaststellen', 'college', pipUiterlijk(outcome), ['Wi2021 art. 15']);
		case 'pip_vastgesteld':
		case 'termijn_loopt':
			return stapInTermijn(invoer);
		case 'termijn_verstreken':
			return stapNaTermijn(outcome);
		case 'wacht_op_duo':
			return stap('wacht_op_bevestiging_duo', 'duo', null, ['Wi2021 art. 6 lid 2']);
		case 'voldaan':
			return stap('klaar', 'inburgeraar', null, ['Wi2021 art. 6 lid 2']);
		case 'vrijgesteld':
		case 'ontheven':
		case 'beeindigd_aow':
		case 'niet_inburgeringsplichtig':
			return stap('geen_plicht', 'inburgeraar', null, ['Wi2021 art. 3 lid 1']);
		case null:
			return stapZonderStatus(outcome);
	}
}

function stap(
	code: StapCode,
	wie: Stap['wie'],
	uiterlijk: Dag | null,
	grondslag: readonly Grondslag[]
): Stap {
	return { code, wie, uiterlijk, grondslag };
}

/** Bi2021 art. 5.3 lid 1, 2: the ten weeks, or the later day after information of third parties. */
function pipUiterlijk({ pip }: Outcome): Dag | null {
	const { uiterlijk, uiterlijkNaInformatieDerden: naInformatie } = pip;
	return uiterlijk && naInformatie && isNa(naInformatie, uiterlijk) ? naInformatie : uiterlijk;
}

/** Wi2021 art. 14, Bi2021 art. 5.2: call, talk, leerbaarheidstoets, complete; a missed talk means a new call. */
function intakestap({ outcome, werkproces }: StapInvoer): Stap {
	const { intake } = werkproces;
	const uiterlijk = pipUiterlijk(outcome);
	const isGetoetst = intake.some((g) => g.soort === 'leerbaarheidstoets');
	switch (intake.findLast((g) => g.soort !== 'leerbaarheidstoets')?.soort) {
		case 'oproep':
			return stap('naar_intake_komen', 'inburgeraar', null, ['Wi2021 art. 14']);
		case 'niet_verschenen':
			return stap('intake_opnieuw_oproepen', 'college', uiterlijk, ['Wi2021 art. 14']);
		case 'gesprek':
			return isGetoetst
				? stap('intake_afronden', 'college', uiterlijk, ['Bi2021 art. 5.2'])
				: stap('leerbaarheidstoets_doen', 'inburgeraar', null, ['Wi2021 art. 14', 'Ri2021 art. 5.1']);
		default:
			return stap('intake_oproepen', 'college', uiterlijk, ['Wi2021 art. 14']);
	}
}

/** The first that applies: see the plan, the move, the course, what the consultant marked, more time, what is open. */
function stapInTermijn(invoer: StapInvoer): Stap {
	const { outcome, openPunten, afspraken } = invoer;
	const einde = outcome.inburgeringstermijn.laatsteDag;
	if (!invoer.isPipGezien) return stap('pip_bekijken', 'inburgeraar', null, ['Wi2021 art. 15']);
	const eerst = verhuisstap(outcome) ?? cursusstap(invoer);
	if (eerst) return eerst;
	if (openPunten > 0) return stap('open_punt_doen', 'inburgeraar', null, ['Wi2021 art. 15']);
	if (hasKansOpVerlenging(outcome))
		return stap('verlenging_aanvragen', 'inburgeraar', einde, ['Wi2021 art. 12', 'Bi2021 art. 4.5']);
	const [open] = outcome.voltooiing.openStappen ?? [];
	if (open)
		return stap(open, isVanCollege(open) ? 'college' : 'inburgeraar', einde, outcome.voltooiing.grondslag);
	if (afspraken === 0) return stap('gesprek_plannen', 'college', null, ['Wi2021 art. 17 lid 1']);
	return stap('doorgaan', 'inburgeraar', einde, ['Wi2021 art. 11 lid 1']);
}

/** Wi2021 art. 15 lid 4: after a move the new college establishes a PIP within ten weeks. */
function verhuisstap({ verhuizing }: Outcome): Stap | null {
	if (verhuizing.reden.isPipOpTijd !== 'ontbreekt:dagtekeningPipNaVerhuizing') return null;
	return stap('pip_na_verhuizing_vaststellen', 'college', verhuizing.pipUiterlijk, verhuizing.grondslag);
}

/** Wi2021 art. 16, 19: asiel gets a course offered, others choose one themselves. */
function cursusstap({ facts, outcome, hasCursus }: StapInvoer): Stap | null {
	const { inburgeringsaanbod: aanbod, groep } = outcome;
	if (groep.waarde === 'gezin_overig')
		return hasCursus === false ? stap('cursus_kiezen', 'inburgeraar', null, ['Wi2021 art. 19']) : null;
	if (aanbod.reden.isOpTijd === 'ontbreekt:startInburgeringsaanbod')
		return stap('cursus_aanbieden', 'college', aanbod.uiterlijk, aanbod.grondslag);
	const { startInburgeringsaanbod: start, peildatum } = facts;
	if (groep.waarde === 'asiel' && start && peildatum && isVoor(peildatum, start))
		return stap('lessen_beginnen', 'aanbieder', start, aanbod.grondslag);
	return null;
}

/** Bi2021 art. 4.5: a request is possible now, a ground is met on these facts, and none is waiting. */
export function hasKansOpVerlenging({ verlenging }: Outcome): boolean {
	if (!verlenging.isAanvraagMogelijk || verlenging.status === 'aangevraagd') return false;
	return Object.values(verlenging.gronden ?? {}).some((grond) => grond.isVervuld === true);
}

/** The talks that the college holds itself and may not leave to others (Bi2021 art. 3.14, Ri2021 art. 3.1). */
function isVanCollege(open: OpenStap): boolean {
	return open === 'module_map_eindgesprek' || open === 'z_eindgesprek';
}

/** After the last day nobody is told that it is too late: call the consulent, or wait for DUO (U-4). */
function stapNaTermijn({ verlenging }: Outcome): Stap {
	if (verlenging.status === 'aangevraagd')
		return stap('wacht_op_besluit_verlenging', 'duo', null, ['Wi2021 art. 12']);
	return stap('consulent_bellen', 'inburgeraar', null, ['Wi2021 art. 11 lid 1']);
}

function stapZonderStatus({ traject }: Outcome): Stap {
	switch (traject.reden.status) {
		case 'onderbreking_loopt':
		case 'onderbreking_langer_dan_een_jaar':
		case 'duur_verlenging_onbekend':
			return stap('wacht_op_termijn_duo', 'duo', null, ['Wi2021 art. 12']);
		default:
			return stap('consulent_bellen', 'inburgeraar', null, ['Wi2021 art. 11 lid 1']);
	}
}

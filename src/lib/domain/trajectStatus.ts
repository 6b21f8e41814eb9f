import type { Dag } from './dag.ts';
import type { TrajectStatus } from '#lib/domain/termijn/traject.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import type { Outcome } from './uitkomsten.ts';

/** States before the PIP: workflow of the municipality, stored and not computed from the law (rules.md chapter 6). */
export type StatusVoorPip =
	| 'aangemeld'
	| 'gekoppeld'
	| 'plicht_vastgesteld'
	| 'intake_loopt'
	| 'intake_in_afwezigheid'
	| 'intake_afgerond'
	| 'pip_concept';
/** What happened in the brede intake. `gesprek`: the person came; `leerbaarheidstoets`: done or exempt. */
export type Intakegebeurtenis = {
	soort: 'oproep' | 'niet_verschenen' | 'gesprek' | 'leerbaarheidstoets' | 'afgerond';
	dag: Dag;
};
/** Stored facts of the way to the PIP; null: did not happen yet. */
export type Werkproces = {
	/** COA linked the person to the municipality (groep asiel). */
	gekoppeld: Dag | null;
	/** Dagtekening of DUO's notice. */
	kennisgevingDuo: Dag | null;
	/** Oldest first. */
	intake: readonly Intakegebeurtenis[];
	/** A draft of the first PIP exists since. */
	pipConcept: Dag | null;
};

/** Wi2021 art. 14, 15: how far the municipality is before the first PIP; after three calls the intake goes on without the person. */
export function trajectStatus({ gekoppeld, kennisgevingDuo, intake, pipConcept }: Werkproces): StatusVoorPip {
	if (pipConcept) return 'pip_concept';
	if (intake.some((g) => g.soort === 'afgerond')) return 'intake_afgerond';
	const gemist = intake.filter((g) => g.soort === 'niet_verschenen').length;
	if (gemist >= parameter('intakeOproepen', intake.at(-1)?.dag)) return 'intake_in_afwezigheid';
	if (intake.length > 0) return 'intake_loopt';
	if (kennisgevingDuo) return 'plicht_vastgesteld';
	return gekoppeld ? 'gekoppeld' : 'aangemeld';
}

/**
 * The one state of a person: what the law computes from the PIP on, otherwise the stored state before it.
 * Null: the law has an answer that cannot be given yet (Wi2013, an interruption that goes on, no peildatum).
 */
export function statusVan(
	{ traject }: Outcome,
	werkproces: Werkproces
): TrajectStatus | StatusVoorPip | null {
	if (traject.status) return traject.status;
	return traject.reden.status === 'ontbreekt:dagtekeningEerstePip' ? trajectStatus(werkproces) : null;
}

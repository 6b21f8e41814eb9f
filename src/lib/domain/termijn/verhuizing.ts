import { gewoneDag, isNa, plusDagen, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { combine, compute, derive, fact, onderwerp, type Onderwerp } from '#lib/domain/uitkomst.ts';
import type { LeerrouteNaam } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Verhuizing = Onderwerp<{
	pipDag70: Dag;
	pipUiterlijk: Dag;
	isPipOpTijd: boolean;
	leerroute: LeerrouteNaam;
	isLeerrouteVrij: false;
}>;

/** Wi2021 art. 15 lid 4, Bi2021 art. 5.3 lid 3: a PIP within ten weeks after the move, with the same leerroute. */
export function verhuizing(facts: Facts): Verhuizing {
	const inschrijving = fact(facts, 'inschrijvingBrpNaVerhuizing');
	const pipDag70 = compute(inschrijving, (dag) =>
		plusDagen(dag, 7 * parameter('pipTermijnNaVerhuizing', dag))
	);
	const pipUiterlijk = compute(pipDag70, gewoneDag);
	return onderwerp('verhuizing', {
		pipDag70,
		pipUiterlijk,
		isPipOpTijd: combine(
			pipUiterlijk,
			fact(facts, 'dagtekeningPipNaVerhuizing'),
			(uiterlijk, dagtekening) => !isNa(dagtekening, uiterlijk)
		),
		leerroute: derive(inschrijving, () => fact(facts, 'leerroute')),
		isLeerrouteVrij: compute(inschrijving, () => false as const)
	});
}

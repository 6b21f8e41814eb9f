import { gewoneDag, isNa, plusDagen, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { combine, compute, fact, onderwerp, vastgesteld, type Onderwerp } from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Bezwaar = Onderwerp<{ vanaf: Dag; laatsteDag: Dag; isVerstreken: boolean; isSchorsend: false }>;

/** Awb art. 6:7, 6:8, 6:16: six weeks from the day after the PIP was made known; it does not stop the term. */
export function bezwaar(facts: Facts): Bezwaar {
	const bekendmaking = fact(facts, 'bekendmakingPip');
	const laatsteDag = compute(bekendmaking, (dag) => gewoneDag(plusDagen(dag, 7 * parameter('bezwaar', dag))));
	return onderwerp('bezwaar', {
		vanaf: compute(bekendmaking, (dag) => plusDagen(dag, 1)),
		laatsteDag,
		isVerstreken: combine(laatsteDag, fact(facts, 'peildatum'), (dag, peildatum) => isNa(peildatum, dag)),
		isSchorsend: vastgesteld(false as const)
	});
}

import { dagenTussen, duur, isNa, plusDagen, type Dag, type Duur } from '#lib/domain/dag.ts';

/** How long a term still runs after today; null on its last day and after it. */
export function resterend(laatsteDag: Dag, vandaag: Dag): Duur | null {
	return isNa(laatsteDag, vandaag) ? duur({ van: plusDagen(vandaag, 1), tot: laatsteDag }) : null;
}

/** The day halfway a term. */
export function halverwege(start: Dag, laatsteDag: Dag): Dag {
	return plusDagen(start, Math.floor(dagenTussen(start, laatsteDag) / 2));
}

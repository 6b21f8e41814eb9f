import { laatsteDag, plusDagen, type Dag, type Duur } from '#lib/domain/dag.ts';
import { compute, valueOf, type Reden, type Uitkomst } from '#lib/domain/uitkomst.ts';

/** The answer for one ground. Whether the circumstance lies within the term is for DUO. */
export type Grond = {
	isVervuld: boolean | null;
	maanden: number | null;
	dagen: number | null;
	laatsteDagIndienToegekend: Dag | null;
	reden: Reden | null;
};

/** Met, with the length of the verlenging, and what the last day would be if DUO granted exactly that. */
export function vervuld({ maanden, dagen }: Duur, einde: Uitkomst<Dag>): Grond {
	const verlengd = compute(einde, (dag) =>
		plusDagen(maanden > 0 ? laatsteDag(plusDagen(dag, 1), maanden) : dag, dagen)
	);
	return { isVervuld: true, maanden, dagen, laatsteDagIndienToegekend: valueOf(verlengd), reden: null };
}

/** Met, but the length is for DUO: more than one period. */
export function vervuldZonderDuur(): Grond {
	return { ...zonder('meer_dan_een_periode'), isVervuld: true };
}

export function nietVervuld(reden: Reden): Grond {
	return { ...zonder(reden), isVervuld: false };
}

export function grondOnbekend(reden: Reden): Grond {
	return zonder(reden);
}

function zonder(reden: Reden): Grond {
	return { isVervuld: null, maanden: null, dagen: null, laatsteDagIndienToegekend: null, reden };
}

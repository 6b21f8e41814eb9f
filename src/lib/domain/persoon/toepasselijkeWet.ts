import { isVoor, readDag, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import {
	compute,
	fact,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import type { Wet } from '#lib/domain/wet/opsommingen.ts';
import { wi2021Inwerkingtreding } from '#lib/domain/wet/parameters.ts';

export type ToepasselijkeWet = Onderwerp<{ wet: Wet; bron: 'duo' | 'berekend' }>;

/** Wi2021 art. 54 lid 1: right of residence made known before 2022 stays under the Wi2013; DUO's word goes first. */
export function toepasselijkeWet(facts: Facts): ToepasselijkeWet {
	if (facts.toepasselijkeWet)
		return onderwerp('toepasselijkeWet', {
			wet: vastgesteld(facts.toepasselijkeWet),
			bron: vastgesteld('duo')
		});
	const wet: Uitkomst<Wet> = compute(fact(facts, 'bekendmakingVerblijfsrecht'), (dag) =>
		isVoor(dag, inwerkingtreding()) ? 'wi2013' : 'wi2021'
	);
	return onderwerp('toepasselijkeWet', { wet, bron: compute(wet, () => 'berekend' as const) });
}

function inwerkingtreding(): Dag {
	const dag = readDag(wi2021Inwerkingtreding.waarde);
	if (!dag) throw new Error('wi2021Inwerkingtreding is not a day');
	return dag;
}

import { aantalDagen, isNa, laatsteDag, plusDagen, type Dag, type Dagen } from '#lib/domain/dag.ts';
import type { Facts, Verlengingsbesluit } from '#lib/domain/facts.ts';
import {
	beoordeling,
	combine,
	compute,
	derive,
	fact,
	onbekend,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Inburgeringstermijn = Onderwerp<{
	start: Dag;
	laatsteDagZonderVerlenging: Dag;
	laatsteDag: Dag;
	bron: 'duo' | 'berekend';
	isVerstreken: boolean;
}>;

/** Wi2021 art. 11, 12: three years from the day after the first PIP; only a granted verlenging moves the end. */
export function inburgeringstermijn(facts: Facts): Inburgeringstermijn {
	const start = facts.startVolgensDuo
		? vastgesteld(facts.startVolgensDuo)
		: compute(fact(facts, 'dagtekeningEerstePip'), (dag) => plusDagen(dag, 1));
	const zonder = compute(start, (dag) => laatsteDag(dag, parameter('inburgeringstermijn', dag)));
	const einde = termijneinde(facts, zonder);
	return onderwerp('inburgeringstermijn', {
		start,
		laatsteDagZonderVerlenging: zonder,
		laatsteDag: einde,
		bron: compute(einde, () => (facts.laatsteDagVolgensDuo ? 'duo' : 'berekend')),
		isVerstreken: combine(einde, fact(facts, 'peildatum'), (dag, peildatum) => isNa(peildatum, dag))
	});
}

/** Wi2021 art. 12, Bi2021 art. 2.1 lid 2, 4.2: DUO's day, or the term moved by interruptions and granted verlengingen. */
function termijneinde(facts: Facts, zonder: Uitkomst<Dag>): Uitkomst<Dag> {
	if (facts.laatsteDagVolgensDuo) return vastgesteld(facts.laatsteDagVolgensDuo);
	return derive(zonder, (dag) => {
		const onderbrekingen = facts.onderbrekingen ?? [];
		const voorbij = onderbrekingen.filter((o): o is Dagen => o.tot !== undefined);
		if (voorbij.length < onderbrekingen.length) return onbekend('onderbreking_loopt');
		if (voorbij.some(duurtTeLang))
			return beoordeling('nieuwe_situatie_na_onderbreking', 'onderbreking_langer_dan_een_jaar');
		const toegekend = (facts.verlengingen ?? []).filter((v) => v.status === 'toegekend');
		if (toegekend.some((v) => lengthOf(v) === undefined)) return onbekend('duur_verlenging_onbekend');
		const dagen = voorbij.reduce((sum, o) => sum + aantalDagen(o), 0);
		return vastgesteld(toegekend.reduce(verlengd, plusDagen(dag, dagen)));
	});
}

/** Bi2021 art. 2.1 lid 2: an interruption of more than a year is a new situation. */
function duurtTeLang({ van, tot }: Dagen): boolean {
	return isNa(tot, laatsteDag(van, parameter('onderbrekingMaximum', van)));
}

function lengthOf({ maanden, weken, dagen }: Verlengingsbesluit): number | undefined {
	return maanden ?? weken ?? dagen;
}

/** The end of the term after one granted verlenging. */
function verlengd(einde: Dag, { maanden, weken, dagen }: Verlengingsbesluit): Dag {
	if (maanden) return laatsteDag(plusDagen(einde, 1), maanden);
	return plusDagen(einde, weken ? 7 * weken : (dagen ?? 0));
}

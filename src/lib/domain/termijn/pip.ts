import { gewoneDag, isNa, jongste, plusDagen, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
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

export type Pip = Onderwerp<{
	vanaf: Dag;
	dag70: Dag;
	uiterlijk: Dag;
	isUitzonderingDerden: boolean;
	uiterlijkNaInformatieDerden: Dag;
	isOpTijd: boolean;
	versie: number;
	huidigeDagtekening: Dag;
}>;

/** Bi2021 art. 5.3 lid 1, 2: ten weeks for the first PIP, two weeks after information of third parties. */
export function pip(facts: Facts, groep: Groep): Pip {
	const vanaf = pipVanaf(facts, groep);
	const dag70 = compute(vanaf, (dag) => plusDagen(dag, 7 * parameter('pipTermijn', dag)));
	const uiterlijk = compute(dag70, gewoneDag);
	const naInformatie = uiterlijkNaInformatieDerden(facts);
	const dagtekening = fact(facts, 'dagtekeningEerstePip');
	const later = facts.laterePips ?? [];
	return onderwerp('pip', {
		vanaf,
		dag70,
		uiterlijk,
		isUitzonderingDerden: fact(facts, 'isWachtendOpInformatieDerden'),
		uiterlijkNaInformatieDerden: naInformatie,
		isOpTijd: derive(dagtekening, (dag) => isOpTijd(dag, uiterlijk, naInformatie, facts)),
		versie: compute(dagtekening, () => 1 + later.length),
		huidigeDagtekening: compute(dagtekening, (eerste) => later.at(-1) ?? eerste)
	});
}

/** Bi2021 art. 5.3 lid 1: DUO's notice, or the later registration in the housing municipality of an asylum permit holder. */
function pipVanaf(facts: Facts, groep: Groep): Uitkomst<Dag> {
	const kennisgeving = fact(facts, 'kennisgevingDuo');
	if (facts.verblijfsvergunning === 'asiel_bepaalde_tijd')
		return combine(fact(facts, 'inschrijvingBrpHuisvesting'), kennisgeving, jongste);
	if (!facts.verblijfsvergunning && groep.waarde !== 'gezin_overig')
		return onbekend('ontbreekt:verblijfsvergunning');
	return kennisgeving;
}

/** Bi2021 art. 5.3 lid 2: it never shortens the ten weeks, also when it ends before them. */
function uiterlijkNaInformatieDerden(facts: Facts): Uitkomst<Dag> {
	return derive(fact(facts, 'isWachtendOpInformatieDerden'), (isWachtend) =>
		isWachtend
			? compute(fact(facts, 'ontvangstInformatieDerden'), (dag) =>
					gewoneDag(plusDagen(dag, 7 * parameter('pipTermijnNaInformatieDerden', dag)))
				)
			: onbekend('geen_uitzondering')
	);
}

function isOpTijd(
	dagtekening: Dag,
	uiterlijk: Uitkomst<Dag>,
	naInformatie: Uitkomst<Dag>,
	facts: Facts
): Uitkomst<boolean> {
	return derive(uiterlijk, (dag) => {
		if (!isNa(dagtekening, dag)) return vastgesteld(true);
		if (facts.isWachtendOpInformatieDerden === false) return vastgesteld(false);
		return compute(naInformatie, (laatste) => !isNa(dagtekening, laatste));
	});
}

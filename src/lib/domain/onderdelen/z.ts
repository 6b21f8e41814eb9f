import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	combine,
	compute,
	derive,
	every,
	fact,
	onbekend,
	onderwerp,
	valuesOf,
	vastgesteld,
	whenApplicable,
	type Answers,
	type Nullable,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

type Voorwaarden = { cursus: boolean; participatie: boolean; eindgesprek: boolean };
type Eisen = {
	cursusMinutenNorm: number;
	cursusMinuten: number;
	participatieMinutenNorm: number;
	participatieMinuten: number;
	voorwaarden: Nullable<Voorwaarden>;
	isVervuld: boolean;
};
export type Z = Onderwerp<{ isVanToepassing: boolean } & Eisen>;

/** Wi2021 art. 9, Bi2021 art. 3.14: 800 course hours and the end talk; asiel also 800 hours of participation. */
export function z(facts: Facts, groep: Groep): Z {
	const isVanToepassing = derive(fact(facts, 'leerroute'), (naam) =>
		naam === 'z' ? vastgesteld(true) : vastgesteld(false, 'andere_leerroute')
	);
	return onderwerp('z', {
		isVanToepassing,
		...whenApplicable(isVanToepassing, eisenVan(facts, groep))
	});
}

function eisenVan(facts: Facts, groep: Groep): Answers<Eisen> {
	// Ri2021 art. 3.16 lid 2: the college may set a lower norm.
	const cursusNorm = facts.zCursusMinutenNorm ?? parameter('zCursus', facts.peildatum);
	const participatieNorm = parameter('zParticipatie', facts.peildatum);
	const cursus = combine(fact(facts, 'nt2Minuten'), fact(facts, 'knmMinuten'), (nt2, knm) => nt2 + knm);
	const isAsiel = asielAlleen(groep);
	const participatie = derive(isAsiel, () => participatieMinuten(facts));
	const answers = {
		cursus: compute(cursus, (n) => n >= cursusNorm),
		participatie: compute(participatie, (n) => n >= participatieNorm),
		eindgesprek: fact(facts, 'hasZEindgesprek')
	};
	const { participatie: _, ...zonderParticipatie } = answers;
	const telt = groep.waarde === 'gezin_overig' ? zonderParticipatie : answers;
	return {
		cursusMinutenNorm: vastgesteld(cursusNorm),
		cursusMinuten: cursus,
		participatieMinutenNorm: compute(isAsiel, () => participatieNorm),
		participatieMinuten: participatie,
		voorwaarden: vastgesteld(valuesOf<Voorwaarden>(answers)),
		isVervuld: every(Object.values(telt))
	};
}

/** Bi2021 art. 3.14 lid 2: the hours of participation are only for asielstatushouders. */
function asielAlleen(groep: Groep): Uitkomst<true> {
	return derive(answerOf(groep, 'waarde'), (waarde) =>
		waarde === 'asiel' ? vastgesteld(true) : onbekend('alleen_asiel')
	);
}

/** Bi2021 art. 3.14 lid 2: the hours of the module and the PVT count in the participation. */
function participatieMinuten(facts: Facts): Uitkomst<number> {
	const overige = fact(facts, 'overigeParticipatieMinuten');
	const overigeEnModule = combine(overige, fact(facts, 'moduleMapMinuten'), (a, b) => a + b);
	return combine(overigeEnModule, fact(facts, 'pvtMinuten'), (a, b) => a + b);
}

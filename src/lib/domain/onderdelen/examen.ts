import type { Examenpoging, Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	derive,
	fact,
	onbekend,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { taalniveaus } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

export type Examen = Onderwerp<{ isKosteloos: boolean }>;

/** Bi2021 art. 3.7 lid 2, Ri2021 art. 3.5: asielstatushouders have two free attempts per part that belongs to the PIP. */
export function examen(facts: Facts, groep: Groep): Examen {
	const isKosteloos = derive(fact(facts, 'examenpoging'), (poging) =>
		derive(answerOf(groep, 'waarde'), (waarde) =>
			waarde === 'asiel' ? isVrijePoging(poging, facts) : vastgesteld(false, 'alleen_asiel')
		)
	);
	return onderwerp('examen', { isKosteloos });
}

function isVrijePoging(poging: Examenpoging, facts: Facts): Uitkomst<boolean> {
	return derive(fact(facts, 'leerroute'), (leerroute) => {
		const past = hoortBijLeerroute[leerroute](poging);
		if (past.soort !== 'vastgesteld' || !past.waarde) return past;
		return derive(member(poging, 'eerderePogingen'), (eerdere) =>
			eerdere >= parameter('kostelozePogingen', facts.peildatum)
				? vastgesteld(false, 'twee_pogingen_gebruikt')
				: vastgesteld(true)
		);
	});
}

const hoortBijLeerroute = { b1: pastInB1, onderwijs: pastInOnderwijs, z: pastInZ };

/** Ri2021 art. 3.5: in the onderwijsroute only KNM. */
function pastInOnderwijs({ examenonderdeel }: Examenpoging): Uitkomst<boolean> {
	return examenonderdeel === 'knm' ? vastgesteld(true) : vastgesteld(false, 'niet_in_leerroute');
}

/** Bi2021 art. 3.14 lid 7: in the Z-route A2 and KNM, when the PIP records it. */
function pastInZ(poging: Examenpoging): Uitkomst<boolean> {
	return derive(member(poging, 'isInPip'), (isInPip) => {
		if (!isInPip) return vastgesteld(false, 'niet_in_pip');
		if (poging.examenonderdeel === 'knm') return vastgesteld(true);
		return derive(member(poging, 'niveau'), (niveau) =>
			niveau === 'a2' ? vastgesteld(true) : vastgesteld(false, 'niet_in_leerroute')
		);
	});
}

/** Bi2021 art. 3.7 lid 2: in the B1-route at or above the level of the PIP. */
function pastInB1(poging: Examenpoging): Uitkomst<boolean> {
	if (poging.examenonderdeel === 'knm') return vastgesteld(true);
	return derive(member(poging, 'niveau'), (niveau) =>
		derive(member(poging, 'niveauPip'), (niveauPip) =>
			taalniveaus.indexOf(niveau) < taalniveaus.indexOf(niveauPip)
				? vastgesteld(false, 'onder_niveau_pip')
				: vastgesteld(true)
		)
	);
}

function member<K extends keyof Examenpoging>(
	poging: Examenpoging,
	naam: K
): Uitkomst<NonNullable<Examenpoging[K]>> {
	const value = poging[naam];
	return value === undefined ? onbekend(`ontbreekt:examenpoging.${naam}`) : vastgesteld(value);
}

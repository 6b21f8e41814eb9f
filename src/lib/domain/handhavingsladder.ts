import { isVoor, type Dag } from './dag.ts';
import { handhavingStappen, type Groep, type HandhavingStap } from './vocabulary.ts';
import type { Grondslag } from './wet/artikelen.ts';

type Gezet = { stap: HandhavingStap; dag: Dag };

/** On which articles a step rests (wet/rules.md ). The software offers no fine and no amount, to nobody. */
export const grondslagVanStap: Record<HandhavingStap, readonly Grondslag[]> = {
	gesprek: ['Wi2021 art. 17 lid 1'],
	waarschuwing: ['Wi2021 art. 14', 'Wi2021 art. 22', 'Wi2021 art. 23'],
	hoorgesprek: ['Wi2021 art. 22', 'Wi2021 art. 23']
};

/** HvJ EU C-158/23, RvS: why nothing follows for asiel; for the others the same articles stand as background. */
export const uitspraken: readonly Grondslag[] = [
	'HvJ EU 4 februari 2025, C-158/23',
	'RvS 9 juli 2025',
	'RvS 18 februari 2026'
];

/** for asiel no fine follows; of every other person and of an unknown group the portal says nothing about one. */
export const ladderTekst = (groep: Groep): 'geen_boete' | 'praat_met_consulent' =>
	groep === 'asiel' ? 'geen_boete' : 'praat_met_consulent';

/**
 * a warning after a talk, a hearing after a warning, each for itself: one talk carries one warning.
 * @param rijen the steps that stand, in the order of their days
 */
export function isLadder(rijen: readonly Gezet[]): boolean {
	return rijen.every(({ stap, dag }, n) => {
		const voor = rijen.slice(0, n);
		const rang = handhavingStappen.indexOf(stap);
		const vorige = handhavingStappen[rang - 1];
		if (!vorige) return true;
		const draagt = voor.findLastIndex((rij) => rij.stap === vorige);
		const zelfde = voor.findLastIndex((rij) => rij.stap === stap);
		return draagt > zelfde && !isVoor(dag, voor[draagt]!.dag);
	});
}

/** The steps that can be recorded next. */
export const volgendeStappen = (rijen: readonly Gezet[], dag: Dag): HandhavingStap[] =>
	handhavingStappen.filter((stap) => isLadder([...rijen, { stap, dag }]));

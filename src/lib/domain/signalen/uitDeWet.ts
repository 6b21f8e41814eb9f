import { isNa, isVoor, jongste, plusDagen, type Dag } from '#lib/domain/dag.ts';
import { isTeTraag } from '#lib/domain/prognose.ts';
import type { TrajectStatus } from '#lib/domain/termijn/traject.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import { hasKansOpVerlenging } from '#lib/domain/volgendeStap.ts';
import { huisregel, type HuisregelNaam } from './huisregels.ts';
import type { Vinder, Vondst } from './vondst.ts';

const lopend: readonly (TrajectStatus | null)[] = ['pip_vastgesteld', 'termijn_loopt', 'termijn_verstreken'];
const gesloten: readonly (TrajectStatus | null)[] = ['voldaan', 'beeindigd_aow', 'vrijgesteld', 'ontheven', 'niet_inburgeringsplichtig']; // prettier-ignore

/** From the PIP until the document: the obligation runs, and DUO is not asked for the document yet. */
export const isLopend = ({ traject }: Outcome): boolean => lopend.includes(traject.status);

/** DUO said that it is done, or there is no obligation: nothing of the traject is left to do. */
export const isGesloten = ({ traject }: Outcome): boolean => gesloten.includes(traject.status);

/** Bi2021 art. 5.3 lid 1-3: the own clock of the first PIP, of the PIP after a move; waiting for others is excused. */
export const pipTermijn: Vinder = ({ outcome }) => {
	const { pip, verhuizing, lokaalBeleid, traject } = outcome;
	if (verhuizing.reden.isPipOpTijd === 'ontbreekt:dagtekeningPipNaVerhuizing' && isLopend(outcome))
		return { dag: verhuizing.pipUiterlijk, grondslag: ['Wi2021 art. 15 lid 4', 'Bi2021 art. 5.3 lid 3'] };
	if (traject.reden.status !== 'ontbreekt:dagtekeningEerstePip') return null;
	const { uiterlijk, uiterlijkNaInformatieDerden: na } = pip;
	const isWachtend = pip.isUitzonderingDerden === true && na === null;
	if (isWachtend) return { dag: null, grondslag: ['Bi2021 art. 5.3 lid 2'], hoogstens: 'in_de_gaten' };
	const dag = uiterlijk && na ? jongste(uiterlijk, na) : uiterlijk;
	const streefdag = lokaalBeleid.pipUiterlijk;
	return dag || streefdag ? { dag, streefdag: dag && streefdag && isNa(streefdag, dag) ? null : streefdag } : null; // prettier-ignore
};

/** Wi2021 art. 11 lid 1, 17 lid 1: at this pace a norm of hours is not reached within the term. */
export const tempoTeLaag: Vinder = ({ outcome, werk, vandaag }) => {
	const { laatsteDag } = outcome.inburgeringstermijn;
	if (!isLopend(outcome) || !laatsteDag) return null;
	const aantal = werk.normen.filter((norm) => isTeTraag(norm, vandaag, laatsteDag)).length;
	return aantal > 0 ? { dag: laatsteDag, aantal } : null;
};

/** Wi2021 art. 11 lid 1, Bi2021 art. 4.5: the last six months of the term; a talk in them is enough until the last weeks. */
export const termijnEindigt: Vinder = ({ outcome, vandaag, werk }) => {
	const { verlenging, inburgeringstermijn } = outcome;
	const { aanvraagVanaf } = verlenging;
	if (!isLopend(outcome) || !aanvraagVanaf || isVoor(vandaag, aanvraagVanaf)) return null;
	const dag = inburgeringstermijn.laatsteDag;
	const isOver = inburgeringstermijn.isVerstreken === true;
	if (isOver && verlenging.status === 'aangevraagd') return { dag, hoogstens: 'in_de_gaten' };
	if (isOver) return { dag };
	return {
		dag,
		streefdag: besprekenVoor(aanvraagVanaf, werk.laatsteContact, vandaag),
		hoogstens: 'deze_week'
	};
};

function besprekenVoor(vanaf: Dag, laatsteContact: Dag | null, vandaag: Dag): Dag | null {
	if (laatsteContact && !isVoor(laatsteContact, vanaf)) return null;
	return plusDagen(vanaf, huisregel('bespreken', vandaag));
}

/** Bi2021 art. 5.4: the last day to switch comes near. */
export const schakelenLaatsteDag: Vinder = ({ outcome, vandaag }) =>
	isLopend(outcome) ? nadert(outcome.leerroute.schakelenUiterlijk, 'schakelenVooraf', vandaag) : null;

/** Pw art. 56a lid 2: the fixed costs go back to the person; a longer period that was agreed counts (local policy). */
export const ontzorgenEindigt: Vinder = ({ outcome, vandaag }) => {
	const { ontzorgen, lokaalBeleid } = outcome;
	if (ontzorgen.isVanToepassing !== true) return null;
	return nadert(lokaalBeleid.ontzorgenLaatsteDag ?? ontzorgen.laatsteDag, 'ontzorgenVooraf', vandaag);
};

function nadert(dag: Dag | null, vooraf: HuisregelNaam, vandaag: Dag): Vondst | null {
	if (!dag || isVoor(dag, vandaag)) return null;
	return isNa(dag, plusDagen(vandaag, huisregel(vooraf, vandaag))) ? null : { dag };
}

/** Wi2021 art. 12, Bi2021 art. 4.5: a request is possible, a ground is met on the recorded facts, and none waits. */
export const verlengingMogelijk: Vinder = ({ outcome, vandaag }) => {
	if (outcome.traject.status !== 'termijn_loopt' || !hasKansOpVerlenging(outcome)) return null;
	const { aanvraagVanaf } = outcome.verlenging;
	const streefdag = aanvraagVanaf && plusDagen(aanvraagVanaf, huisregel('bespreken', vandaag));
	return { dag: outcome.inburgeringstermijn.laatsteDag, streefdag, hoogstens: 'deze_week' };
};

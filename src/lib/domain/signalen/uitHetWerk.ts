import { isNa, isVoor, plusDagen, vroegste, werkdagenNa, type Dag } from '#lib/domain/dag.ts';
import { huisregel, type HuisregelNaam } from './huisregels.ts';
import { isGesloten } from './uitDeWet.ts';
import { eerste, type Vinder, type Vondst } from './vondst.ts';
import type { Invoer } from './werkfeiten.ts';

/** Local policy, else a house rule: no contact for so many days, and no talk planned soon. */
export const geenContact: Vinder = ({ outcome, werk, vandaag }) => {
	if (isGesloten(outcome)) return null;
	const sinds = werk.laatsteContact ?? werk.begeleidSinds;
	const dag = plusDagen(sinds, werk.beleid.aandachtDagen ?? huisregel('contact', vandaag));
	const gepland = plusDagen(vandaag, huisregel('gesprekGepland', vandaag));
	if (isNa(dag, vandaag) || (werk.volgendGesprek && !isNa(werk.volgendGesprek, gepland))) return null;
	return { dag };
};

/** House rule: the person did not come and nobody spoke with them since. Why is asked, never computed. */
export const nietGekomen: Vinder = ({ outcome, werk, vandaag }) => {
	const { gemist, laatsteContact } = werk;
	if (!gemist || isGesloten(outcome) || (laatsteContact && !isVoor(laatsteContact, gemist.dag))) return null;
	const dag = werkdagenNa(gemist.dag, huisregel('nabellen', vandaag));
	return { dag, over: gemist.id, nieuwste: gemist.op };
};

const binnenBelofte = ({ werk }: Invoer, dag: Dag) => werkdagenNa(dag, werk.beleid.antwoordDagen);

/** The municipality's promise: a question is answered within so many working days. */
export const vraagOnbeantwoord: Vinder = (invoer) =>
	eerste(invoer.werk.vragen, ({ dag }) => binnenBelofte(invoer, dag));

/** The same for 'this is wrong about me'. */
export const correctieGevraagd: Vinder = (invoer) =>
	eerste(invoer.werk.correcties, ({ dag }) => binnenBelofte(invoer, dag));

/** The same for a list of courses that was shared to get advice. */
export const cursusadviesGevraagd: Vinder = (invoer) => {
	const { cursuslijst } = invoer.werk;
	return cursuslijst && { dag: binnenBelofte(invoer, cursuslijst.dag), nieuwste: cursuslijst.op };
};

/** The same for 'cannot come' and another time, and never later than the appointment itself. */
export const afspraakAntwoord: Vinder = (invoer) =>
	eerste(invoer.werk.antwoorden, ({ dag, afspraak }) => vroegste(binnenBelofte(invoer, dag), afspraak));

/** House rule: a PIP that was not seen so many days after its dagtekening; who never signed in has another reason. */
export const pipNietGezien: Vinder = ({ werk, outcome, vandaag }) => {
	if (!werk.pip || werk.pip.isGezien || !werk.hasAangemeld || isGesloten(outcome)) return null;
	return opLater(werk.pip.dagtekening, 'gezien', vandaag, { nieuwste: werk.pip.op });
};

/** The person says 'I have a question' about the PIP: the promise of questions. Never a ground for anything else. */
export const pipNietBegrepen: Vinder = (invoer) => {
	const { pip } = invoer.werk;
	return pip?.nietBegrepen ? { dag: binnenBelofte(invoer, pip.nietBegrepen), nieuwste: pip.op } : null;
};

/** 'This is wrong': the promise of questions. */
export const urenBetwist: Vinder = (invoer) =>
	eerste(invoer.werk.betwist, ({ dag }) => binnenBelofte(invoer, dag));

/** House rule: unconfirmed hours count for nothing, so they do not wait long. */
export const urenOnbevestigd: Vinder = ({ werk, vandaag }) =>
	werk.onbevestigd &&
	opLater(werk.onbevestigd.sinds, 'bevestigen', vandaag, { aantal: werk.onbevestigd.aantal });

/** House rule: the account is there, nobody ever used it. */
export const nooitAangemeld: Vinder = ({ werk, outcome, vandaag }) =>
	werk.hasAangemeld || isGesloten(outcome) ? null : opLater(werk.accountSinds, 'aanmelden', vandaag);

/** House rule: an appointment comes near, an interpreter is needed and not arranged. */
export const tolkOntbreekt: Vinder = ({ werk, vandaag }) => {
	const grens = plusDagen(vandaag, huisregel('tolkZichtbaar', vandaag));
	const zonder = werk.zonderTolk.filter(({ dag }) => !isNa(dag, grens));
	const [first] = zonder;
	if (!first) return null;
	const dag = plusDagen(first.dag, -huisregel('tolkVooraf', vandaag));
	return { dag, aantal: zonder.length, over: first.id };
};

/** The person reads a text without a reviewed translation: explain it, or have it translated. */
export const vertalingOngecontroleerd: Vinder = ({ werk }) =>
	werk.ongecontroleerd && {
		dag: werk.ongecontroleerd.dag,
		aantal: werk.ongecontroleerd.aantal,
		over: werk.ongecontroleerd.afspraakId
	};

/** House rule: what the municipality recorded and did not type over in DUO's portal yet. */
export const duoLijst: Vinder = ({ werk, vandaag }) =>
	werk.duo && opLater(werk.duo.sinds, 'duoOvernemen', vandaag, { aantal: werk.duo.aantal });

/** House rule: a move that waits for an answer, or a person taken over whose dossier was not opened yet. */
export const overdracht: Vinder = ({ werk, vandaag }) => {
	const { verhuizing, isOvergenomen, laatstGeopend, begeleidSinds } = werk;
	const dagen = huisregel('overnemen', vandaag);
	if (verhuizing)
		return { dag: plusDagen(verhuizing.dag, dagen), over: verhuizing.id, nieuwste: verhuizing.op };
	return isOvergenomen && !laatstGeopend ? { dag: plusDagen(begeleidSinds, dagen) } : null;
};

/** House rule: nobody sinks; who was not looked at for so long comes up by itself. */
export const langNietBekeken: Vinder = ({ werk, outcome, vandaag }) =>
	isGesloten(outcome) ? null : opLater(werk.laatstGeopendDag ?? werk.begeleidSinds, 'bekijken', vandaag);

/** A reason from so many days after `sinds` on. */
function opLater(
	sinds: Dag,
	regel: HuisregelNaam,
	vandaag: Dag,
	rest: Omit<Vondst, 'dag'> = {}
): Vondst | null {
	const dag = plusDagen(sinds, huisregel(regel, vandaag));
	return isNa(dag, vandaag) ? null : { dag, ...rest };
}

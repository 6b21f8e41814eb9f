import { isVoor, type Dag } from '#lib/domain/dag.ts';
import { signalen, type Signaal } from '#lib/domain/vocabulary.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import { regels, urgenties, type Urgentie } from './regels.ts';
import * as wet from './uitDeWet.ts';
import * as werk from './uitHetWerk.ts';
import { urgentieVan, vroegsteVan, type Vinder } from './vondst.ts';
import type { Invoer } from './werkfeiten.ts';

/** Why somebody stands on the Monday list. */
export interface Reden {
	code: Signaal;
	urgentie: Urgentie;
	/** The day it turns on, inclusive; null: there is none. */
	dag: Dag | null;
	/** An earlier day to aim for (local policy or house rule); null: none. */
	streefdag: Dag | null;
	/** How many of them wait; 1 where there is one thing. */
	aantal: number;
	/** What it is about: an appointment, a question, an entry of hours. */
	over: string | null;
	/** When the newest of them began; null: it has no such moment. */
	nieuwste: Temporal.Instant | null;
	grondslag: readonly Grondslag[];
}

const vinders: Record<Signaal, Vinder> = {
	pip_termijn: wet.pipTermijn,
	geen_contact: werk.geenContact,
	niet_gekomen: werk.nietGekomen,
	tempo_te_laag: wet.tempoTeLaag,
	termijn_eindigt: wet.termijnEindigt,
	schakelen_laatste_dag: wet.schakelenLaatsteDag,
	ontzorgen_eindigt: wet.ontzorgenEindigt,
	verlenging_mogelijk: wet.verlengingMogelijk,
	vraag_onbeantwoord: werk.vraagOnbeantwoord,
	afspraak_antwoord: werk.afspraakAntwoord,
	cursusadvies_gevraagd: werk.cursusadviesGevraagd,
	pip_niet_gezien: werk.pipNietGezien,
	pip_niet_begrepen: werk.pipNietBegrepen,
	uren_betwist: werk.urenBetwist,
	uren_onbevestigd: werk.urenOnbevestigd,
	nooit_aangemeld: werk.nooitAangemeld,
	tolk_ontbreekt: werk.tolkOntbreekt,
	vertaling_ongecontroleerd: werk.vertalingOngecontroleerd,
	duo_lijst: werk.duoLijst,
	overdracht: werk.overdracht,
	lang_niet_bekeken: werk.langNietBekeken,
	correctie_gevraagd: werk.correctieGevraagd
};

/** Every reason of one person on `vandaag`, the most urgent first. Each follows from one rule of `regels`. */
export function redenen(invoer: Invoer): Reden[] {
	return signalen.flatMap((code) => redenVan(code, invoer) ?? []).toSorted(vergelijkRedenen);
}

function redenVan(code: Signaal, invoer: Invoer): Reden | null {
	const vondst = vinders[code](invoer);
	if (!vondst) return null;
	const { grondslag, hoogstens } = regels[code];
	const { dag, streefdag = null, aantal = 1, over = null, nieuwste = null } = vondst;
	const richtdag = vroegsteVan(streefdag, dag);
	return {
		...{ code, dag, streefdag, aantal, over, nieuwste },
		urgentie: urgentieVan(richtdag, invoer.vandaag, vondst.hoogstens ?? hoogstens),
		grondslag: vondst.grondslag ?? grondslag
	};
}

/** Group, then the day (none last), then the order of the published list. */
export function vergelijkRedenen(a: Reden, b: Reden): number {
	return (
		urgenties.indexOf(a.urgentie) - urgenties.indexOf(b.urgentie) ||
		vergelijkDagen(richtdagVan(a), richtdagVan(b)) ||
		signalen.indexOf(a.code) - signalen.indexOf(b.code)
	);
}

const richtdagVan = ({ dag, streefdag }: Reden) => vroegsteVan(streefdag, dag);

function vergelijkDagen(a: Dag | null, b: Dag | null): number {
	if (a && b) return Temporal.PlainDate.compare(a, b);
	return a ? -1 : b ? 1 : 0;
}

export interface Persoonsregel {
	id: string;
	/** Those that are not put aside, the most urgent first. */
	redenen: readonly Reden[];
	/** When the guiding consultant last opened the dossier; null: never. */
	laatstGeopend: Temporal.Instant | null;
}

/** The order of the list: the most urgent reason (group, day), then who was not opened for the longest. No score. */
export function vergelijkPersonen(a: Persoonsregel, b: Persoonsregel): number {
	const [x, y] = [a.redenen[0], b.redenen[0]];
	const opReden = x && y ? opGroepEnDag(x, y) : x ? -1 : y ? 1 : 0;
	return opReden || langstNietGeopend(a, b) || (a.id < b.id ? -1 : 1);
}

const opGroepEnDag = (a: Reden, b: Reden) =>
	urgenties.indexOf(a.urgentie) - urgenties.indexOf(b.urgentie) ||
	vergelijkDagen(richtdagVan(a), richtdagVan(b));

function langstNietGeopend({ laatstGeopend: a }: Persoonsregel, { laatstGeopend: b }: Persoonsregel): number {
	if (a && b) return Temporal.Instant.compare(a, b);
	return a ? 1 : b ? -1 : 0;
}

export type Uitstel = { code: Signaal; totEnMet: Dag; op: Temporal.Instant; opDag: Dag };

/**
 * Is the reason put aside? Not after the last day, not when something new came since, and not from its own day on
 * when that day had yet to come: a deadline always comes back.
 */
export function isUitgesteld(reden: Reden, uitstel: Uitstel, vandaag: Dag): boolean {
	if (reden.code !== uitstel.code || isVoor(uitstel.totEnMet, vandaag)) return false;
	if (reden.nieuwste && Temporal.Instant.compare(reden.nieuwste, uitstel.op) > 0) return false;
	const komtTerug = reden.dag && isVoor(uitstel.opDag, reden.dag) && !isVoor(vandaag, reden.dag);
	return !komtTerug;
}

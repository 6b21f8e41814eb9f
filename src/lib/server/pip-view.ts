import { isNa, type Duur } from '#lib/domain/dag.ts';
import type { RouteStap } from '#lib/domain/pipVelden.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { resterend } from '#lib/domain/termijn/looptijd.ts';
import { uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { listTrajectEvents } from './db/traject-events.ts';
import { factsOf } from './facts.ts';
import { conceptOf } from './pip-drafts.ts';
import { routeSteps } from './pip-route.ts';
import { planOf, type GepubliceerdeVersie } from './pips.ts';

/** What the participant sees of a plan; days are YYYY-MM-DD. */
export type PlanView = {
	naam: string;
	/** Absent: no PIP yet. */
	versie: GepubliceerdeVersie | undefined;
	stappen: RouteStap[];
	/** `rest`: how long from today; null on the last day and after it. */
	termijn: {
		laatsteDag: string;
		bron: 'duo' | 'berekend' | null;
		isVerstreken: boolean;
		rest: Duur | null;
	} | null;
	/** Last day to object, while that is still possible. */
	bezwaarTot: string | null;
	gelezen: 'ja' | 'vraag' | null;
	/** Before the first PIP: when the municipality should have made it. */
	uiterlijk: string | null;
};
type Wet = { outcome: Outcome; stappen: RouteStap[] };

const iso = (dag: Temporal.PlainDate | null) => dag?.toString() ?? null;

function viewOf(
	{ naam, versie, gelezen }: Pick<PlanView, 'naam' | 'versie' | 'gelezen'>,
	{ outcome, stappen }: Wet,
	today: Temporal.PlainDate
): PlanView {
	const { bezwaar, pip } = outcome;
	const uiterlijk = versie || !pip.uiterlijk || isNa(today, pip.uiterlijk) ? null : pip.uiterlijk;
	const bezwaarTot = bezwaar.isVerstreken === false ? iso(bezwaar.laatsteDag) : null;
	return {
		naam,
		versie,
		stappen,
		gelezen,
		bezwaarTot,
		termijn: termijnVan(outcome, today),
		uiterlijk: iso(uiterlijk)
	};
}

function termijnVan({ inburgeringstermijn }: Outcome, today: Temporal.PlainDate): PlanView['termijn'] {
	const { laatsteDag, bron, isVerstreken } = inburgeringstermijn;
	if (!laatsteDag) return null;
	const rest = resterend(laatsteDag, today);
	return { laatsteDag: laatsteDag.toString(), bron, isVerstreken: isVerstreken === true, rest };
}

/** The plan as the participant sees it; undefined when there is no such dossier for this actor. */
export async function planViewOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<PlanView | undefined> {
	const plan = await planOf(actor, inburgeraarId, now);
	if (!plan) return undefined;
	const gelezen = plan.gelezen ? (plan.gelezen.understood ?? 'ja') : null;
	return viewOf({ naam: plan.dossier.person.name, versie: plan.huidig, gelezen }, plan, dayOf(now));
}

/** The draft as the participant would see it if it were published today; undefined without a draft. */
export async function draftViewOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<PlanView | undefined> {
	const { read } = database();
	const found = await conceptOf(actor, inburgeraarId, read);
	const today = dayOf(now);
	const known = found?.concept && (await factsOf(inburgeraarId, today, read));
	if (!found?.concept || !known) return undefined;
	const { plan, concept } = found;
	const { leerroute, voortgangsgesprekkenInPip } = concept.row;
	const facts = {
		...known,
		leerroute: leerroute ?? undefined,
		voortgangsgesprekkenInPip: voortgangsgesprekkenInPip ?? undefined,
		dagtekeningEerstePip: known.dagtekeningEerstePip ?? today,
		bekendmakingPip: today
	};
	const dagtekening = today.toString();
	const versie = { ...concept.versie, dagtekening, door: actor.name, wijzigingen: concept.wijzigingen };
	const gebeurtenissen = standingRows(await listTrajectEvents(read, inburgeraarId));
	const outcome = uitkomst(facts);
	const stappen = routeSteps({ facts, outcome, voor: concept.voor, huidig: versie, gebeurtenissen, today });
	return viewOf({ naam: plan.dossier.person.name, versie, gelezen: null }, { outcome, stappen }, today);
}

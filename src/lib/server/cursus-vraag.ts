import type { Antwoorden, Cursusvraag, PipVoorCursus } from '#lib/domain/cursussen/vraag.ts';
import { vraagVan } from '#lib/domain/cursussen/vraag.ts';
import type { PipNiveaus } from '#lib/domain/onderdelen/examenstand.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';
import type { Examenonderdeel, Groep } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { listEnrolments, type Enrolment } from './db/hours.ts';
import type { PipRow } from './db/pips.ts';
import { dossierFor } from './dossiers.ts';
import { factsFrom, findFactRows, niveausOf } from './facts.ts';

/** What of a dossier matters to choose and pay a course. */
export interface CursusSituatie {
	facts: Facts;
	outcome: Outcome;
	/** Null: not known. */
	groep: Groep | null;
	isWi2013: boolean;
	/** Null: no PIP yet. */
	pip: PipVoorCursus | null;
	/** Levels that the PIP sets for the exams, and the parts that are passed. */
	niveaus: PipNiveaus;
	behaald: readonly Examenonderdeel[];
	/** Language courses that somebody is or will be in, the newest first. */
	lessen: Enrolment[];
}

const taalsoorten = ['taalcursus', 'knm_cursus', 'alfabetisering', 'taalschakeltraject'];

/** The situation of somebody the actor may see; undefined otherwise. The same for the participant and for staff. */
export async function cursusSituatie(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<CursusSituatie | undefined> {
	const { read } = database();
	const rows = (await dossierFor(actor, inburgeraarId, read)) && (await findFactRows(read, inburgeraarId));
	if (!rows) return undefined;
	const today = dayOf(now);
	const facts = factsFrom(rows, today);
	const outcome = uitkomst(facts);
	const lessen = (await listEnrolments(read, inburgeraarId)).filter(
		({ kind, tot }) => taalsoorten.includes(kind) && (!tot || Temporal.PlainDate.compare(tot, today) >= 0)
	);
	return {
		...{ facts, outcome, lessen },
		groep: outcome.groep.waarde,
		isWi2013: outcome.toepasselijkeWet.wet === 'wi2013',
		pip: rows.pips[0] ? pipVoorCursus(rows.pips[0]) : null,
		niveaus: niveausOf(rows.pips[0]),
		behaald: facts.behaaldeExamenonderdelen ?? []
	};
}

/** What a course must fit for this person, with these answers. */
export const cursusvraagVan = (
	situatie: CursusSituatie,
	antwoorden: Antwoorden,
	now: Temporal.Instant
): Cursusvraag => vraagVan(antwoorden, situatie.pip, situatie, dayOf(now));

const pipVoorCursus = (pip: PipRow): PipVoorCursus => ({
	niveaus: Object.values(niveausOf(pip)),
	isAlfabetiseringInPip: pip.isAlfabetiseringInPip,
	startCursus: pip.startCursus
});

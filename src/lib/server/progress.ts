import { plusDagen } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { categoriesOfMeter, courseCategories, hourTotals, plannedLessons, totalFor, type HourTotal, type HourTotals } from '#lib/domain/hours.ts'; // prettier-ignore
import { vrijePogingenOver } from '#lib/domain/onderdelen/examenstand.ts';
import { onderdelenPerRoute, type Controle, type Meter, type OnderdeelVanRoute } from '#lib/domain/onderdelenPerRoute.ts'; // prettier-ignore
import { prognose, type Prognose } from '#lib/domain/prognose.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';
import { examenonderdelen, moduleMapThemas, type Examenonderdeel, type Leerroute, type ModuleMapThema, type Taalniveau } from '#lib/domain/vocabulary.ts'; // prettier-ignore
import type { Inburgeraar, Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { listDisputes, listEnrolments, type Enrolment } from './db/hours.ts';
import type { PipRow } from './db/pips.ts';
import type { ExamAttemptLine } from './db/results.ts';
import type { TrajectEventLine } from './db/traject-events.ts';
import { dossierFor } from './dossiers.ts';
import { factsFrom, findFactRows, niveausOf, type FactRows } from './facts.ts';
import type { Dispute } from './hour-disputes.ts';
import { entriesOf, type Entry } from './hours.ts';

/** A norm of the law in minutes, and what was done toward it. `unconfirmed` counts for nothing yet. */
export interface MeterState {
	code: Meter['code'];
	norm: number;
	confirmed: number;
	unconfirmed: number;
}
/** A condition besides hours; without a source it was not recorded. */
export interface Check {
	code: Exclude<Controle, `examen_${string}` | 'module_map_themas'> | ModuleMapThema;
	isDone: boolean;
	source: { day: Temporal.PlainDate; recordedByName: string; recordedAt: Temporal.Instant } | null;
}
export interface Part {
	code: OnderdeelVanRoute['code'];
	closedBy: OnderdeelVanRoute['afgeslotenDoor'];
	meter: (MeterState & { forecast: Prognose }) | null;
	checks: Check[];
}
export interface Exam {
	onderdeel: Examenonderdeel;
	/** The level of the PIP; null for KNM and when it is not set. */
	niveau: Taalniveau | null;
	isPassed: boolean;
	/** Oldest first. */
	attempts: ExamAttemptLine[];
	/** Null: free attempts do not apply. */
	freeLeft: number | null;
}
export interface Progress {
	facts: Facts;
	outcome: Outcome;
	/** Null: no PIP yet. */
	leerroute: Leerroute | null;
	/** Null: not known yet. Until DUO's own date is recorded it is only expected. */
	term: { laatsteDag: Temporal.PlainDate; isRegistered: boolean; isOver: boolean } | null;
	parts: Part[];
	exams: Exam[];
	totals: HourTotals;
	/** Lessons where the law has no norm of hours: what was done, and what the PIP plans in minutes. Null: a norm exists. */
	lessons: (HourTotal & { planned: number | null }) | null;
	entries: Entry[];
	disputes: Dispute[];
}

/** The norms that apply to a person; none before the PIP and under the Wi2013. */
export function metersFrom(rows: FactRows, facts: Facts, outcome: Outcome): MeterState[] {
	return partsOf(facts, outcome)
		.map(({ meter }) => meter && stateOf(meter, totalOfMeter(rows.hours, meter)))
		.filter((meter) => meter !== null);
}

/** Everything about the progress of somebody the actor may see: the same for the participant and for staff. */
export async function progressOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<Progress | undefined> {
	const { read } = database();
	const rows = (await dossierFor(actor, inburgeraarId, read)) && (await findFactRows(read, inburgeraarId));
	if (!rows) return undefined;
	const entries = await entriesOf(read, inburgeraarId);
	const enrolments = await listEnrolments(read, inburgeraarId);
	const today = dayOf(now);
	const facts = factsFrom(rows, today);
	const outcome = uitkomst(facts);
	const totals = hourTotals(entries);
	const parts = partsOf(facts, outcome);
	return {
		...{ facts, outcome, totals, entries },
		leerroute: facts.leerroute ?? null,
		term: termOf(outcome),
		parts: parts.map((part) => partOf(part, { today, outcome, rows, totals, entries, enrolments })),
		exams: examsOf(facts, rows),
		lessons: parts.some(({ meter }) => meter?.code === 'z_cursus') ? null : lessonsOf(totals, rows.pips[0]),
		disputes: await listDisputes(read, inburgeraarId)
	};
}

function termOf({ inburgeringstermijn: { laatsteDag, bron, isVerstreken } }: Outcome): Progress['term'] {
	return laatsteDag && { laatsteDag, isRegistered: bron === 'duo', isOver: isVerstreken === true };
}

function partsOf(facts: Facts, outcome: Outcome): readonly OnderdeelVanRoute[] {
	if (!facts.leerroute || outcome.toepasselijkeWet.wet === 'wi2013') return [];
	const parts = onderdelenPerRoute(
		facts.leerroute,
		outcome.groep.waarde,
		facts.peildatum,
		facts.zCursusMinutenNorm
	);
	return parts.filter(({ code }) => code !== 'module_map' || outcome.moduleMap.isVanToepassing !== false);
}

const lessonsOf = (totals: HourTotals, pip: PipRow | undefined) => ({
	...totalFor(totals, courseCategories),
	planned: pip?.intensiteitMinutenTotaal ?? null
});

function totalOfMeter(hours: FactRows['hours'], { code }: Meter): HourTotal {
	const own = categoriesOfMeter[code].map((category) => hours.get(category) ?? { recorded: 0, confirmed: 0 });
	return {
		recorded: own.reduce((sum, { recorded }) => sum + recorded, 0),
		confirmed: own.reduce((sum, { confirmed }) => sum + confirmed, 0)
	};
}

const stateOf = ({ code, norm }: Meter, { recorded, confirmed }: HourTotal): MeterState => ({
	...{ code, norm, confirmed },
	unconfirmed: recorded - confirmed
});

interface Known {
	today: Temporal.PlainDate;
	outcome: Outcome;
	rows: FactRows;
	totals: HourTotals;
	entries: Entry[];
	enrolments: Enrolment[];
}

function partOf({ code, meter, controles, afgeslotenDoor }: OnderdeelVanRoute, known: Known): Part {
	return {
		code,
		closedBy: afgeslotenDoor,
		meter: meter && {
			...stateOf(meter, totalFor(known.totals, categoriesOfMeter[meter.code])),
			forecast: forecastOf(meter, known)
		},
		checks: controles.flatMap((controle) => checksOf(controle, known))
	};
}

/** When the norm will be full: from the lessons planned until the end of the term, else at the pace of the last weeks. */
function forecastOf(
	{ code, norm }: Meter,
	{ today: vandaag, outcome, entries, enrolments }: Known
): Prognose {
	const { laatsteDag } = outcome.inburgeringstermijn;
	const categories = categoriesOfMeter[code];
	const rows = entries.flatMap((entry) => entry.rows).filter((row) => categories.includes(row.category));
	const lessen = plannedLessons(enrolments, categories, vandaag, laatsteDag ?? plusDagen(vandaag, 365));
	return prognose({
		...{ norm, vandaag, laatsteDag },
		gewerkt: rows.map(({ day, minutes }) => ({ dag: day, minuten: minutes })),
		gepland: { soort: 'dagen', lessen }
	});
}

function checksOf(code: Controle, { outcome, rows }: Known): Check[] {
	const events = standingRows(rows.events);
	const check = (name: Check['code'], found: TrajectEventLine | undefined): Check => ({
		code: name,
		isDone: found !== undefined,
		source: found
			? { day: found.day, recordedByName: found.recordedByName, recordedAt: found.recordedAt }
			: null
	});
	const last = (kind: string) => events.findLast((event) => event.kind === kind);
	switch (code) {
		case 'module_map_themas': {
			const themas = events.filter(({ kind }) => kind === 'module_map_thema');
			return moduleMapThemas.map((name) =>
				check(
					name,
					themas.findLast(({ slots }) => slots.thema === name)
				)
			);
		}
		case 'taalschakeltraject':
			return [
				{ ...check(code, last('taalschakeltraject_voltooid')), isDone: outcome.leerroute.isVervuld === true }
			];
		case 'pvt_activiteit_of_excursie':
			return [check(code, last('pvt_activiteit'))];
		case 'pvt_ondertekening':
			return [check(code, last('pvt_ondertekend'))];
		case 'pvt_ondertekeningsbijeenkomst':
		case 'module_map_eindgesprek':
		case 'z_eindgesprek':
			return [check(code, last(code))];
		default:
			return [];
	}
}

/** In the B1-route every part; elsewhere the parts that were tried or that stand in the PIP. */
function examsOf(facts: Facts, { attempts, pips }: FactRows): Exam[] {
	const standing = standingRows(attempts);
	const niveaus = niveausOf(pips[0]);
	const pip = { niveaus, isKnmInPip: pips[0]?.isKnmExamenGewenst === true };
	return examenonderdelen
		.map((onderdeel) => ({
			onderdeel,
			niveau: onderdeel === 'knm' ? null : niveaus[onderdeel],
			isPassed: facts.behaaldeExamenonderdelen?.includes(onderdeel) ?? false,
			attempts: standing.filter((attempt) => attempt.onderdeel === onderdeel),
			freeLeft: vrijePogingenOver(facts, onderdeel, pip, standing)
		}))
		.filter(({ attempts: own, freeLeft }) => facts.leerroute === 'b1' || own.length > 0 || freeLeft !== null);
}

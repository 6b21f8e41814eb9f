import { plusDagen } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { categoriesOfMeter, courseCategories, hourTotals, plannedLessons, totalFor, type HourTotal, type HourTotals } from '#lib/domain/hours.ts'; // prettier-ignore
import { onderdelenPerRoute, type Meter, type OnderdeelVanRoute } from '#lib/domain/onderdelenPerRoute.ts';
import { prognose, type Prognose } from '#lib/domain/prognose.ts';
import { uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';
import type { Leerroute } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { listDisputes, listEnrolments, type Enrolment } from './db/hours.ts';
import type { PipRow } from './db/pips.ts';
import { dossierToRead } from './dossiers.ts';
import { factsFrom, findFactRows, type FactRows, registeredOn } from './facts.ts';
import type { Dispute } from './hour-disputes.ts';
import { entriesOf, type Entry } from './hours.ts';
import { checksOf, type Check } from './progress-checks.ts';
import { examsOf, type Exam } from './progress-exams.ts';

/** A norm of the law in minutes, and what was done toward it. `unconfirmed` counts for nothing yet. */
export interface MeterState {
	code: Meter['code'];
	norm: number;
	confirmed: number;
	unconfirmed: number;
}
export interface Part {
	code: OnderdeelVanRoute['code'];
	closedBy: OnderdeelVanRoute['afgeslotenDoor'];
	meter: (MeterState & { forecast: Prognose }) | null;
	checks: Check[];
}
export interface Progress {
	facts: Facts;
	outcome: Outcome;
	/** Null: no PIP yet. */
	leerroute: Leerroute | null;
	/** Null: not known yet. Until DUO's own date is recorded it is only expected. */
	term: {
		laatsteDag: Temporal.PlainDate;
		isRegistered: boolean;
		/** Day of DUO's letter. */
		registeredOn: Temporal.PlainDate | null;
		isOver: boolean;
	} | null;
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
	const rows = (await dossierToRead(actor, inburgeraarId, read)) && (await findFactRows(read, inburgeraarId));
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
		term: termFrom(outcome, rows),
		parts: parts.map((part) => partOf(part, { today, outcome, rows, totals, entries, enrolments })),
		exams: examsOf(facts, rows),
		lessons: parts.some(({ meter }) => meter?.code === 'z_cursus') ? null : lessonsOf(totals, rows.pips[0]),
		disputes: await listDisputes(read, inburgeraarId)
	};
}

/** The last day of the term, expected or as DUO registered it. */
export function termFrom({ inburgeringstermijn }: Outcome, rows: FactRows): Progress['term'] {
	const { laatsteDag, bron, isVerstreken } = inburgeringstermijn;
	const isRegistered = bron === 'duo';
	return (
		laatsteDag && {
			...{ laatsteDag, isRegistered, isOver: isVerstreken === true },
			registeredOn: isRegistered ? registeredOn(rows) : null
		}
	);
}

/** The parts of the obligation that apply; none before the PIP and under the Wi2013. */
export function partsOf(
	facts: Facts,
	outcome: Pick<Outcome, 'toepasselijkeWet' | 'groep' | 'moduleMap'>
): readonly OnderdeelVanRoute[] {
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

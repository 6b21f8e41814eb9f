import {
	contactDagen,
	contactStand,
	normStaat,
	pipNodig,
	pipStand,
	termijnStand
} from '#lib/domain/cijfers.ts';
import { vroegste, type Dag } from '#lib/domain/dag.ts';
import { categoriesOfMeter, plannedTotal } from '#lib/domain/hours.ts';
import { tempoVanaf } from '#lib/domain/prognose.ts';
import { shownCounts, type CountTable, type ShownCounts } from '#lib/domain/smallNumbers.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import type { Coordinator } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { lastContacts } from './contact-log.ts';
import { database } from './db/current.ts';
import { listFigurePeople, listHourPace, listRunningEnrolments } from './db/figures.ts';
import { findGemeente } from './db/people.ts';
import { factRowsInTurns } from './facts-in-turns.ts';
import { factsFrom, grouped, type FactRows } from './facts.ts';
import { partsOf } from './progress.ts';

export const meters = ['pvt', 'module_map_praktijk', 'z_cursus', 'z_participatie'] as const;
type Meter = (typeof meters)[number];
export const normStates = ['vol', 'op_tempo', 'te_laag', 'te_weinig_gegevens', 'geldt_niet'] as const;
/** The closed tables; languages, interpreters and consultants have the cells that occur. */
export const figureCells = {
	groep: ['asiel', 'gezin_overig'],
	status: ['termijn_loopt', 'wacht_op_duo', 'termijn_verstreken', 'voldaan', 'anders', 'geen_pip'],
	route: ['b1', 'onderwijs', 'z', 'geen_pip'],
	pip: ['op_tijd', 'te_laat', 'onbekend', 'geen_pip'],
	pip_nodig: ['voorbij', 'vier_weken', 'later', 'onbekend'],
	termijn: ['voorbij', 'half_jaar', 'later', 'onbekend', 'geen_pip'],
	contact: ['binnen', 'langer', 'nooit'],
	pvt: normStates,
	module_map_praktijk: normStates,
	z_cursus: normStates,
	z_participatie: normStates
} as const;
export type FigureTable = keyof typeof figureCells | 'taal' | 'tolk' | 'consulent';
/** Which cells a table splits further; the norms of a route are those of its people. */
const parents: Partial<Record<FigureTable, readonly string[]>> = {
	pip_nodig: ['route.geen_pip'],
	pvt: ['route.b1', 'route.onderwijs', 'route.z'],
	module_map_praktijk: ['route.b1', 'route.z'],
	z_cursus: ['route.z'],
	z_participatie: ['route.z']
};
const order: readonly FigureTable[] = ['status', 'groep', 'route', 'pip', 'pip_nodig', 'contact', 'termijn', ...meters, 'taal', 'tolk', 'consulent']; // prettier-ignore

export interface Figures {
	shown: ShownCounts;
	/** Names behind the cells of `consulent`. */
	consulenten: Record<string, string>;
	/** Days within which contact is meant to be, and whether the municipality set them. */
	contact: { days: number; isLocal: boolean };
	day: Dag;
}

type Counts = Record<FigureTable, Record<string, number>>;
const emptyCounts = (): Counts => {
	const closed = Object.entries(figureCells).map(([key, cells]) => [key, Object.fromEntries(cells.map((cell) => [cell, 0]))]); // prettier-ignore
	return { ...(Object.fromEntries(closed) as Counts), taal: {}, tolk: {}, consulent: {} };
};

/**
 * The figures of the municipality, small numbers hidden. A fixed number of reads for each 500 people, and no read for a
 * person; the law is asked person by person, with room for other requests in between.
 */
export async function figuresOf(actor: Coordinator, now: Temporal.Instant): Promise<Figures> {
	const { read } = database();
	const [today, { gemeenteId }] = [dayOf(now), actor];
	const gemeente = await findGemeente(read, gemeenteId);
	const people = await listFigurePeople(read, gemeenteId, today);
	const pace = grouped(await listHourPace(read, gemeenteId, tempoVanaf(today), today));
	const plans = grouped(await listRunningEnrolments(read, gemeenteId, today));
	const contacts = await lastContacts(read, people.map(({ id }) => id)); // prettier-ignore
	const days = contactDagen(gemeente?.lokaalBeleid.aandachtDagen, today);
	const counts = emptyCounts();
	const add = (table: FigureTable, cell: string) => (counts[table][cell] = (counts[table][cell] ?? 0) + 1);
	const consulenten: Record<string, string> = {};
	const byId = new Map(people.map((person) => [person.id, person]));
	for await (const [id, rows] of factRowsInTurns([...byId.keys()])) {
		const person = byId.get(id);
		if (!person) continue;
		add('groep', person.groep);
		add('taal', person.locale);
		add('tolk', person.tolktaal ?? 'geen');
		add('consulent', person.consulentId ?? 'niemand');
		if (person.consulentId) consulenten[person.consulentId] = person.consulentName ?? '';
		add('contact', contactStand(contacts.get(person.id) ?? null, days, today));
		const known = { pace: pace.get(person.id) ?? [], plans: plans.get(person.id) ?? [] };
		for (const [table, cell] of lawOf(rows, known, today)) add(table, cell);
	}
	const tables: CountTable[] = order.map((key) => ({ key, parents: parents[key], cells: counts[key] }));
	return {
		shown: shownCounts(tables, people.length, ['geen_pip']),
		consulenten,
		contact: { days, isLocal: typeof gemeente?.lokaalBeleid.aandachtDagen === 'number' },
		day: today
	};
}

interface Known {
	pace: Awaited<ReturnType<typeof listHourPace>>;
	plans: Awaited<ReturnType<typeof listRunningEnrolments>>;
}

/** In which cell of which table the law puts this person. */
function lawOf(rows: FactRows, known: Known, today: Dag): [FigureTable, string][] {
	const facts = factsFrom(rows, today);
	const outcome = uitkomst(facts);
	const hasPip = rows.pips.length > 0 && facts.leerroute !== undefined;
	const { status } = outcome.traject;
	const statusCell = !hasPip ? 'geen_pip' : status && (figureCells.status as readonly string[]).includes(status) ? status : 'anders'; // prettier-ignore
	const cells: [FigureTable, string][] = [
		['status', statusCell],
		['route', hasPip && facts.leerroute ? facts.leerroute : 'geen_pip'],
		['pip', pipStand(outcome, hasPip)],
		['termijn', termijnStand(outcome, hasPip, today)]
	];
	if (!hasPip) return [...cells, ['pip_nodig', pipNodig(outcome, today)]];
	const norms = new Map(
		partsOf(facts, outcome).flatMap(({ meter }) => (meter ? [[meter.code, meter.norm]] : []))
	);
	const einde = outcome.inburgeringstermijn.laatsteDag;
	const isOfRoute = (meter: Meter) => parents[meter]?.includes(`route.${facts.leerroute}`);
	for (const meter of meters.filter(isOfRoute)) {
		const norm = norms.get(meter);
		cells.push([meter, norm === undefined ? 'geldt_niet' : normStaat(standOf(meter, norm, known, today, einde), today, einde)]); // prettier-ignore
	}
	return cells;
}

/** Like the forecast on the page of the hours, from sums. */
function standOf(meter: Meter, norm: number, { pace, plans }: Known, today: Dag, einde: Dag | null) {
	const own = pace.filter(({ category }) => categoriesOfMeter[meter].includes(category));
	const days = own.map(({ firstDay }) => firstDay).filter((day) => day !== null);
	const planned = plannedTotal(plans, categoriesOfMeter[meter], today, einde ?? today);
	return {
		norm,
		eerste: days.length > 0 ? days.reduce(vroegste) : null,
		ervoor: own.reduce((sum, { before }) => sum + before, 0),
		recent: own.reduce((sum, { recent }) => sum + recent, 0),
		gepland: planned.minuten,
		laatsteLes: planned.laatste
	};
}

/** The same figures for a file, written to the audit log before they leave (FILE-06, AUD-02). */
export async function exportFigures(actor: Coordinator, now: Temporal.Instant): Promise<Figures> {
	const figures = await figuresOf(actor, now);
	const event = { action: 'overzicht.export', objectType: 'overzicht', objectId: actor.gemeenteId };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
	return figures;
}

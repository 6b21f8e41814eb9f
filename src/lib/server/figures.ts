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
import { onderwerpenVan } from '#lib/domain/uitkomsten.ts';
import type { Coordinator } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { lastContacts } from './contact-log.ts';
import { database } from './db/current.ts';
import { listFigurePeople, listRunningEnrolments } from './db/figures.ts';
import { findGemeente } from './db/people.ts';
import { kindsWithoutFacts } from './facts-of-events.ts';
import { inTurns, rowsOfGemeente, type FactsWanted, type PersonRows } from './facts-of-gemeente.ts';
import { factsFrom, grouped, type FactSource } from './facts.ts';
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

/** Everything about hours of the Z-route, where they are the norm; of the other routes what has one. */
const wantedOn = (today: Dag): FactsWanted => ({
	withoutEvents: kindsWithoutFacts,
	hours: {
		categories: [...categoriesOfMeter.pvt, ...categoriesOfMeter.module_map_praktijk],
		...{ hasAllOfZ: true, from: tempoVanaf(today), today }
	},
	hasAttempts: true
});

/**
 * The figures of the municipality, small numbers hidden. A fixed number of reads; the law is asked person by person, no
 * more of it than the figures show (decision 0041).
 */
export async function figuresOf(actor: Coordinator, now: Temporal.Instant): Promise<Figures> {
	const today = dayOf(now);
	const aandachtDagen = (await findGemeente(database().read, actor.gemeenteId))?.lokaalBeleid.aandachtDagen;
	const days = contactDagen(aandachtDagen, today);
	const { counts, consulenten, total } = await countPeople(actor.gemeenteId, days, today);
	const tables: CountTable[] = order.map((key) => ({ key, parents: parents[key], cells: counts[key] }));
	return {
		shown: shownCounts(tables, total, ['geen_pip']),
		consulenten,
		contact: { days, isLocal: typeof aandachtDagen === 'number' },
		day: today
	};
}

/** Everybody counted, nothing hidden yet: no page may show this. `days`: within which contact is meant to be. */
export async function countPeople(gemeenteId: string, days: number, today: Dag) {
	const { read } = database();
	const people = await listFigurePeople(read, gemeenteId, today);
	const rowsOf = await rowsOfGemeente(read, gemeenteId, wantedOn(today));
	const plans = grouped(await listRunningEnrolments(read, gemeenteId, today));
	const contacts = await lastContacts(read, people.map(({ id }) => id)); // prettier-ignore
	const counts = emptyCounts();
	const add = (table: FigureTable, cell: string) => (counts[table][cell] = (counts[table][cell] ?? 0) + 1);
	const consulenten: Record<string, string> = {};
	for await (const person of inTurns(people)) {
		const rows = rowsOf(person.id);
		add('groep', person.groep);
		add('taal', person.locale);
		add('tolk', person.tolktaal ?? 'geen');
		add('consulent', person.consulentId ?? 'niemand');
		if (person.consulentId) consulenten[person.consulentId] = person.consulentName ?? '';
		add('contact', contactStand(contacts.get(person.id) ?? null, days, today));
		const source = { ...rows, inburgeraar: person, lokaalBeleid: null };
		const known = { pace: rows.stands, plans: plans.get(person.id) ?? [] };
		for (const [table, cell] of lawOf(source, known, today)) add(table, cell);
	}
	return { counts, consulenten, total: people.length };
}

const subjects = ['toepasselijkeWet', 'groep', 'pip', 'inburgeringstermijn', 'moduleMap', 'traject'] as const;

interface Known {
	pace: PersonRows['stands'];
	plans: Awaited<ReturnType<typeof listRunningEnrolments>>;
}

/** In which cell of which table the law puts this person. */
function lawOf(rows: FactSource, known: Known, today: Dag): [FigureTable, string][] {
	const facts = factsFrom(rows, today);
	if (rows.pips.length === 0 || facts.leerroute === undefined) {
		const zonder = (['status', 'route', 'pip', 'termijn'] as const).map((table): [FigureTable, string] => [table, 'geen_pip']); // prettier-ignore
		return [...zonder, ['pip_nodig', pipNodig(onderwerpenVan(facts, ['pip']), today)]];
	}
	const outcome = onderwerpenVan(facts, subjects);
	const { status } = outcome.traject;
	const cells: [FigureTable, string][] = [
		['status', status && (figureCells.status as readonly string[]).includes(status) ? status : 'anders'],
		['route', facts.leerroute],
		['pip', pipStand(outcome, true)],
		['termijn', termijnStand(outcome, true, today)]
	];
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
	const ervoor = own.reduce((sum, { before }) => sum + before, 0);
	const recent = own.reduce((sum, { recent: n }) => sum + n, 0);
	// What is planned says nothing about a norm that is full.
	const planned = plannedTotal(ervoor + recent < norm ? plans : [], categoriesOfMeter[meter], today, einde ?? today); // prettier-ignore
	return {
		...{ norm, ervoor, recent, gepland: planned.minuten, laatsteLes: planned.laatste },
		eerste: days.length > 0 ? days.reduce(vroegste) : null
	};
}

/** The same figures for a file, written to the audit log before they leave (FILE-06, AUD-02). */
export async function exportFigures(actor: Coordinator, now: Temporal.Instant): Promise<Figures> {
	const figures = await figuresOf(actor, now);
	const event = { action: 'overzicht.export', objectType: 'overzicht', objectId: actor.gemeenteId };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
	return figures;
}

import { isUitgesteld, redenen, vergelijkPersonen, vergelijkRedenen, type Reden } from '#lib/domain/signalen/redenen.ts'; // prettier-ignore
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import type { Groep, Leerroute, LocaleId, Signaal } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordListRead } from './audit.ts';
import { cursorOf, parseCursor } from './caseload.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { listPeople, type ListedPerson } from './db/listed-people.ts';
import { findGemeente, type Gemeente } from './db/people.ts';
import { listContacts } from './db/pips.ts';
import type { Snooze } from './db/signal-snoozes.ts';
import { readScopeOf, scopeOf } from './dossiers.ts';
import { factsFrom } from './facts.ts';
import { fold } from './fold.ts';
import { workOf } from './monday-facts.ts';
import { readMatters, type Matters } from './monday-matters.ts';

export interface MondayFilter {
	search?: string;
	signaal?: Signaal;
	groep?: Groep;
	leerroute?: Leerroute;
	locale?: LocaleId;
	/** Of a coordinator: only the people whom this colleague guides. */
	consulentId?: string;
	/** Show what is put aside instead of what waits. */
	isSnoozed?: boolean;
	after?: string | null;
	/** People shown beside the list: written to the audit log with it. */
	beside?: readonly string[];
}
export type SnoozedReason = { reden: Reden; snooze: Snooze };
export interface MondayRow {
	id: string;
	name: string;
	locale: LocaleId;
	groep: Groep;
	leerroute: Leerroute | null;
	consulentName: string | null;
	/** The most urgent first. */
	redenen: Reden[];
	snoozed: SnoozedReason[];
	nextAppointment: Temporal.Instant | null;
	lastContact: Temporal.PlainDate | null;
	laatstGeopend: Temporal.Instant | null;
}
export interface MondayPage {
	rows: MondayRow[];
	/** People per reason, before the filter on a reason. */
	counts: Map<Signaal, number>;
	/** People with something that is put aside. */
	snoozed: number;
	/** People looked at. */
	total: number;
	/** Where the next page of people begins; absent on the last one. */
	nextAfter?: string;
}

/** A caseload is looked at as a whole; a municipality in pages. */
const limits = { caseload: 300, gemeente: 70 };

/** Who waits for the actor, and why: of the own caseload, or of one page of the municipality. The order is published (docs/signalen.md). */
export async function mondayList(
	actor: Staff,
	filter: MondayFilter,
	now: Temporal.Instant
): Promise<MondayPage> {
	const { read } = database();
	const gemeente = await findGemeente(read, actor.gemeenteId);
	const limit = actor.role === 'consulent' || filter.consulentId ? limits.caseload : limits.gemeente;
	const { groep, leerroute, locale, consulentId } = filter;
	const found = await listPeople(read, scopeOf(actor), {
		...{ groep, leerroute, locale, consulentId, limit: limit + 1 },
		search: fold(filter.search ?? '').slice(0, 64),
		after: parseCursor(filter.after ?? null)
	});
	const people = found.slice(0, limit);
	const rows = gemeente ? await rowsOf(actor, people, gemeente, now) : [];
	const last = people.at(-1);
	const page = shown(rows, filter);
	const seen = [...page.rows.map(({ id }) => id), ...(filter.beside ?? [])];
	await recordListRead(actor, 'maandag', seen, now);
	return {
		...page,
		total: people.length,
		nextAfter: found.length > limit && last ? cursorOf(last) : undefined
	};
}

/** Why one person waits, as on the list. Undefined: not the actor's. */
export async function waitingOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<MondayRow | undefined> {
	const { read } = database();
	const scope = readScopeOf(actor, inburgeraarId);
	const people = await listPeople(read, scope, { search: '', inburgeraarId, limit: 1 });
	const gemeente = await findGemeente(read, actor.gemeenteId);
	return gemeente ? (await rowsOf(actor, people, gemeente, now))[0] : undefined;
}

async function rowsOf(
	actor: Staff,
	people: ListedPerson[],
	gemeente: Gemeente,
	now: Temporal.Instant
): Promise<MondayRow[]> {
	if (people.length === 0) return [];
	const today = dayOf(now);
	const ids = people.map(({ id }) => id);
	const matters = await readMatters(database().read, ids, actor.id, today, now);
	return people.map((person) => rowOf(person, matters, gemeente, today));
}

function rowOf(
	person: ListedPerson,
	matters: Matters,
	gemeente: Gemeente,
	today: Temporal.PlainDate
): MondayRow {
	const { id, name, locale, groep, leerroute, consulentName, lastOpenedAt } = person;
	const rows = matters.facts.get(id);
	const row: MondayRow = {
		...{ id, name, locale, groep, leerroute, consulentName, redenen: [], snoozed: [] },
		nextAppointment: matters.coming.get(id)?.[0]?.startsAt ?? null,
		lastContact: null,
		laatstGeopend: lastOpenedAt
	};
	if (!rows) return row;
	const facts = factsFrom(rows, today);
	const law = { facts, outcome: uitkomst(facts) };
	const werk = workOf({ person, rows, matters, gemeente, today, law });
	const snoozes = matters.snoozes.get(id) ?? [];
	for (const reden of redenen({ vandaag: today, ...law, werk })) {
		const snooze = snoozes.find((one) => holds(one, reden, today));
		if (snooze) row.snoozed.push({ reden, snooze });
		else row.redenen.push(reden);
	}
	return { ...row, lastContact: werk.laatsteContact };
}

const holds = ({ signaal: code, totEnMet, snoozedAt: op }: Snooze, reden: Reden, today: Temporal.PlainDate) =>
	isUitgesteld(reden, { code, totEnMet, op, opDag: dayOf(op) }, today);

function shown(all: MondayRow[], { signaal, isSnoozed = false }: MondayFilter) {
	const reasonsOf = (row: MondayRow) => (isSnoozed ? row.snoozed.map(({ reden }) => reden) : row.redenen);
	const listed = all.filter((row) => reasonsOf(row).length > 0);
	const counts = new Map<Signaal, number>();
	for (const row of listed)
		for (const { code } of reasonsOf(row)) counts.set(code, (counts.get(code) ?? 0) + 1);
	const chosen = signaal ? listed.filter((row) => reasonsOf(row).some(({ code }) => code === signaal)) : listed; // prettier-ignore
	const first = (row: MondayRow) => ({
		...{ id: row.id, laatstGeopend: row.laatstGeopend },
		// Filtered on a reason, that one decides the place.
		redenen: reasonsOf(row).filter(({ code }) => !signaal || code === signaal).toSorted(vergelijkRedenen) // prettier-ignore
	});
	return {
		rows: chosen.toSorted((a, b) => vergelijkPersonen(first(a), first(b))),
		counts,
		snoozed: all.filter((row) => row.snoozed.length > 0).length
	};
}

/** Whose list a coordinator can choose; of a consulent nobody's. */
export const consulentsOf = async (actor: Staff): Promise<{ id: string; name: string }[]> =>
	actor.role === 'coordinator' ? listContacts(database().read, actor.gemeenteId) : [];

import { dagErna, dagErvoor, isVoor } from '#lib/domain/dag.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { listScopePeople, type ScopePerson } from './db/caseload-people.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { listCaseloadEntries, listPlannedCaseload, listPlannedOf, removePlannedCaseload, replaceCaseloadFrom } from './db/moves.ts'; // prettier-ignore
import { insertNotice } from './db/outbox.ts';
import { listContacts } from './db/pips.ts';
import { dossierFor, scopeOf } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** Which people, to whom, from which day on; with a last day it is a replacement: after it everybody comes back. */
export interface Handover {
	people: readonly string[];
	naar: string;
	vanaf: Temporal.PlainDate;
	totEnMet?: Temporal.PlainDate;
}
/** `al_gepland`: for somebody of these a hand-over is planned already; `niemand`: nobody was chosen. */
export type HandoverRefusal = 'niemand' | 'verleden' | 'volgorde' | 'al_gepland' | 'zelfde' | 'collega';
/** What would happen, to be read before it happens. */
export interface HandoverPreview {
	people: ScopePerson[];
	/** Languages of these people, the most spoken first. */
	languages: { locale: LocaleId; count: number }[];
	naar: { id: string; name: string };
}
export type Handed = { ok: true; people: number } | { ok: false; reden: HandoverRefusal; names: string[] };

/** Everybody the actor can hand over, and to whom. */
export async function handoverChoices(actor: Staff): Promise<{
	people: ScopePerson[];
	colleagues: { id: string; name: string }[];
	planned: ReadonlySet<string>;
}> {
	const { read } = database();
	const people = await listScopePeople(read, scopeOf(actor));
	const ids = people.map(({ id }) => id);
	return {
		people,
		colleagues: await listContacts(read, actor.gemeenteId),
		planned: new Set(await listPlannedOf(read, ids, actor.today))
	};
}

/** Undefined: somebody of these is not the actor's. */
export async function previewHandover(
	actor: Staff,
	handover: Handover,
	now: Temporal.Instant,
	tx: Reader = database().read
): Promise<HandoverPreview | { reden: HandoverRefusal; names: string[] } | undefined> {
	const wanted = new Set(handover.people);
	const people = (await listScopePeople(tx, scopeOf(actor))).filter(({ id }) => wanted.has(id));
	if (people.length !== wanted.size) return undefined;
	const naar = (await listContacts(tx, actor.gemeenteId)).find(({ id }) => id === handover.naar);
	const refused = (reden: HandoverRefusal, who: readonly ScopePerson[] = []) => ({
		reden,
		names: who.map(({ name }) => name)
	});
	if (people.length === 0) return refused('niemand');
	if (!naar) return refused('collega');
	if (isVoor(handover.vanaf, dayOf(now))) return refused('verleden');
	if (handover.totEnMet && isVoor(handover.totEnMet, handover.vanaf)) return refused('volgorde');
	const planned = new Set(await listPlannedOf(tx, handover.people, dayOf(now)));
	if (planned.size > 0)
		return refused(
			'al_gepland',
			people.filter(({ id }) => planned.has(id))
		);
	const same = people.filter(({ consulentId }) => consulentId === naar.id);
	if (same.length > 0) return refused('zelfde', same);
	return { people, naar, languages: languagesOf(people) };
}

export function languagesOf(people: readonly { locale: LocaleId }[]): { locale: LocaleId; count: number }[] {
	const counts = new Map<LocaleId, number>();
	for (const { locale } of people) counts.set(locale, (counts.get(locale) ?? 0) + 1);
	return [...counts]
		.map(([locale, count]) => ({ locale, count }))
		.toSorted((a, b) => b.count - a.count || (a.locale < b.locale ? -1 : 1));
}

/** Hands people over to a colleague, all or nobody. Undefined: somebody of these is not the actor's. */
export async function handOver(
	actor: Staff,
	form: Handover & { key: string },
	now: Temporal.Instant
): Promise<Handed | undefined> {
	return database().transaction(async (tx) => {
		const { key, ...handover } = form;
		const wanted = new Set(handover.people);
		const payload = { ...handover, people: [...wanted].toSorted() };
		let result: Handed | undefined = { ok: true, people: wanted.size };
		await once(tx, actor, { action: 'overdracht.create', key, payload }, now, async () => {
			const preview = await previewHandover(actor, handover, now, tx);
			if (!preview) return (result = undefined);
			if ('reden' in preview) {
				result = { ok: false, ...preview };
				return undefined;
			}
			for (const person of preview.people) await handOne(tx, actor, person, handover, now);
			return newId();
		});
		return result;
	});
}

async function handOne(
	tx: Writer,
	actor: Staff,
	{ id: inburgeraarId, consulentId }: ScopePerson,
	{ naar, vanaf, totEnMet }: Handover,
	now: Temporal.Instant
): Promise<void> {
	const row = { inburgeraarId, id: newId(), consulentId: naar, vanaf, tot: null };
	// Nobody to come back to: then the colleague stays.
	const back = totEnMet && consulentId ? { id: newId(), consulentId, vanaf: dagErna(totEnMet) } : null;
	await replaceCaseloadFrom(
		tx,
		back
			? [
					{ ...row, tot: totEnMet },
					{ ...row, ...back }
				]
			: [row],
		dagErvoor(vanaf)
	);
	await tell(tx, actor, inburgeraarId, 'overdracht.create', [inburgeraarId, naar], now);
}

async function tell(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	action: string,
	whom: readonly string[],
	now: Temporal.Instant
): Promise<void> {
	const event = { action, objectType: 'caseload', objectId: inburgeraarId, subjectId: inburgeraarId };
	await recordAudit(tx, actor, event, now);
	for (const personId of whom) {
		if (personId === actor.id) continue;
		// The colleague hears of it once a day, however many people it is about.
		const about = personId === inburgeraarId ? now.epochMilliseconds : dayOf(now).toString();
		await insertNotice(tx, { kind: 'account', personId, dedupeKey: `overdracht:${personId}:${about}` }, now);
	}
}

export interface PlannedHandover {
	inburgeraarId: string;
	name: string;
	locale: LocaleId;
	van: { id: string; name: string } | null;
	naar: { id: string; name: string };
	vanaf: Temporal.PlainDate;
	/** The last day, of a replacement. */
	totEnMet: Temporal.PlainDate | null;
}

/** What is planned: of a consulent what goes or comes, of a coordinator everything in the municipality. */
export async function plannedHandovers(actor: Staff): Promise<PlannedHandover[]> {
	const rows = await listPlannedCaseload(database().read, actor.gemeenteId, actor.today);
	return rows
		.filter(({ vanId, naarId }) => actor.role === 'coordinator' || [vanId, naarId].includes(actor.id))
		.map(({ inburgeraarId, name, locale, vanId, vanName, naarId, naarName, vanaf, tot }) => ({
			...{ inburgeraarId, name, locale, vanaf, totEnMet: tot },
			van: vanId && vanName ? { id: vanId, name: vanName } : null,
			naar: { id: naarId, name: naarName }
		}));
}

/**
 * Takes a planned hand-over back: by who guides the person now, who would from that day on, or the coordinator.
 * Undefined: not the actor's. False: nothing is planned any more.
 */
export async function withdrawHandover(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<boolean | undefined> {
	return database().transaction(async (tx) => {
		const planned = (await listPlannedCaseload(tx, actor.gemeenteId, dayOf(now))).filter(
			(row) => row.inburgeraarId === inburgeraarId
		);
		const isReceiver = planned.some(({ naarId }) => naarId === actor.id);
		if (!isReceiver && !(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		if (planned.length === 0) return false;
		await removePlannedCaseload(tx, inburgeraarId, dayOf(now));
		const whom = [
			inburgeraarId,
			...planned.flatMap(({ vanId, naarId }) => (vanId ? [vanId, naarId] : [naarId]))
		];
		await tell(tx, actor, inburgeraarId, 'overdracht.withdraw', [...new Set(whom)], now);
		return true;
	});
}

export interface Helper {
	name: string;
	phone: string | null;
	jobTitle: string | null;
	vanaf: Temporal.PlainDate;
	totEnMet: Temporal.PlainDate | null;
}

/** Who helps the participant now and who will, from when. */
export async function helpersOf(actor: Inburgeraar): Promise<{
	nu: Helper | null;
	straks: Helper[];
	/** Nobody helped before. */
	isFirst: boolean;
}> {
	const rows = await listCaseloadEntries(database().read, actor.id);
	const helpers = rows
		.filter(({ tot }) => !tot || !isVoor(tot, actor.today))
		.map(({ name, phone, jobTitle, vanaf, tot }) => ({ name, phone, jobTitle, vanaf, totEnMet: tot }));
	return {
		isFirst: rows.length < 2,
		nu: helpers.find(({ vanaf }) => !isVoor(actor.today, vanaf)) ?? null,
		straks: helpers.filter(({ vanaf }) => isVoor(actor.today, vanaf))
	};
}

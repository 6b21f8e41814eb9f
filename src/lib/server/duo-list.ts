import { aanwezigheidTot, duoCodes, duoLijst, type DuoCode, type DuoRegel } from '#lib/domain/duoLijst.ts';
import { isNa } from '#lib/domain/dag.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { listScopePeople, type ScopePerson } from './db/caseload-people.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { insertDuoTick, listDuoRows, listDuoTicks, type DuoTickLine } from './db/duo.ts';
import { dossierFor, scopeOf } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** A line of the list with what was typed over. Without `regel` what was typed over is no longer so. */
export interface DuoLine {
	item: string;
	code: DuoCode;
	regel: DuoRegel | null;
	typed: { value: string; day: Temporal.PlainDate; by: string } | null;
	/** `veranderd`: typed over with another value than it has now. */
	state: 'open' | 'gedaan' | 'veranderd';
}
/** `veranderd`: the value is no longer what the page showed. */
export type TickResult = { ok: true } | { ok: false; reden: 'toekomst' | 'veranderd'; now: string | null };

const codeOf = (item: string) => duoCodes.find((code) => code === item.split(':')[0]);

/** The whole list of each of these people, in DUO's order; a fixed number of reads. Checks no rights. */
export async function duoLinesOf(
	tx: Reader,
	ids: readonly string[],
	today: Temporal.PlainDate
): Promise<Map<string, DuoLine[]>> {
	const { groepen, plans, events, lessons } = await listDuoRows(tx, ids, aanwezigheidTot(today));
	const [pipsOf, eventsOf] = [grouped(plans), grouped(events)];
	const ticksOf = grouped(await listDuoTicks(tx, ids));
	const minutesOf = new Map(lessons.map(({ id, minutes }) => [id, minutes]));
	return new Map(
		groepen.map(({ id, groep }) => {
			const regels = duoLijst({
				...{ peildatum: today, groep, pips: pipsOf.get(id) ?? [], lesMinuten: minutesOf.get(id) ?? 0 },
				events: standingRows(eventsOf.get(id) ?? [])
			});
			return [id, linesFrom(regels, ticksOf.get(id) ?? [])];
		})
	);
}

/** What is still to be typed over, of each of these people who has something open: for the Monday list. Checks no rights. */
export async function openDuoLines(
	tx: Reader,
	ids: readonly string[],
	today: Temporal.PlainDate
): Promise<Map<string, DuoLine[]>> {
	const open = new Map<string, DuoLine[]>();
	for (const [id, lines] of await duoLinesOf(tx, ids, today)) {
		const left = lines.filter(({ state }) => state !== 'gedaan');
		if (left.length > 0) open.set(id, left);
	}
	return open;
}

function grouped<R extends { inburgeraarId: string }>(rows: readonly R[]): Map<string, R[]> {
	const groups = new Map<string, R[]>();
	for (const row of rows) {
		const known = groups.get(row.inburgeraarId);
		if (known) known.push(row);
		else groups.set(row.inburgeraarId, [row]);
	}
	return groups;
}

function linesFrom(regels: readonly DuoRegel[], ticks: readonly DuoTickLine[]): DuoLine[] {
	const typed = new Map<string, DuoTickLine>();
	for (const tick of ticks)
		if (tick.isWithdrawal) typed.delete(tick.item);
		else typed.set(tick.item, tick);
	const lines = regels.map((regel): DuoLine => {
		const tick = typed.get(regel.item);
		const state = !tick ? 'open' : tick.value === regel.value ? 'gedaan' : 'veranderd';
		return { item: regel.item, code: regel.code, regel, typed: tick ? typedFrom(tick) : null, state };
	});
	const gone = [...typed.values()].flatMap((tick): DuoLine[] => {
		const code = codeOf(tick.item);
		const isKnown = regels.some(({ item }) => item === tick.item);
		return isKnown || !code
			? []
			: [{ item: tick.item, code, regel: null, typed: typedFrom(tick), state: 'veranderd' }];
	});
	return [...lines, ...gone];
}

const typedFrom = ({ value, day, recordedByName }: DuoTickLine) => ({ value, day, by: recordedByName });

/** The list of one person. Undefined: not the actor's. */
export async function duoListOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant,
	tx: Reader = database().read
): Promise<DuoLine[] | undefined> {
	if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
	return (await duoLinesOf(tx, [inburgeraarId], dayOf(now))).get(inburgeraarId);
}

/** Everybody of the actor with something open, by name. */
export async function duoOverview(
	actor: Staff,
	now: Temporal.Instant
): Promise<{ person: ScopePerson; lines: DuoLine[] }[]> {
	const { read } = database();
	const people = await listScopePeople(read, scopeOf(actor));
	const open = await openDuoLines(
		read,
		people.map(({ id }) => id),
		dayOf(now)
	);
	return people.flatMap((person) => {
		const lines = open.get(person.id);
		return lines ? [{ person, lines }] : [];
	});
}

/**
 * Records that a value was typed over in DUO's portal on a day. Undefined: not the actor's.
 * @param form.value as the page showed it
 */
export async function tickDuo(
	actor: Staff,
	inburgeraarId: string,
	form: { key: string; item: string; value: string; day: Temporal.PlainDate },
	now: Temporal.Instant
): Promise<TickResult | undefined> {
	return database().transaction(async (tx) => {
		const lines = await duoListOf(actor, inburgeraarId, now, tx);
		if (!lines) return undefined;
		const { key, item, value, day } = form;
		const payload = { inburgeraarId, item, value, day };
		let refused: TickResult = { ok: true };
		await once(tx, actor, { action: 'duo.tick', key, payload }, now, async () => {
			const current = lines.find((line) => line.item === item)?.regel?.value ?? null;
			if (current !== value) refused = { ok: false, reden: 'veranderd', now: current };
			else if (isNa(day, dayOf(now))) refused = { ok: false, reden: 'toekomst', now: current };
			if (!refused.ok) return undefined;
			return insertTick(tx, actor, { inburgeraarId, item, value, day, isWithdrawal: false }, now);
		});
		return refused;
	});
}

/** Takes a tick back: a new row. Undefined: not the actor's, or nothing was typed over. */
export async function untickDuo(
	actor: Staff,
	inburgeraarId: string,
	form: { key: string; item: string },
	now: Temporal.Instant
): Promise<TickResult | undefined> {
	return database().transaction(async (tx) => {
		const lines = await duoListOf(actor, inburgeraarId, now, tx);
		if (!lines) return undefined;
		const { key, item } = form;
		const payload = { inburgeraarId, item };
		const id = await once(tx, actor, { action: 'duo.untick', key, payload }, now, async () => {
			const typed = lines.find((line) => line.item === item)?.typed;
			if (!typed) return undefined;
			const row = { inburgeraarId, item, value: typed.value, day: dayOf(now), isWithdrawal: true };
			return insertTick(tx, actor, row, now);
		});
		return id === undefined ? undefined : { ok: true };
	});
}

async function insertTick(
	tx: Writer,
	actor: Staff,
	row: { inburgeraarId: string; item: string; value: string; day: Temporal.PlainDate; isWithdrawal: boolean },
	now: Temporal.Instant
): Promise<string> {
	const id = newId();
	await insertDuoTick(tx, { ...row, id, recordedBy: actor.id, recordedAt: now });
	const action = row.isWithdrawal ? 'duo.untick' : 'duo.tick';
	const event = { action, objectType: row.item, objectId: id, subjectId: row.inburgeraarId };
	await recordAudit(tx, actor, event, now);
	return id;
}

import { isNa } from '#lib/domain/dag.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { trajectSlots, wrongSlots, type TrajectSlots } from '#lib/domain/trajectSlots.ts';
import type { Decider, TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { insertTrajectEvents, listTrajectEvents, type TrajectEventLine } from './db/traject-events.ts';
import { dossierFor, dossierToRead } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export interface NewEvent {
	kind: TrajectEventKind;
	/** The legal day: of the decision, the letter, the talk. */
	day: Temporal.PlainDate;
	/** Absent: who the law says decides. */
	decidedBy?: Decider;
	/** As domain/trajectSlots.ts describes them; one event per item (the themes of one day, for example). */
	slots: readonly TrajectSlots[];
	/** A decision on an earlier row, or its correction, takes its place. */
	replacesId?: string;
}
/** `achterhaald`: the row to be replaced does not stand any more. */
export type EventRefusal = 'toekomst' | 'invullen' | 'achterhaald';
export type EventRecorded = { ok: true; id: string } | { ok: false; reden: EventRefusal; slots?: string[] };

/** Everything that was recorded, oldest legal day first, with the rows that stand. Undefined: not the actor's. */
export async function eventsOf(actor: Staff, inburgeraarId: string) {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId, read))) return undefined;
	const all = await listTrajectEvents(read, inburgeraarId);
	return { all, standing: standingRows(all) };
}

/** Kinds that may lie ahead: a last day, a first lesson, a decision of DUO that takes effect later. */
const mayLieAhead: readonly TrajectEventKind[] = ['bijstand_einde', 'aanbod_start', 'verhuizing', 'bijstand'];

/** Records what happened or was decided. */
export async function recordEvent(
	actor: Staff,
	inburgeraarId: string,
	event: NewEvent,
	key: string,
	now: Temporal.Instant
): Promise<EventRecorded | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const form = { action: 'traject.record', key, payload: { inburgeraarId, ...event } };
		let refused: EventRecorded | undefined;
		const id = await once(tx, actor, form, now, async () => {
			refused = refusalOf(await listTrajectEvents(tx, inburgeraarId), event, now);
			return refused ? undefined : insertEvents(tx, actor, inburgeraarId, event, now);
		});
		return id === undefined ? (refused ?? { ok: false, reden: 'invullen' }) : { ok: true, id };
	});
}

function refusalOf(
	rows: readonly TrajectEventLine[],
	{ kind, day, slots, replacesId }: NewEvent,
	now: Temporal.Instant
): EventRecorded | undefined {
	if (isNa(day, dayOf(now)) && !mayLieAhead.includes(kind)) return { ok: false, reden: 'toekomst' };
	const wrong = slots.flatMap((item) => wrongSlots(kind, item));
	if (wrong.length > 0 || slots.length === 0) return { ok: false, reden: 'invullen', slots: wrong };
	const isStanding = standingRows(rows).some((row) => row.id === replacesId && row.kind === kind);
	return replacesId && !isStanding ? { ok: false, reden: 'achterhaald' } : undefined;
}

/** Writes events of somebody, with audit and notice. Checks nothing. */
export async function insertEvents(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	event: NewEvent & { isWithdrawal?: boolean },
	now: Temporal.Instant
): Promise<string> {
	const {
		kind,
		day,
		decidedBy = trajectSlots[event.kind].decidedBy,
		replacesId = null,
		isWithdrawal = false
	} = event;
	const { grondslag } = trajectSlots[kind];
	const rows = event.slots.map((slots) => ({
		...{ inburgeraarId, id: newId(), kind, day, decidedBy, grondslag, slots, replacesId, isWithdrawal },
		...{ recordedBy: actor.id, recordedAt: now }
	}));
	await insertTrajectEvents(tx, rows);
	const action = isWithdrawal ? 'traject.withdraw' : 'traject.record';
	for (const { id } of rows)
		await recordAudit(
			tx,
			actor,
			{ action, objectType: 'traject', objectId: id, subjectId: inburgeraarId },
			now
		);
	const dedupeKey = `traject:${inburgeraarId}:${dayOf(now).toString()}`;
	await insertNotice(tx, { kind: 'uren', personId: inburgeraarId, dedupeKey }, now);
	return rows[0]?.id ?? '';
}

/** Takes back what was recorded by mistake. False: it does not stand any more. */
export async function withdrawEvent(
	actor: Staff,
	inburgeraarId: string,
	eventId: string,
	now: Temporal.Instant
): Promise<boolean | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const rows = await listTrajectEvents(tx, inburgeraarId);
		if (!rows.some(({ id }) => id === eventId)) return undefined;
		const event = standingRows(rows).find(({ id }) => id === eventId);
		if (!event) return false;
		const { kind, day, decidedBy, slots } = event;
		const withdrawal = { kind, day, decidedBy, slots: [slots], replacesId: eventId, isWithdrawal: true };
		await insertEvents(tx, actor, inburgeraarId, withdrawal, now);
		return true;
	});
}

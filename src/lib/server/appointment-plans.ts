import type { AppointmentChange, CancelReason } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { isOver, isSeen } from './appointments.ts';
import { recordAudit } from './audit.ts';
import { findAppointment, insertAppointment, insertAppointmentChange, listAppointmentsAfter, updateAppointment, type Appointment } from './db/appointments.ts'; // prettier-ignore
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import type { Dossier } from './db/inburgeraren.ts';
import { insertNotice } from './db/outbox.ts';
import { findPerson } from './db/people.ts';
import { dossierFor, seenSince } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** What a consultant decides of an appointment. Exactly one of `withPersonId` and `withName`, or neither. */
export type AppointmentDraft = Pick<Appointment, 'kind' | 'startsAt' | 'minutes' | 'locationKind' | 'place' | 'address' | 'withPersonId' | 'withName' | 'bring' | 'interpreterMode' | 'interpreterLanguage' | 'isInterpreterArranged' | 'toelichting'>; // prettier-ignore
/** Worth a second look, and allowed: a moment in the past, another appointment at the same time. */
export type Warning = 'verleden' | 'overlap';
export type Planned = { kind: 'gepland'; id: string } | { kind: 'let_op'; warnings: Warning[] };
export type Changed =
	| { kind: 'bewaard' }
	| { kind: 'let_op'; warnings: Warning[] }
	| { kind: 'conflict'; standing: Appointment }
	| { kind: 'gesloten' };

const createAction = 'afspraak.create';

async function warningsFor(
	tx: Reader,
	inburgeraarId: string,
	draft: AppointmentDraft,
	now: Temporal.Instant,
	id?: string
): Promise<Warning[]> {
	// prettier-ignore
	const { startsAt, minutes } = draft;
	const nearby = await listAppointmentsAfter(tx, inburgeraarId, startsAt.subtract({ hours: 24 }));
	const end = startsAt.add({ minutes });
	const overlaps = nearby.some(
		(row) =>
			row.id !== id &&
			row.status === 'gepland' &&
			Temporal.Instant.compare(row.startsAt, end) < 0 &&
			!isOver(row, startsAt)
	);
	const isPast = Temporal.Instant.compare(startsAt, now) < 0;
	return [...(isPast ? (['verleden'] as const) : []), ...(overlaps ? (['overlap'] as const) : [])];
}

const mayBeWith = (draft: AppointmentDraft, ...ids: (string | null | undefined)[]) =>
	draft.withPersonId === null || ids.includes(draft.withPersonId);

/** Whom an appointment can be with: oneself first, the consultant of the person, and whom it is with already. */
export async function possibleHosts(
	actor: Staff,
	{ consulentId }: Dossier,
	current?: Pick<Appointment, 'withPersonId' | 'withPersonName'>
): Promise<{ id: string; name: string }[]> {
	const consulent = consulentId ? await findPerson(database().read, consulentId) : undefined;
	const hosts = new Map([[actor.id, actor.name]]);
	if (consulent) hosts.set(consulent.id, consulent.name);
	if (current?.withPersonId) hosts.set(current.withPersonId, current.withPersonName ?? '');
	return [...hosts].map(([id, name]) => ({ id, name }));
}

async function record(
	tx: Writer,
	actor: Staff,
	row: { inburgeraarId: string; id: string; version: number },
	what: { change: AppointmentChange; action: string; before?: Temporal.Instant; after?: Temporal.Instant },
	now: Temporal.Instant
): Promise<void> {
	// prettier-ignore
	const { inburgeraarId, id } = row;
	await insertAppointmentChange(tx, {
		...{ inburgeraarId, id: newId(), appointmentId: id, change: what.change },
		...{ startsAtBefore: what.before ?? null, startsAtAfter: what.after ?? null },
		...{ recordedBy: actor.id, recordedAt: now }
	});
	await recordAudit(tx, actor, { action: what.action, objectType: 'afspraak', objectId: id, subjectId: inburgeraarId }, now); // prettier-ignore
	await insertNotice(tx, { kind: 'afspraak', personId: inburgeraarId, dedupeKey: `afspraak:${id}:${row.version}` }, now); // prettier-ignore
}

/**
 * Plans an appointment. What deserves a second look comes back as warnings, until `isSure`.
 * Undefined: the dossier is not the actor's, or the colleague is not one that it can be with.
 * @param form.key idempotency key of the form
 */
export async function planAppointment(
	actor: Staff,
	inburgeraarId: string,
	draft: AppointmentDraft,
	form: { key: string; isSure: boolean },
	now: Temporal.Instant
): Promise<Planned | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier || !mayBeWith(draft, actor.id, dossier.consulentId)) return undefined;
		const isRepeated = await findIdempotencyKey(tx, actor.id, createAction, form.key);
		const warnings = form.isSure || isRepeated ? [] : await warningsFor(tx, inburgeraarId, draft, now);
		if (warnings.length > 0) return { kind: 'let_op', warnings };
		const payload = { inburgeraarId, draft };
		const id = await once(tx, actor, { action: createAction, key: form.key, payload }, now, async () => {
			const row = { inburgeraarId, id: newId(), version: 1, createdBy: actor.id, createdAt: now };
			await insertAppointment(tx, { ...draft, ...row });
			await record(tx, actor, row, { change: 'gemaakt', action: createAction, after: draft.startsAt }, now);
			return row.id;
		});
		return { kind: 'gepland', id };
	});
}

const fields = ['kind', 'minutes', 'locationKind', 'place', 'address', 'withPersonId', 'withName', 'bring', 'interpreterMode', 'interpreterLanguage', 'isInterpreterArranged', 'toelichting'] as const; // prettier-ignore
const isMoved = (row: Appointment, draft: AppointmentDraft) => !row.startsAt.equals(draft.startsAt);
const isEqual = (row: Appointment, draft: AppointmentDraft) =>
	!isMoved(row, draft) && fields.every((name) => JSON.stringify(row[name]) === JSON.stringify(draft[name]));

const noAnswer = { answer: 'geen', cannotReason: null, proposal: null, answeredAt: null } as const;

/** Moves or changes an appointment. Another day or time asks the participant for a new answer. */
export async function changeAppointment(
	actor: Staff,
	key: { inburgeraarId: string; id: string },
	draft: AppointmentDraft,
	form: { version: number; isSure: boolean },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return edit(actor, key, async (tx, row, dossier) => {
		if (!mayBeWith(draft, actor.id, dossier.consulentId, row.withPersonId)) return undefined;
		if (row.status !== 'gepland') return { kind: 'gesloten' };
		if (isEqual(row, draft)) return { kind: 'bewaard' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		const moved = isMoved(row, draft);
		const isQuiet = form.isSure || (!moved && row.minutes === draft.minutes);
		const warnings = isQuiet ? [] : await warningsFor(tx, row.inburgeraarId, draft, now, row.id);
		if (warnings.length > 0) return { kind: 'let_op', warnings };
		await updateAppointment(tx, row, { ...draft, ...(moved ? noAnswer : {}) });
		const next = { ...row, version: row.version + 1 };
		const what = moved
			? {
					change: 'verplaatst' as const,
					action: 'afspraak.move',
					before: row.startsAt,
					after: draft.startsAt
				}
			: { change: 'gewijzigd' as const, action: 'afspraak.update' };
		await record(tx, actor, next, what, now);
		return { kind: 'bewaard' };
	});
}

/** Calls an appointment off, with a reason that the participant reads in the own language. */
export async function cancelAppointment(
	actor: Staff,
	key: { inburgeraarId: string; id: string },
	form: { version: number; reason: CancelReason },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return edit(actor, key, async (tx, row) => {
		if (row.status !== 'gepland') return { kind: 'gesloten' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		await updateAppointment(tx, row, { status: 'afgezegd', cancelReason: form.reason });
		const next = { ...row, version: row.version + 1 };
		await record(tx, actor, next, { change: 'afgezegd', action: 'afspraak.cancel' }, now);
		return { kind: 'bewaard' };
	});
}

/** Records whether the participant came. Refused (`gesloten`) before the appointment begins. */
export async function recordOutcome(
	actor: Staff,
	key: { inburgeraarId: string; id: string },
	form: { version: number; outcome: 'geweest' | 'niet_gekomen' },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return edit(actor, key, async (tx, row) => {
		if (row.status === form.outcome) return { kind: 'bewaard' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		if (Temporal.Instant.compare(row.startsAt, now) > 0) return { kind: 'gesloten' };
		await updateAppointment(tx, row, { status: form.outcome });
		const next = { ...row, version: row.version + 1 };
		await record(tx, actor, next, { change: form.outcome, action: 'afspraak.outcome' }, now);
		return { kind: 'bewaard' };
	});
}

/** Finds the appointment in the actor's scope, and refuses one that was called off. */
async function edit(
	actor: Staff,
	{ inburgeraarId, id }: { inburgeraarId: string; id: string },
	change: (tx: Writer, row: Appointment, dossier: Dossier) => Promise<Changed | undefined>
): Promise<Changed | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		const row = dossier && (await findAppointment(tx, inburgeraarId, id));
		if (!row || !isSeen(row, await seenSince(actor, inburgeraarId, tx))) return undefined;
		return row.status === 'afgezegd' ? { kind: 'gesloten' } : change(tx, row, dossier);
	});
}

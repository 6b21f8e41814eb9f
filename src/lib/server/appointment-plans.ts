import type { Staff } from './actor.ts';
import { clashFinder } from './appointment-clashes.ts';
import {
	applyChange,
	makeAppointment,
	writeCancel,
	type AppointmentDraft,
	type CancelForm
} from './appointment-record.ts';
import { isSeen } from './appointments.ts';
import { findAppointment, type Appointment } from './db/appointments.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import type { Dossier } from './db/inburgeraren.ts';
import { findPerson } from './db/people.ts';
import { dossierFor, seenSince } from './dossiers.ts';
import { once } from './idempotency.ts';
import { isSameZinnen } from './zinnen.ts';

export type { AppointmentDraft } from './appointment-record.ts';
/** Worth a second look, and allowed. `feestdag`: a later week of a series would move to a holiday, and stays. */
export type Warning = 'verleden' | 'overlap' | 'les' | 'feestdag';
/** `dubbel`: the same person has the same kind at the same moment already; never made a second time. */
type Stopped = { kind: 'let_op'; warnings: Warning[] } | { kind: 'dubbel' };
export type Planned = { kind: 'gepland'; id: string } | Stopped;
export type Changed =
	{ kind: 'bewaard' } | Stopped | { kind: 'conflict'; standing: Appointment } | { kind: 'gesloten' };

const createAction = 'afspraak.create';

/** Why an appointment is not written as it is; undefined when nothing stands in the way. */
export async function stopFor(
	tx: Reader,
	inburgeraarId: string,
	draft: AppointmentDraft,
	form: { isSure: boolean; id?: string },
	now: Temporal.Instant
): Promise<Stopped | undefined> {
	const clashes = (await clashFinder(tx, [inburgeraarId], [draft], form.id ? [form.id] : []))(inburgeraarId, draft); // prettier-ignore
	const has = (what: (typeof clashes)[number]['what']) => clashes.some((clash) => clash.what === what);
	if (has('dubbel')) return { kind: 'dubbel' };
	if (form.isSure) return undefined;
	const warnings: Warning[] = [
		...(Temporal.Instant.compare(draft.startsAt, now) < 0 ? (['verleden'] as const) : []),
		...(has('afspraak') ? (['overlap'] as const) : []),
		...(has('les') ? (['les'] as const) : [])
	];
	return warnings.length > 0 ? { kind: 'let_op', warnings } : undefined;
}

/** An appointment is with the actor, the consultant of the person, whom it was with already, or somebody by name. */
export const mayBeWith = (
	draft: Pick<AppointmentDraft, 'withPersonId'>,
	...ids: (string | null | undefined)[]
) => draft.withPersonId === null || ids.includes(draft.withPersonId);

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

/**
 * Plans an appointment. What deserves a second look comes back as warnings, until `isSure`; an exact double never goes.
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
		const stop = isRepeated ? undefined : await stopFor(tx, inburgeraarId, draft, form, now);
		if (stop) return stop;
		const payload = { inburgeraarId, draft };
		const id = await once(tx, actor, { action: createAction, key: form.key, payload }, now, () =>
			makeAppointment(tx, actor, { ...draft, inburgeraarId }, now)
		);
		return { kind: 'gepland', id };
	});
}

export const draftFields = ['kind', 'minutes', 'locationKind', 'place', 'address', 'withPersonId', 'withName', 'bring', 'interpreterMode', 'interpreterLanguage', 'interpreterDialect', 'isInterpreterArranged', 'toelichting'] as const; // prettier-ignore
const isMoved = (row: Appointment, draft: AppointmentDraft) => !row.startsAt.equals(draft.startsAt);
const isEqual = (row: Appointment, draft: AppointmentDraft) =>
	!isMoved(row, draft) &&
	isSameZinnen(row.zinnen, draft.zinnen === undefined ? row.zinnen : draft.zinnen) &&
	draftFields.every((name) => JSON.stringify(row[name] ?? null) === JSON.stringify(draft[name] ?? null));

/** Moves or changes an appointment. Another day or time asks the participant for a new answer. */
export async function changeAppointment(
	actor: Staff,
	key: { inburgeraarId: string; id: string },
	draft: AppointmentDraft,
	form: { version: number; isSure: boolean },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row, dossier) => {
		if (!mayBeWith(draft, actor.id, dossier.consulentId, row.withPersonId)) return undefined;
		if (row.status !== 'gepland') return { kind: 'gesloten' };
		if (isEqual(row, draft)) return { kind: 'bewaard' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		const isQuiet = !isMoved(row, draft) && row.minutes === draft.minutes && row.kind === draft.kind;
		const checked = { isSure: form.isSure, id: row.id };
		const stop = isQuiet ? undefined : await stopFor(tx, row.inburgeraarId, draft, checked, now);
		if (stop) return stop;
		await applyChange(tx, actor, row, draft, now);
		return { kind: 'bewaard' };
	});
}

/** Calls an appointment off, with a reason that the participant reads in the own language. */
export async function cancelAppointment(
	actor: Staff,
	key: { inburgeraarId: string; id: string },
	form: CancelForm & { version: number },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row) => {
		if (row.status !== 'gepland') return { kind: 'gesloten' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		await writeCancel(tx, actor, row, form, now);
		return { kind: 'bewaard' };
	});
}

/** Finds the appointment in the actor's scope, and refuses one that was called off. */
export async function editAppointment(
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

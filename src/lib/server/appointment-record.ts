import type { AppointmentChange, CancelReason, ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { cancelColumns, insertAppointment, insertAppointmentChange, updateAppointment, type Appointment } from './db/appointments.ts'; // prettier-ignore
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { newId } from './ids.ts';

/** What a consultant decides of an appointment; `zinnen` absent: they stay as they are. Exactly one of `withPersonId` and `withName`, or neither. */
export type AppointmentDraft = Pick<Appointment, 'kind' | 'startsAt' | 'minutes' | 'locationKind' | 'place' | 'address' | 'withPersonId' | 'withName' | 'bring' | 'interpreterMode' | 'interpreterLanguage' | 'isInterpreterArranged' | 'toelichting'> &
	Partial<Pick<Appointment, 'interpreterDialect' | 'zinnen'>>; // prettier-ignore

export interface RecordedAs {
	change: AppointmentChange;
	action: string;
	before?: Temporal.Instant;
	after?: Temporal.Instant;
	/** Why, in phrases of the phrase-book. */
	why?: readonly ZinGebruik[];
	outcome?: Pick<Appointment, 'absenceReason' | 'isNietVerwijtbaar'>;
}

/** History row, audit event and notice of a change, in the transaction of the change itself. */
export async function recordChange(
	tx: Writer,
	actor: Staff,
	row: { inburgeraarId: string; id: string; version: number },
	what: RecordedAs,
	now: Temporal.Instant
): Promise<void> {
	const { inburgeraarId, id } = row;
	await insertAppointmentChange(tx, {
		...{ inburgeraarId, id: newId(), appointmentId: id, change: what.change },
		...{ startsAtBefore: what.before ?? null, startsAtAfter: what.after ?? null },
		...{ zinnen: what.why?.length ? [...what.why] : null, ...what.outcome },
		...{ recordedBy: actor.id, recordedAt: now }
	});
	await recordAudit(tx, actor, { action: what.action, objectType: 'afspraak', objectId: id, subjectId: inburgeraarId }, now); // prettier-ignore
	await insertNotice(tx, { kind: 'afspraak', personId: inburgeraarId, dedupeKey: `afspraak:${id}:${row.version}` }, now); // prettier-ignore
}

/** Makes an appointment of somebody and tells them. Returns its id. */
export async function makeAppointment(
	tx: Writer,
	actor: Staff,
	row: AppointmentDraft & { inburgeraarId: string } & Partial<Pick<Appointment, 'groupId' | 'seriesId'>>,
	now: Temporal.Instant
): Promise<string> {
	const key = { inburgeraarId: row.inburgeraarId, id: newId(), version: 1 };
	await insertAppointment(tx, { ...row, ...key, createdBy: actor.id, createdAt: now });
	const what = { change: 'gemaakt' as const, action: 'afspraak.create', after: row.startsAt };
	await recordChange(tx, actor, key, what, now);
	return key.id;
}

export const noAnswer = { answer: 'geen', cannotReason: null, proposal: null, answeredAt: null } as const;

/** Writes a change of an appointment at its version; another moment asks the participant for a new answer. */
export async function applyChange(
	tx: Writer,
	actor: Staff,
	row: Appointment,
	set: Partial<AppointmentDraft>,
	now: Temporal.Instant,
	why?: readonly ZinGebruik[]
): Promise<void> {
	const after = set.startsAt;
	const isMoved = after !== undefined && !after.equals(row.startsAt);
	await updateAppointment(tx, row, { ...set, ...(isMoved ? noAnswer : {}) });
	const next = { ...row, version: row.version + 1 };
	const what: RecordedAs = isMoved
		? { change: 'verplaatst', action: 'afspraak.move', before: row.startsAt, after, why }
		: { change: 'gewijzigd', action: 'afspraak.update', why };
	await recordChange(tx, actor, next, what, now);
}

/** Why an appointment is called off: a reason, and phrases that say more. */
export interface CancelForm {
	reason: CancelReason;
	why?: readonly ZinGebruik[];
}

/** Calls an appointment off and tells the participant. */
export async function writeCancel(
	tx: Writer,
	actor: Staff,
	row: Appointment,
	{ reason, why }: CancelForm,
	now: Temporal.Instant
): Promise<void> {
	await updateAppointment(tx, row, { status: 'afgezegd', ...cancelColumns(reason) });
	const next = { ...row, version: row.version + 1 };
	await recordChange(tx, actor, next, { change: 'afgezegd', action: 'afspraak.cancel', why }, now);
}

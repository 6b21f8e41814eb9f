import type { AbsenceReason } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { editAppointment, stopFor, type Changed } from './appointment-plans.ts';
import { applyChange, noAnswer, recordChange } from './appointment-record.ts';
import { momentOf } from './clock.ts';
import { updateAppointment, type Appointment } from './db/appointments.ts';
import type { Writer } from './db/database.ts';

type Key = { inburgeraarId: string; id: string };

/** How it went. The reason is what the person says; whether that excuses them is the consultant's word, never computed. */
export interface Outcome {
	outcome: 'geweest' | 'niet_gekomen';
	absenceReason?: AbsenceReason | null;
	/** Absent: nothing is said about it. */
	isNietVerwijtbaar?: boolean | null;
}

/** The columns of an outcome: who came has no reason for not coming. */
const columnsOf = ({ outcome, absenceReason, isNietVerwijtbaar }: Outcome) => ({
	status: outcome,
	absenceReason: outcome === 'geweest' ? null : (absenceReason ?? null),
	isNietVerwijtbaar: outcome === 'geweest' ? null : (isNietVerwijtbaar ?? null)
});

const stands = (row: Appointment, outcome: Outcome) => {
	const set = columnsOf(outcome);
	return Object.entries(set).every(([name, value]) => row[name as keyof typeof set] === value);
};

/** Writes an outcome with its history row; false when it says what stands there already. */
export async function writeOutcome(
	tx: Writer,
	actor: Staff,
	row: Appointment,
	outcome: Outcome,
	now: Temporal.Instant
): Promise<boolean> {
	if (stands(row, outcome)) return false;
	const set = columnsOf(outcome);
	await updateAppointment(tx, row, set);
	const next = { ...row, version: row.version + 1 };
	const { absenceReason, isNietVerwijtbaar } = set;
	const what = { change: outcome.outcome, action: 'afspraak.outcome', outcome: { absenceReason, isNietVerwijtbaar } }; // prettier-ignore
	await recordChange(tx, actor, next, what, now);
	return true;
}

export const hasBegun = (row: Pick<Appointment, 'startsAt'>, now: Temporal.Instant): boolean =>
	Temporal.Instant.compare(row.startsAt, now) <= 0;

/** Records how it went; a correction adds a row to the history. Refused (`gesloten`) before the appointment begins. */
export async function recordOutcome(
	actor: Staff,
	key: Key,
	form: Outcome & { version: number },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row) => {
		if (stands(row, form)) return { kind: 'bewaard' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		if (!hasBegun(row, now)) return { kind: 'gesloten' };
		await writeOutcome(tx, actor, row, form, now);
		return { kind: 'bewaard' };
	});
}

/**
 * Moves an appointment to the day that the participant proposed, in one step. An interpreter who was arranged for the
 * old moment is to be arranged again.
 * @param form.time local time on that day
 */
export async function acceptProposal(
	actor: Staff,
	key: Key,
	form: { version: number; time: string; isSure: boolean },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row) => {
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		const day = row.proposal && Temporal.PlainDate.from(row.proposal.day);
		const startsAt = day && momentOf(day, form.time);
		if (!startsAt || row.status !== 'gepland') return { kind: 'gesloten' };
		const stop = await stopFor(tx, row.inburgeraarId, { ...row, startsAt }, { ...form, id: row.id }, now);
		if (stop) return stop;
		await applyChange(tx, actor, row, { startsAt, isInterpreterArranged: false }, now);
		return { kind: 'bewaard' };
	});
}

/** The appointment stays as it is, although the participant asked for something else: they are asked again. */
export async function keepAppointment(
	actor: Staff,
	key: Key,
	form: { version: number },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row) => {
		if (row.answer === 'geen') return { kind: 'bewaard' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		if (row.status !== 'gepland') return { kind: 'gesloten' };
		await updateAppointment(tx, row, noAnswer);
		const next = { ...row, version: row.version + 1 };
		await recordChange(tx, actor, next, { change: 'gewijzigd', action: 'afspraak.keep' }, now);
		return { kind: 'bewaard' };
	});
}

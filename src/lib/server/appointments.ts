import { dagenTussen } from '#lib/domain/dag.ts';
import type { LocaleId, ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { findAppointment, listAppointmentChanges, listAppointmentsAfter, listAppointmentsUntil, type Appointment, type RecordedChange } from './db/appointments.ts'; // prettier-ignore
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { dossierToRead, isSince, seenSince } from './dossiers.ts';
import { dayText, momentText, type DayText, type MomentText } from './format.ts';

/** An appointment, where it stood before it was moved for the last time, and why it moved or is off. */
export type AppointmentRow = Appointment & { movedFrom: Temporal.Instant | null; why: ZinGebruik[] | null };

const aDay = { hours: 24 };
const shownOfThePast = 100;

/** An appointment is next until it ends; one that was cancelled until it would have ended. */
export const isOver = (row: Pick<Appointment, 'startsAt' | 'minutes'>, now: Temporal.Instant): boolean =>
	Temporal.Instant.compare(row.startsAt.add({ minutes: row.minutes }), now) <= 0;

/** What the former municipality planned stays there, except what goes on: an exam is with DUO. */
export const isSeen = (
	row: Pick<Appointment, 'createdAt' | 'startsAt' | 'status'>,
	since: Temporal.Instant | undefined
): boolean => isSince(row.createdAt, since) || (isSince(row.startsAt, since) && row.status !== 'afgezegd');

async function withMoves(tx: Reader, inburgeraarId: string, rows: Appointment[]): Promise<AppointmentRow[]> {
	const ids = rows.map(({ id }) => id);
	const changes = Map.groupBy(
		await listAppointmentChanges(tx, inburgeraarId, ids),
		({ appointmentId }) => appointmentId
	);
	return rows.map((row) => ({ ...row, ...standingOf(changes.get(row.id) ?? []) }));
}

/** What the changes of an appointment, the first one first, say about how it stands. */
function standingOf(changes: readonly RecordedChange[]): Pick<AppointmentRow, 'movedFrom' | 'why'> {
	const movedFrom = changes.findLast(({ change }) => change === 'verplaatst')?.startsAtBefore ?? null;
	const last = changes.findLast(
		({ change, zinnen }) => zinnen ?? ['verplaatst', 'afgezegd'].includes(change)
	);
	return { movedFrom, why: last?.zinnen ?? null };
}

async function upcoming(tx: Reader, inburgeraarId: string, now: Temporal.Instant): Promise<AppointmentRow[]> {
	const rows = await listAppointmentsAfter(tx, inburgeraarId, now.subtract(aDay));
	return withMoves(tx, inburgeraarId, rows.filter((row) => !isOver(row, now))); // prettier-ignore
}

/** Appointments that are not over yet, cancelled ones too, the first one first. Undefined: not the actor's to see. */
export async function upcomingAppointments(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<AppointmentRow[] | undefined> {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId))) return undefined;
	const since = await seenSince(actor, inburgeraarId);
	return (await upcoming(read, inburgeraarId, now)).filter((row) => isSeen(row, since));
}

/** The first appointment of the participant that goes on and is not over yet. */
export async function nextAppointment(
	actor: Inburgeraar,
	now: Temporal.Instant
): Promise<AppointmentRow | undefined> {
	return (await upcoming(database().read, actor.id, now)).find((row) => row.status === 'gepland');
}

/** What is over, the last one first, at most a hundred. Undefined: not the actor's to see. */
export async function pastAppointments(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<AppointmentRow[] | undefined> {
	if (!(await dossierToRead(actor, inburgeraarId))) return undefined;
	const { read } = database();
	const rows = await listAppointmentsUntil(read, inburgeraarId, now, shownOfThePast);
	const since = await seenSince(actor, inburgeraarId);
	return withMoves(read, inburgeraarId, rows.filter((row) => isOver(row, now) && isSeen(row, since))); // prettier-ignore
}

/** One appointment with everything that happened to it, the first change first. Undefined: not the actor's to see. */
export async function appointmentOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	id: string
): Promise<{ appointment: AppointmentRow; changes: RecordedChange[] } | undefined> {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId))) return undefined;
	const row = await findAppointment(read, inburgeraarId, id);
	if (!row || !isSeen(row, await seenSince(actor, inburgeraarId))) return undefined;
	const changes = await listAppointmentChanges(read, inburgeraarId, [id]);
	return { appointment: { ...row, ...standingOf(changes) }, changes };
}

/** What a page shows of an appointment: codes, and days and moments as strings. `cardOf` in lib/ui gives it words. */
export type AppointmentText = Pick<AppointmentRow, 'id' | 'kind' | 'minutes' | 'locationKind' | 'place' | 'address' | 'bring' | 'interpreterMode' | 'interpreterLanguage' | 'isInterpreterArranged' | 'toelichting' | 'status' | 'cancelReason' | 'answer' | 'cannotReason' | 'version'> & {
	moment: MomentText;
	/** Calendar days from today: 0 today, 1 tomorrow, negative in the past. */
	days: number;
	isOver: boolean;
	/** Who it is with: the colleague, or the name that was typed. */
	with: string | null;
	answeredAt: MomentText | null;
	proposal: { day: DayText; part: 'ochtend' | 'middag' | 'avond' } | null;
	movedFrom: MomentText | null;
}; // prettier-ignore

export function appointmentText(
	row: Omit<AppointmentRow, 'why'>,
	locale: LocaleId,
	now: Temporal.Instant
): AppointmentText {
	const { id, kind, minutes, locationKind, place, address, bring, interpreterMode, interpreterLanguage, isInterpreterArranged, toelichting, status, cancelReason, answer, cannotReason, version } = row; // prettier-ignore
	return {
		...{ id, kind, minutes, locationKind, place, address, bring, interpreterMode, interpreterLanguage },
		...{ isInterpreterArranged, toelichting, status, cancelReason, answer, cannotReason, version },
		moment: momentText(row.startsAt, locale, minutes),
		days: dagenTussen(dayOf(now), dayOf(row.startsAt)),
		isOver: isOver(row, now),
		with: row.withName ?? row.withPersonName,
		answeredAt: row.answeredAt && momentText(row.answeredAt, locale),
		proposal: row.proposal && {
			day: dayText(Temporal.PlainDate.from(row.proposal.day), locale),
			part: row.proposal.part
		},
		movedFrom: row.movedFrom && momentText(row.movedFrom, locale)
	};
}

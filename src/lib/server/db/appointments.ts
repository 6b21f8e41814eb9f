import { and, asc, desc, eq, gt, gte, inArray, lte } from 'drizzle-orm';
import type { CancelReason } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import { appointmentChanges, appointments, people } from './schema.ts';

type Columns = typeof appointments.$inferSelect;
/** An appointment, with the name of the colleague it is with. */
export type Appointment = Omit<Columns, 'cancelReason' | 'newerCancelReason'> & {
	cancelReason: CancelReason | null;
	withPersonName: string | null;
};
export type AppointmentChangeRow = typeof appointmentChanges.$inferSelect;
/** What is recorded of a change, and the name of who recorded it. */
export type RecordedChange = AppointmentChangeRow & { recordedByName: string };

/** A reason stands in one of two columns, by whether the CHECK of the table knows it (decision 0039). */
export const cancelColumns = (reason: CancelReason) =>
	reason === 'verplaatst'
		? { cancelReason: 'anders' as const, newerCancelReason: reason }
		: { cancelReason: reason, newerCancelReason: null };

export const withReason = <Row extends Columns>({ newerCancelReason, cancelReason, ...row }: Row) => ({
	...row,
	cancelReason: newerCancelReason ?? cancelReason
});

const flat = (rows: { appointment: Columns; withPersonName: string | null }[]): Appointment[] =>
	rows.map(({ appointment, withPersonName }) => ({ ...withReason(appointment), withPersonName }));

const selection = (tx: Reader) =>
	tx
		.select({ appointment: appointments, withPersonName: people.name })
		.from(appointments)
		.leftJoin(people, eq(people.id, appointments.withPersonId));

/** Appointments of a person that start after `after`, the first one first. */
export async function listAppointmentsAfter(
	tx: Reader,
	inburgeraarId: string,
	after: Temporal.Instant
): Promise<Appointment[]> {
	const where = and(eq(appointments.inburgeraarId, inburgeraarId), gt(appointments.startsAt, after));
	return flat(
		await selection(tx).where(where).orderBy(asc(appointments.startsAt), asc(appointments.id)).limit(200)
	);
}

/** Appointments of a person that started at `until` or before, the last one first. */
export async function listAppointmentsUntil(
	tx: Reader,
	inburgeraarId: string,
	until: Temporal.Instant,
	limit: number
): Promise<Appointment[]> {
	const where = and(eq(appointments.inburgeraarId, inburgeraarId), lte(appointments.startsAt, until));
	return flat(
		await selection(tx).where(where).orderBy(desc(appointments.startsAt), desc(appointments.id)).limit(limit)
	);
}

export async function findAppointment(
	tx: Reader,
	inburgeraarId: string,
	id: string
): Promise<Appointment | undefined> {
	const where = and(eq(appointments.inburgeraarId, inburgeraarId), eq(appointments.id, id));
	return flat(await selection(tx).where(where))[0];
}

/** What is still planned of a series from `from` on, the first one first. */
export async function listSeries(
	tx: Reader,
	inburgeraarId: string,
	seriesId: string,
	from: Temporal.Instant
): Promise<Appointment[]> {
	const where = and(
		eq(appointments.inburgeraarId, inburgeraarId),
		eq(appointments.seriesId, seriesId),
		eq(appointments.status, 'gepland'),
		gte(appointments.startsAt, from)
	);
	return flat(await selection(tx).where(where).orderBy(asc(appointments.startsAt), asc(appointments.id)));
}

export async function insertAppointment(tx: Writer, row: typeof appointments.$inferInsert): Promise<void> {
	await tx.insert(appointments).values(row);
}

/** False when the row is no longer at `version`. */
export async function updateAppointment(
	tx: Writer,
	key: { inburgeraarId: string; id: string; version: number },
	set: Partial<Omit<Columns, 'inburgeraarId' | 'id' | 'version'>>
): Promise<boolean> {
	const where = and(
		eq(appointments.inburgeraarId, key.inburgeraarId),
		eq(appointments.id, key.id),
		eq(appointments.version, key.version)
	);
	const changed = await tx
		.update(appointments)
		.set({ ...set, version: key.version + 1 })
		.where(where)
		.returning({ id: appointments.id });
	return changed.length === 1;
}

export async function insertAppointmentChange(
	tx: Writer,
	row: typeof appointmentChanges.$inferInsert
): Promise<void> {
	await tx.insert(appointmentChanges).values(row);
}

/** The changes of these appointments, the first one first. */
export async function listAppointmentChanges(
	tx: Reader,
	inburgeraarId: string,
	appointmentIds: readonly string[]
): Promise<RecordedChange[]> {
	if (appointmentIds.length === 0) return [];
	const rows = await tx
		.select({ change: appointmentChanges, recordedByName: people.name })
		.from(appointmentChanges)
		.innerJoin(people, eq(people.id, appointmentChanges.recordedBy))
		.where(
			and(
				eq(appointmentChanges.inburgeraarId, inburgeraarId),
				inArray(appointmentChanges.appointmentId, [...appointmentIds])
			)
		)
		.orderBy(asc(appointmentChanges.recordedAt), asc(appointmentChanges.id));
	return rows.map(({ change, recordedByName }) => ({ ...change, recordedByName }));
}

import { at, type Calendar } from './calendar.ts';
import { demoId, personaIds, personId } from './ids.ts';
import type { Appointment, Life } from './life.ts';
import { places } from './places.ts';
import { consulentOn } from './rows-of.ts';
import type { Rows } from './rows.ts';

const locationOf = ({ where }: Appointment) => {
	switch (where) {
		case 'telefoon':
		case 'video':
		case 'thuis':
			return { locationKind: where };
		default:
			return { locationKind: 'plaats' as const, ...places[where] };
	}
};

/** Appointments, each with the changes that led to how it stands now. */
export function addAppointments(rows: Rows, life: Life, days: Calendar): void {
	for (const appointment of life.appointments ?? []) {
		const { day, time, answer = 'geen', interpreter = 'geen', proposal } = appointment;
		const startsAt = at(day, time);
		const isPast = Temporal.Instant.compare(startsAt, days.now) < 0;
		const status = appointment.status ?? (isPast ? 'geweest' : 'gepland');
		const staff = appointment.with ?? consulentOn(life, day);
		const inburgeraarId = personId(life.key);
		rows.appointments.push({
			inburgeraarId,
			id: demoId(life.key, 'appointment', appointment.id),
			kind: appointment.kind,
			startsAt,
			minutes: appointment.minutes,
			...locationOf(appointment),
			withPersonId: appointment.withName ? null : personaIds[staff],
			withName: appointment.withName,
			bring: appointment.bring ?? [],
			interpreterMode: interpreter,
			interpreterLanguage: interpreter === 'geen' ? null : life.tolktaal,
			isInterpreterArranged: appointment.isInterpreterArranged ?? (interpreter !== 'geen' && isPast),
			toelichting: appointment.toelichting,
			status,
			cancelReason: appointment.cancelReason,
			answer,
			cannotReason: appointment.cannotReason,
			proposal: proposal ? { ...proposal, day: proposal.day.toString() } : null,
			answeredAt: answer === 'geen' ? null : answeredAt(appointment, days),
			groupId: appointment.group ? demoId('group', appointment.group) : null,
			seriesId: appointment.series ? demoId(life.key, 'series', appointment.series) : null,
			createdBy: personaIds[consulentOn(life, day)],
			createdAt: madeAt(appointment, days)
		});
		addChanges(rows, life, appointment, status, days);
	}
}

const madeAt = ({ day, madeOn }: Appointment, days: Calendar) =>
	days.past(madeOn ?? (Temporal.PlainDate.compare(day.subtract({ days: 14 }), days.today) < 0 ? day.subtract({ days: 14 }) : days.ago({ days: 20 })), '09:50'); // prettier-ignore
/** The evening of the day after it was made. */
const answeredAt = (appointment: Appointment, days: Calendar) => {
	const next = madeAt(appointment, days).add({ hours: 34 });
	return Temporal.Instant.compare(next, days.now) < 0 ? next : days.now;
};

function addChanges(
	rows: Rows,
	life: Life,
	appointment: Appointment,
	status: NonNullable<Appointment['status']>,
	days: Calendar
): void {
	const { day, time, movedFrom, answer = 'geen' } = appointment;
	const inburgeraarId = personId(life.key);
	const staff = personaIds[consulentOn(life, day)];
	const startsAt = at(day, time);
	const before = movedFrom ? at(movedFrom.day, movedFrom.time) : startsAt;
	const base = {
		inburgeraarId,
		appointmentId: demoId(life.key, 'appointment', appointment.id),
		recordedBy: staff
	};
	const id = (change: string) => demoId(life.key, 'appointment', appointment.id, change);
	const made = madeAt(appointment, days);
	const changes = rows.appointmentChanges;
	changes.push({ ...base, id: id('gemaakt'), change: 'gemaakt', startsAtAfter: before, recordedAt: made });
	if (answer !== 'geen')
		changes.push({
			...base,
			id: id(answer),
			change: answer,
			recordedBy: inburgeraarId,
			recordedAt: answeredAt(appointment, days)
		});
	if (movedFrom)
		changes.push({
			...base,
			id: id('verplaatst'),
			change: 'verplaatst',
			startsAtBefore: before,
			startsAtAfter: startsAt,
			recordedAt: days.past(days.ago({ days: 1 }), '14:05')
		});
	if (status === 'gepland') return;
	const recordedAt =
		status === 'afgezegd' ? days.past(day.subtract({ days: 1 }), '12:00') : days.past(day, '17:00');
	changes.push({ ...base, id: id(status), change: status, recordedAt });
}

import type { z } from 'zod';
import { absenceReasons, type AppointmentKind, type HourCategory } from '#lib/domain/vocabulary.ts';
import type { Outcome } from '#lib/server/appointment-outcomes.ts';
import type { AppointmentRow } from '#lib/server/appointments.ts';
import { dayOf } from '#lib/server/clock.ts';
import { choice, optional } from '#lib/server/web/form.ts';

/** How an appointment went. Whether somebody is to blame is said by the consultant, or not at all. */
export const outcomeFields = {
	afloop: choice(['geweest', 'niet_gekomen']),
	waarom: optional(choice(absenceReasons)),
	verwijt: optional(choice(['niet', 'wel']))
};

export const outcomeOf = ({
	afloop,
	waarom,
	verwijt
}: z.infer<z.ZodObject<typeof outcomeFields>>): Outcome => ({
	outcome: afloop,
	absenceReason: waarom ?? null,
	isNietVerwijtbaar: verwijt === undefined ? null : verwijt === 'niet'
});

/** Appointments of which hours can be recorded, and as what. */
export const hoursOfKind: Partial<Record<AppointmentKind, HourCategory>> = {
	les: 'nt2',
	pvt_bijeenkomst: 'pvt',
	excursie: 'pvt',
	praktijk: 'module_map_praktijk',
	workshop: 'participatie'
};

/** What can be done next, with what is known already filled in. */
export function nextOf({ id, kind, status, startsAt, minutes }: AppointmentRow) {
	const category = status === 'geweest' ? hoursOfKind[kind] : undefined;
	const hours = new URLSearchParams({ soort: category ?? '', dag: dayOf(startsAt).toString(), duur: `${minutes} min` }); // prettier-ignore
	return {
		again: status === 'niet_gekomen' || status === 'afgezegd' ? `afspraken/nieuw?van=${id}` : null,
		contact: status === 'niet_gekomen' ? '#contact' : null,
		hours: category ? `uren?${hours.toString()}#form` : null
	};
}

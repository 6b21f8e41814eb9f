import type { AppointmentKind, ContactChannel, TrajectEventKind } from './vocabulary.ts';

/** Appointments in which staff speak with the person: who came was reached, so that nobody writes it down again. */
export const contactOfAppointment = {
	gesprek: 'bezoek',
	voortgangsgesprek: 'bezoek',
	brede_intake: 'bezoek',
	leerbaarheidstoets: 'bezoek',
	pip_gesprek: 'bezoek',
	pvt_ondertekening: 'bezoek',
	eindgesprek_map: 'bezoek',
	eindgesprek_z: 'bezoek',
	huisbezoek: 'huisbezoek'
} as const satisfies Partial<Record<AppointmentKind, ContactChannel>>;

export const isTalk = (kind: AppointmentKind): kind is keyof typeof contactOfAppointment =>
	Object.hasOwn(contactOfAppointment, kind);

/** Recorded steps of a traject that are such a talk. */
export const contactOfStap = {
	intake_gesprek: 'bezoek',
	voortgangsgesprek: 'bezoek',
	module_map_eindgesprek: 'bezoek',
	z_eindgesprek: 'bezoek'
} as const satisfies Partial<Record<TrajectEventKind, ContactChannel>>;

export const isGesprekstap = (kind: TrajectEventKind): kind is keyof typeof contactOfStap =>
	Object.hasOwn(contactOfStap, kind);

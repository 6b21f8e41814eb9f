import type { AppointmentKind, ContactChannel } from './vocabulary.ts';

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

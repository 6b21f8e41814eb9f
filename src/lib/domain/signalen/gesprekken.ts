import type { AppointmentKind, TrajectEventKind } from '#lib/domain/vocabulary.ts';

/** Appointments in which somebody of the municipality speaks with the person: they count as contact. */
export const gesprekken: readonly AppointmentKind[] = ['gesprek', 'voortgangsgesprek', 'brede_intake', 'leerbaarheidstoets', 'pip_gesprek', 'pvt_ondertekening', 'eindgesprek_map', 'eindgesprek_z', 'huisbezoek']; // prettier-ignore

/** Recorded steps of a traject that are such a talk. */
export const gesprekstappen: readonly TrajectEventKind[] = ['intake_gesprek', 'voortgangsgesprek', 'module_map_eindgesprek', 'z_eindgesprek']; // prettier-ignore

import { appointmentText, pastAppointments, upcomingAppointments } from '#lib/server/appointments.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { now, locale } = locals;
	found(await openDossier(actor, params.id, 'afspraken', now));
	const upcoming = found(await upcomingAppointments(actor, params.id, now));
	const past = found(await pastAppointments(actor, params.id, now));
	return {
		upcoming: upcoming.map((row) => appointmentText(row, locale, now)),
		past: past.map((row) => appointmentText(row, locale, now))
	};
};

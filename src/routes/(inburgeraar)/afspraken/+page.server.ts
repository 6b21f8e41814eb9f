import { appointmentText, pastAppointments, upcomingAppointments } from '#lib/server/appointments.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { readZinnen } from '#lib/server/zinnen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const { now, locale } = locals;
	const upcoming = found(await upcomingAppointments(actor, actor.id, now));
	const past = found(await pastAppointments(actor, actor.id, now));
	const next = upcoming.find(({ status }) => status === 'gepland');
	return {
		next: next ? appointmentText(next, locale, now) : null,
		zinnen: await readZinnen(next?.zinnen ?? null, locale),
		later: upcoming.filter((row) => row !== next).map((row) => appointmentText(row, locale, now)),
		past: past.map((row) => appointmentText(row, locale, now))
	};
};

import { appointmentText, pastAppointments, upcomingAppointments } from '#lib/server/appointments.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { readZinLists, readZinnen } from '#lib/server/zinnen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const { now, locale } = locals;
	const upcoming = found(await upcomingAppointments(actor, actor.id, now));
	const past = found(await pastAppointments(actor, actor.id, now));
	const next = upcoming.find(({ status }) => status === 'gepland');
	const whys = await readZinLists(upcoming.map(({ why }) => why), locale); // prettier-ignore
	const shown = upcoming.map((row, n) => ({ ...appointmentText(row, locale, now), why: whys[n] ?? [] }));
	return {
		next: shown.find(({ id }) => id === next?.id) ?? null,
		zinnen: await readZinnen(next?.zinnen ?? null, locale),
		later: shown.filter(({ id }) => id !== next?.id),
		past: past.map((row) => appointmentText(row, locale, now))
	};
};

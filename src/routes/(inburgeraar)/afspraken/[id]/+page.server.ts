import { appointmentOf, appointmentText } from '#lib/server/appointments.ts';
import { momentText } from '#lib/server/format.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { readZinnen } from '#lib/server/zinnen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const { appointment, changes } = found(await appointmentOf(actor, actor.id, params.id));
	return {
		appointment: appointmentText(appointment, locals.locale, locals.now),
		zinnen: await readZinnen(appointment.zinnen, locals.locale),
		why: await readZinnen(appointment.why, locals.locale),
		history: changes
			.toReversed()
			.map(({ id, change, recordedAt }) => ({ id, change, at: momentText(recordedAt, locals.locale) }))
	};
};

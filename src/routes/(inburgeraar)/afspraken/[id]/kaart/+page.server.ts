import { appointmentOf, appointmentText } from '#lib/server/appointments.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const { appointment } = found(await appointmentOf(actor, actor.id, params.id));
	const { moment, ...shown } = appointmentText(appointment, 'nl', locals.now);
	return { appointment: shown, moment, name: actor.name, language: actor.locale };
};

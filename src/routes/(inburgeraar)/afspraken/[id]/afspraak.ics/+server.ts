import { m } from '#lib/paraglide/messages.js';
import { appointmentFile } from '#lib/server/calendar.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const title = m.agenda_titel({}, { locale: 'nl' });
	return new Response(found(await appointmentFile(actor, params.id, title, locals.now)), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="afspraak.ics"'
		}
	});
};

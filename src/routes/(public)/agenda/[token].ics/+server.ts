import { m } from '#lib/paraglide/messages.js';
import { calendarOf } from '#lib/server/calendar.ts';
import { found } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** The token is the right: a calendar on a phone cannot sign in. Revoked and never given out look the same (AC-16). */
export const GET: RequestHandler = async ({ locals, params }) => {
	const title = m.agenda_titel({}, { locale: 'nl' });
	return new Response(found(await calendarOf(params.token, title, locals.now)), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' }
	});
};

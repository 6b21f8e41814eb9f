import { redirect } from '@sveltejs/kit';
import { ownData } from '#lib/server/own-data.ts';
import { inburgeraarOf, isProven } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** Everything as one file; its name tells nothing of a person (PRIV-09). */
export const GET: RequestHandler = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	if (!isProven(actor, locals.now)) redirect(303, '/instellingen/gegevens');
	return new Response(JSON.stringify(await ownData(actor, locals.now), null, 2), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="mijn-gegevens.json"'
		}
	});
};

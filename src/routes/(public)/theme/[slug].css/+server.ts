import { themeCss } from '#lib/server/theme.ts';
import { found } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** Colours and letters of a municipality: public, the same for everybody. */
export const GET: RequestHandler = async ({ params }) =>
	new Response(found(await themeCss(params.slug)), {
		headers: { 'content-type': 'text/css; charset=utf-8' }
	});

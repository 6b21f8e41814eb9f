import { cssOf } from '#lib/server/theme.ts';
import { draftTokens } from '#lib/server/themes.ts';
import { coordinatorOf, found } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** The theme that this coordinator tries out; for nobody else it exists. */
export const GET: RequestHandler = async ({ locals }) => {
	const tokens = found(await draftTokens(coordinatorOf(locals)));
	return new Response(cssOf(tokens), { headers: { 'content-type': 'text/css; charset=utf-8' } });
};

import { planViewOf } from '#lib/server/pip-view.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const { stappen } = found(await planViewOf(actor, actor.id, locals.now));
	return { stappen };
};

import { planOf } from '#lib/server/pips.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const { versies } = found(await planOf(actor, actor.id, locals.now));
	return { versies, zinnen: await zinTekstenVan(versies, locals.locale) };
};

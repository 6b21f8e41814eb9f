import { dayOf } from '#lib/server/clock.ts';
import { planViewOf } from '#lib/server/pip-view.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const plan = found(await planViewOf(actor, actor.id, locals.now));
	const zinnen = await zinTekstenVan([plan.versie], locals.locale);
	return { plan, versie: found(plan.versie), printedOn: dayOf(locals.now).toString(), zinnen };
};

import { planOf } from '#lib/server/pips.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const { versies, huidig } = found(await planOf(actor, actor.id, locals.now));
	const versie = found(versies.find((one) => String(one.versie) === params.versie));
	return { versie, isHuidig: versie.versie === huidig?.versie };
};

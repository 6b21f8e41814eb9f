import { planOf } from '#lib/server/pips.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const { versies, huidig } = found(await planOf(actor, actor.id, locals.now));
	const versie = found(versies.find((one) => String(one.versie) === params.versie));
	const zinnen = await zinTekstenVan([versie], locals.locale);
	// What replaced a version says whether that version was a mistake.
	const isVergissing = versies.some((one) => one.versie === versie.versie + 1 && one.reden === 'correctie');
	return { versie, isHuidig: versie.versie === huidig?.versie, isVergissing, zinnen };
};

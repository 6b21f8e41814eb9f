import { locales } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { draftViewOf, planViewOf } from '#lib/server/pip-view.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

/** The draft, or with `versie=huidig` the plan in force, in the language of the participant or another one. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { person } = found(await openDossier(actor, params.id, 'pip', locals.now));
	const isHuidig = url.searchParams.get('versie') === 'huidig';
	const plan = found(await (isHuidig ? planViewOf : draftViewOf)(actor, params.id, locals.now));
	const asked = url.searchParams.get('taal') ?? person.locale;
	const taal = locales.find((locale) => locale === asked) ?? 'nl';
	const zinnen = await zinTekstenVan([plan.versie], taal);
	const blad = url.searchParams.get('blad') === '1' ? dayOf(locals.now).toString() : null;
	return {
		plan,
		isHuidig,
		blad,
		eigen: person.locale,
		reader: { locale: taal, hasDutchBeside: person.hasDutchBeside, zinnen }
	};
};

import { locales } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { planViewOf } from '#lib/server/pip-view.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

/** The plan in force on one A4, in the language of the participant. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { person } = found(await openDossier(actor, params.id, 'pip', locals.now));
	const plan = found(await planViewOf(actor, params.id, locals.now));
	const locale = locales.find((one) => one === person.locale) ?? 'nl';
	const zinnen = await zinTekstenVan([plan.versie], locale);
	return { plan, versie: found(plan.versie), printedOn: dayOf(locals.now).toString(), reader: { locale, hasDutchBeside: true, zinnen } }; // prettier-ignore
};

import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { passing } from '#lib/domain/cursussen/passing.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { getAanbod } from '#lib/server/courses.ts';
import { addToShortlist, getShortlist, removeFromShortlist } from '#lib/server/cursus-lijst.ts';
import { aanbodText, feitenText } from '#lib/server/cursus-tekst.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { readKeuze } from '../keuze.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, params }) => {
	const keuze = await readKeuze({ locals, url });
	const { actor, query, vraag } = keuze;
	const kept = actor ? (await getShortlist(actor)).kept : [];
	const own = kept.find(({ aanbod }) => aanbod.id === params.cursus)?.aanbod;
	// A course that somebody keeps can be looked at also when the catalogue does not offer it any more.
	const aanbod = found(
		own ?? (keuze.gemeenteId ? await getAanbod(keuze.gemeenteId, params.cursus) : undefined)
	);
	return {
		...{ isOwn: actor !== null, isKept: own !== undefined, query },
		aanbod: aanbodText(aanbod, passing(aanbod, vraag)),
		feiten: feitenText(aanbod, vraag, locals.locale)
	};
};

/** Nothing but the button: reads the form strictly all the same. */
const press = async (request: Request) => (await readForm(request, z.object({}))).ok || error(400);

export const actions: Actions = {
	bewaar: async ({ request, locals, url, params }) => {
		const actor = inburgeraarOf(locals);
		await press(request);
		const kept = found(await addToShortlist(actor, params.cursus, locals.now));
		const { query } = await readKeuze({ locals, url });
		redirect(303, localizeHref(`/cursussen/lijst?${kept === 'vol' ? 'vol=1&' : ''}${query}`));
	},
	weg: async ({ request, locals, url, params }) => {
		const actor = inburgeraarOf(locals);
		await press(request);
		found(await removeFromShortlist(actor, params.cursus, locals.now));
		const { query } = await readKeuze({ locals, url });
		redirect(303, localizeHref(`/cursussen/lijst?${query}`));
	}
};

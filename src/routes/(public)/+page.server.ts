import { redirect } from '@sveltejs/kit';
import { proposedLanguage } from '#lib/domain/languages.ts';
import { chosenLocale } from '#lib/server/web/language.ts';
import { startOf } from './start.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, cookies, request }) => {
	const chosen = chosenLocale(cookies);
	if (actor) redirect(303, startOf({ role: actor.role, locale: chosen ?? actor.locale }));
	return {
		/** A language was chosen by hand: in the address, or before in this browser. */
		isChosen: locale !== 'nl' || chosen !== undefined,
		proposed: proposedLanguage(request.headers.get('accept-language'))
	};
};

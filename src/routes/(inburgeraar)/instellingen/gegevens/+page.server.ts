import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { inburgeraarOf, isProven } from '#lib/server/web/guard.ts';
import { refusedProof } from '../prove-pin.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const actor = inburgeraarOf(locals);
	return { isProven: isProven(actor, locals.now) };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = inburgeraarOf(event.locals);
		const refusal = await refusedProof(actor, event);
		return refusal ?? redirect(303, localizeHref('/instellingen/gegevens'));
	}
};

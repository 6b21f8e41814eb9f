import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { oidcFor, oidcReasons } from '#lib/server/oidc.ts';
import { oidcKeyOf, oidcStateOf, unlinkOidc } from '#lib/server/oidc-links.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found, inburgeraarOf, isProven } from '#lib/server/web/guard.ts';
import { deviceTokens } from '#lib/server/web/session.ts';
import { refusedProof } from '../prove-pin.server.ts';
import type { Actions, PageServerLoad } from './$types';

const page = '/instellingen/koppeling';

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
	const actor = inburgeraarOf(locals);
	const { name } = found(oidcFor('participants'));
	const query = url.searchParams;
	return {
		name,
		isLinked: (await oidcStateOf(actor)).linkedAt !== undefined,
		isProven: isProven(actor, locals.now),
		/** Whether a PIN can be asked for: who came by the provider alone has none on this device. */
		hasDevice: deviceTokens(cookies).length > 0,
		key: oidcKeyOf(actor),
		isUnlinked: query.get('klaar') === 'ontkoppeld',
		reason: oidcReasons.find((known) => known === query.get('reden'))
	};
};

export const actions: Actions = {
	pin: async (event) => {
		const actor = inburgeraarOf(event.locals);
		found(oidcFor('participants'));
		const refusal = await refusedProof(actor, event);
		return refusal ?? redirect(303, localizeHref(page));
	},
	ontkoppel: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		found(oidcFor('participants'));
		await readForm(request, z.object({}));
		if (!isProven(actor, locals.now)) redirect(303, localizeHref(page));
		await unlinkOidc(actor, locals.now);
		redirect(303, localizeHref(`${page}?klaar=ontkoppeld`));
	}
};

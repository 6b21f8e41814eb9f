import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { provePin } from '#lib/server/own-data.ts';
import { readForm } from '#lib/server/web/form.ts';
import { inburgeraarOf, isProven } from '#lib/server/web/guard.ts';
import { deviceTokens } from '#lib/server/web/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const actor = inburgeraarOf(locals);
	return { isProven: isProven(actor, locals.now) };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ pin: z.string().max(40) }));
		if (!form.ok) return fail(form.status, { reason: form.isSwitch ? ('taal' as const) : ('pin' as const), left: 0 }); // prettier-ignore
		const outcome = await provePin(actor, deviceTokens(cookies), form.data.pin, locals.now);
		if (!outcome.ok) return fail(400, { reason: outcome.reason, left: 'left' in outcome ? outcome.left : 0 });
		redirect(303, localizeHref('/instellingen/gegevens'));
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { beginProof, proveWithPasskey } from '#lib/server/passkeys.ts';
import { choice, passkeyAnswer, readForm } from '#lib/server/web/form.ts';
import { memberOf, provenPlaces } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** Without a question to answer there is nothing to see: `/bevestigen` asks. */
export const load: PageServerLoad = ({ locals, request }) => {
	memberOf(locals);
	if (request.method === 'GET') redirect(303, localizeHref('/bevestigen'));
};

const naar = choice(provenPlaces);

export const actions: Actions = {
	vraag: async ({ request, locals }) => {
		const actor = memberOf(locals);
		const form = await readForm(request, z.object({ naar }));
		if (!form.ok) error(400);
		return { naar: form.data.naar, ask: await beginProof(actor, locals.now) };
	},
	antwoord: async ({ request, locals }) => {
		const actor = memberOf(locals);
		const form = await readForm(request, z.object({ naar, antwoord: passkeyAnswer }));
		if (!form.ok) error(400);
		const isRight = await proveWithPasskey(actor, form.data.antwoord, locals.now);
		if (!isRight) return fail(400, { naar: form.data.naar, ask: undefined });
		redirect(303, localizeHref(form.data.naar));
	}
};

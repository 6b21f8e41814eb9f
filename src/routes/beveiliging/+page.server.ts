import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { renewRecoveryCodes, signInStateOf } from '#lib/server/second-step.ts';
import { readForm } from '#lib/server/web/form.ts';
import { memberOf, proven } from '#lib/server/web/guard.ts';
import { startOf } from '../(public)/start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = memberOf(locals);
	return { ...(await signInStateOf(actor)), isNew: url.searchParams.has('nieuw'), back: startOf(actor) };
};

export const actions: Actions = {
	codes: async ({ request, locals }) => {
		const actor = memberOf(locals);
		proven(actor, locals.now, '/beveiliging');
		const form = await readForm(request, z.object({}));
		if (!form.ok) error(400);
		const codes = await renewRecoveryCodes(actor, locals.now);
		return { codes: codes ?? null };
	}
};

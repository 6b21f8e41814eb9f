import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dropTyped } from '#lib/server/typed-drafts.ts';
import { idField, readForm } from '#lib/server/web/form.ts';
import { signedInOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	signedInOf(locals);
};

/** A path of the portal itself. */
const ownPath = z.string().regex(/^\/(?!\/)[\w/.-]{0,300}$/);

export const actions: Actions = {
	/** 'I am still here': the request itself is what counts as activity (SES-04). */
	door: ({ locals }) => {
		signedInOf(locals);
		redirect(303, localizeHref('/verder'));
	},
	/** What was typed too late is not needed any more (SES-11). */
	weg: async ({ request, locals }) => {
		const actor = signedInOf(locals);
		const form = await readForm(request, z.object({ id: idField, terug: ownPath }));
		if (!form.ok) error(400);
		await dropTyped(actor, form.data.id, locals.now);
		redirect(303, form.data.terug);
	}
};

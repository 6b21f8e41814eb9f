import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { openDossier } from '#lib/server/dossiers.ts';
import { forgetDevicesOf } from '#lib/server/end-access.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	found(await openDossier(staffOf(locals), params.id, 'toestellen', locals.now));
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({}));
		if (!form.ok) error(400);
		found(await forgetDevicesOf(actor, params.id, locals.now));
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/brief?vergeten`));
	}
};

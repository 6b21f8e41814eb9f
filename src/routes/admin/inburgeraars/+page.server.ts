import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { readForm } from '#lib/server/web/form.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { sealedSearch, searchTerm } from '#lib/server/web/search.ts';
import { shapeCaseload } from '../caseload.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const actor = staffOf(locals);
	// The page shows what was searched for: never compressed (HDR-06).
	setHeaders({ 'x-portal-reflects': '1' });
	return shapeCaseload(actor, url, locals);
};

export const actions: Actions = {
	zoek: async ({ request, locals }) => {
		staffOf(locals);
		const form = await readForm(request, z.object({ zoek: searchTerm }));
		if (!form.ok) return fail(400, { errors: form.errors });
		const { zoek } = form.data;
		redirect(303, localizeHref(`/admin/inburgeraars${zoek ? `?zoek=${sealedSearch(zoek)}` : ''}`));
	}
};

import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { staffOf } from '#lib/server/web/guard.ts';
import { shapeCaseload } from './caseload.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor?.role === 'beheerder') redirect(303, localizeHref('/admin/medewerkers'));
	return shapeCaseload(staffOf(locals), url, locals);
};

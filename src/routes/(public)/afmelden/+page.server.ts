import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { endSession } from '#lib/server/web/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.actor) redirect(303, localizeHref('/'));
};

export const actions: Actions = {
	/** Succeeds with an expired session too; the device stays known (SES-05). */
	default: async ({ cookies, setHeaders }) => {
		await endSession(cookies);
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, localizeHref('/'));
	}
};

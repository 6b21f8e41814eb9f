import { partnerOf } from '#lib/server/web/guard.ts';
import { loadSheet, saveSheet } from '../../../presentie/sheet.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = partnerOf(locals);
	return loadSheet(actor, { groupId: params.groep, url, locale: locals.locale, now: locals.now });
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = partnerOf(locals);
		const sent = { request, groupId: params.groep, base: '/partner/groep', now: locals.now };
		return saveSheet(actor, sent);
	}
};

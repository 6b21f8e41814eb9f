import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { duoListOf } from '#lib/server/duo-list.ts';
import { newId } from '#lib/server/ids.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { takeBack, typeOver } from './actions.server.ts';
import { shapeLine } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	found(await openDossier(actor, params.id, 'duo', locals.now));
	const lines = found(await duoListOf(actor, params.id, locals.now));
	return {
		isSaved: url.searchParams.has('bewaard'),
		lines: lines.map((line) => ({ ...shapeLine(line), formKey: newId() })),
		today: dayOf(locals.now).toString()
	};
};

export const actions: Actions = {
	tick: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const refused = await typeOver(actor, params.id, request, locals.now);
		if (refused) return refused;
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/duo?bewaard`));
	},
	untick: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		await takeBack(actor, params.id, request, locals.now);
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/duo?bewaard`));
	}
};

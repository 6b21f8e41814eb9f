import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { planViewOf } from '#lib/server/pip-view.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { markSeen } from '#lib/server/pips.ts';
import { readForm, whole } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const plan = found(await planViewOf(actor, actor.id, locals.now));
	return { plan, zinnen: await zinTekstenVan([plan.versie], locals.locale) };
};

const about = z.object({ versie: whole(1, 9999) });

async function seen(
	{ request, locals }: { request: Request; locals: App.Locals },
	understood: 'ja' | 'vraag'
) {
	const actor = inburgeraarOf(locals);
	const form = await readForm(request, about);
	const versie = form.ok ? form.data.versie : 0;
	found((await markSeen(actor, versie, understood, locals.now)) || undefined);
	return versie;
}

export const actions: Actions = {
	gezien: async (event) => {
		await seen(event, 'ja');
		redirect(303, localizeHref('/pip#nieuw'));
	},
	/** A question about the plan is asked on the page for questions. */
	vraag: async (event) => {
		const versie = await seen(event, 'vraag');
		redirect(303, localizeHref(`/vragen?over=${String(versie)}`));
	}
};

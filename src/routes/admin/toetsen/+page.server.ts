import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { choice, readForm } from '#lib/server/web/form.ts';
import { setKeys } from '#lib/server/web/keys.ts';
import type { Actions, PageServerLoad } from './$types';

const guard = ({ actor }: App.Locals) => {
	if (!actor) redirect(303, '/aanmelden');
};

export const load: PageServerLoad = ({ locals }) => guard(locals);

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		guard(locals);
		const form = await readForm(request, z.object({ toetsen: choice(['aan', 'uit'] as const) }));
		if (form.ok) setKeys(cookies, form.data.toetsen === 'aan');
		redirect(303, localizeHref('/admin/toetsen'));
	}
};

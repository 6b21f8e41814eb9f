import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { choice, readForm } from '#lib/server/web/form.ts';
import { employeeOf } from '#lib/server/web/guard.ts';
import { setKeys } from '#lib/server/web/keys.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	employeeOf(locals);
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		employeeOf(locals);
		const form = await readForm(request, z.object({ toetsen: choice(['aan', 'uit'] as const) }));
		if (form.ok) setKeys(cookies, form.data.toetsen === 'aan');
		redirect(303, localizeHref('/admin/toetsen'));
	}
};

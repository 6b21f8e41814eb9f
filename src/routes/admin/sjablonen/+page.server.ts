import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { newId } from '#lib/server/ids.ts';
import { copySjabloon, listSjablonen } from '#lib/server/pip-templates.ts';
import { formKey, line, readForm, required } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = staffOf(locals);
	return { sjablonen: await listSjablonen(actor), formKey: newId() };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const schema = z.object({ formKey, sjabloon: required(line(60)), naam: required(line(80)) });
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { typed: form.typed, errors: form.errors });
		const { formKey: key, sjabloon, naam } = form.data;
		const id = found(await copySjabloon(actor, sjabloon, naam, key, locals.now));
		redirect(303, localizeHref(`/admin/sjablonen/${id}`));
	}
};

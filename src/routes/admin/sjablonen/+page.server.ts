import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { unlessSentBefore } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { copySjabloon, listSjablonen } from '#lib/server/pip-templates.ts';
import { formKey, line, readForm, required } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = staffOf(locals);
	const sjablonen = await listSjablonen(actor);
	return { sjablonen, zinnen: await zinTekstenVan(sjablonen, locals.locale), formKey: newId() };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const schema = z.object({ formKey, sjabloon: required(line(60)), naam: required(line(80)) });
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { typed: form.typed, errors: form.errors });
		const { formKey: key, sjabloon, naam } = form.data;
		const id = found(await unlessSentBefore(copySjabloon(actor, sjabloon, naam, key, locals.now)));
		if (id === 'eerder') return fail(422, { typed: { ...form.typed, formKey: '' }, isRepeated: true });
		redirect(303, localizeHref(`/admin/sjablonen/${id}`));
	}
};

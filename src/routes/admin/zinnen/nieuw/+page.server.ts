import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { addPhrase } from '#lib/server/phrases.ts';
import { formKey, readForm } from '#lib/server/web/form.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { phraseFields } from '../fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	staffOf(locals);
	return { formKey: newId() };
};

export const actions: Actions = {
	default: async ({ request, locals, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ ...phraseFields, formKey }));
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok && 'formKey' in form.errors) error(400);
		const typed = { kind: String(form.typed.soort ?? ''), dutch: String(form.typed.nederlands ?? '') };
		if (!form.ok) return fail(400, { ...typed, errors: form.errors });
		const { formKey: key, soort: kind, nederlands: dutch } = form.data;
		try {
			const result = await addPhrase(actor, { key, kind, dutch }, locals.now);
			if (result.kind === 'bewaard') redirect(303, localizeHref(`/admin/zinnen/${result.id}`));
			return fail(400, { ...typed, errors: { nederlands: 'plekken' } });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { ...typed, errors: { nederlands: 'eerder' } });
			throw cause;
		}
	}
};

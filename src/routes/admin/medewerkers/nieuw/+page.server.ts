import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { addStaff, placesOf } from '#lib/server/staff-accounts.ts';
import { formKey, idField, optional, readForm } from '#lib/server/web/form.ts';
import { isProven, keeperOf } from '#lib/server/web/guard.ts';
import { accountOf, choicesOf, fields } from '../account.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = keeperOf(locals);
	const { gemeenten, partners } = choicesOf(await placesOf(actor));
	return { partners, gemeenten: actor.gemeenteId === null ? gemeenten : undefined, formKey: newId() };
};

const schema = z.object({ ...fields, gemeente: optional(idField), formKey });

export const actions: Actions = {
	default: async ({ request, locals, setHeaders }) => {
		const actor = keeperOf(locals);
		const form = await readForm(request, schema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		if (!isProven(actor, locals.now)) return fail(403, { typed, reason: 'bewijs' as const });
		const { formKey: key, gemeente, ...rest } = form.data;
		try {
			const sent = { key, gemeenteId: gemeente ?? null };
			const result = await addStaff(actor, accountOf(rest), sent, locals.now);
			return result.ok ? { made: result.made } : fail(409, { typed, reason: result.reason });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, reason: 'herhaald' as const });
			throw cause;
		}
	}
};

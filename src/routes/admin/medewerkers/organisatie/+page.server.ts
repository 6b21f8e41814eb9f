import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { addPartner, placesOf } from '#lib/server/staff-accounts.ts';
import { choice, formKey, idField, line, optional, readForm, required } from '#lib/server/web/form.ts';
import { keeperOf } from '#lib/server/web/guard.ts';
import { choicesOf } from '../account.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = keeperOf(locals);
	const { gemeenten, partners } = choicesOf(await placesOf(actor));
	return { partners, gemeenten: actor.gemeenteId === null ? gemeenten : undefined, formKey: newId() };
};

const schema = z.object({
	naam: required(line(120)),
	soort: choice(['taalschool', 'welzijn', 'werkgever', 'gids']),
	telefoon: line(40),
	gemeente: optional(idField),
	formKey
});

export const actions: Actions = {
	default: async ({ request, locals, setHeaders }) => {
		const actor = keeperOf(locals);
		const form = await readForm(request, schema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const { naam: name, soort: kind, telefoon, gemeente, formKey: key } = form.data;
		try {
			const fields = { name, kind, phone: telefoon || null };
			if (!(await addPartner(actor, fields, { key, gemeenteId: gemeente ?? null }, locals.now)))
				return fail(409, { typed, reason: 'gemeente' as const });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, reason: 'herhaald' as const });
			throw cause;
		}
		redirect(303, localizeHref('/admin/medewerkers/nieuw'));
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wettelijkeIntakeonderwerpen } from '#lib/domain/wet/gemeentebeleid.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { policyOf, previewPolicy, savePolicy } from '#lib/server/beleid.ts';
import { dayOf } from '#lib/server/clock.ts';
import { numericDate } from '#lib/server/format.ts';
import { readForm, version } from '#lib/server/web/form.ts';
import { coordinatorOf, found } from '#lib/server/web/guard.ts';
import { fields, policyFrom, saidOf, typedFrom } from './policy.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { policy, version: seen, history } = found(await policyOf(coordinatorOf(locals)));
	return {
		isSaved: url.searchParams.has('bewaard'),
		values: typedFrom(policy),
		onderwerpen: [...wettelijkeIntakeonderwerpen],
		version: seen,
		history: history.map(({ at, change, name }) => ({ date: numericDate(dayOf(at)), change, name }))
	};
};

const schema = z.object({ ...fields, version });

export const actions: Actions = {
	/** Shows what changes and for how many; the same form is sent on. */
	bekijk: async ({ request, locals, setHeaders }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, schema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'version' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const changes = await previewPolicy(actor, policyFrom(form.data), locals.now);
		return {
			typed,
			changes: changes.map(({ field, before, after, people }) => ({
				...{ field, people },
				before: saidOf(field, before),
				after: saidOf(field, after)
			}))
		};
	},
	bewaar: async ({ request, locals, setHeaders }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, schema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'version' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const result = await savePolicy(actor, policyFrom(form.data), form.data.version, locals.now);
		if (result === 'verouderd') return fail(409, { typed, isConflict: true });
		redirect(303, localizeHref('/admin/beleid?bewaard'));
	}
};

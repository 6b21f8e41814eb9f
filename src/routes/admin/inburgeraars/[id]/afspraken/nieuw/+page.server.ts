import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { planAppointment, possibleHosts } from '#lib/server/appointment-plans.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { draftOf, emptyForm, fields, many } from '../appointment-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, params.id, 'afspraken', locals.now));
	const dag = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get('dag') ?? '')?.[0] ?? null;
	return {
		values: emptyForm(actor, dossier.inburgeraar.tolktaal, dag),
		hosts: await possibleHosts(actor, dossier),
		actorId: actor.id,
		formKey: newId()
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ ...fields, formKey }), many);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const drafted = draftOf(form.data);
		if ('errors' in drafted) return fail(400, { typed, errors: drafted.errors });
		const sent = { key: form.data.formKey, isSure: form.data.toch };
		try {
			const result = found(await planAppointment(actor, params.id, drafted.draft, sent, locals.now));
			if (result.kind === 'let_op') return fail(409, { typed, warnings: result.warnings });
			redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/afspraken/${result.id}`));
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, isRepeated: true });
			throw cause;
		}
	}
};

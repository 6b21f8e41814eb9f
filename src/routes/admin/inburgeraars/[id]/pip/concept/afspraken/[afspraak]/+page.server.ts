import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { allActivities } from '#lib/server/activities.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { addAfspraak, saveAfspraak, type AfspraakResult } from '#lib/server/pip-drafts.ts';
import { readForm } from '#lib/server/web/form.ts';
import { readZinKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { found } from '#lib/server/web/guard.ts';
import { openConcept } from '../../draft.server.ts';
import {
	afspraakSchema,
	emptyForm,
	faultsOf,
	formOf,
	formOfActivity,
	invoerOf,
	zinKinds
} from './afspraak.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, dossier, concept } = await openConcept(locals, params.id);
	if (!concept) return { concept: null };
	const isNew = params.afspraak === 'nieuw';
	const row = concept.afspraken.find(({ id }) => id === params.afspraak);
	const { searchParams: query } = url;
	const chosen = isNew && query.get('activiteit');
	const activity = chosen
		? (await allActivities(actor, locals.now)).find(({ id }) => id === chosen)
		: undefined;
	const empty = activity
		? formOfActivity(activity, concept.voor)
		: isNew
			? emptyForm(query.get('thema'), query.get('soort'), concept.voor)
			: undefined;
	const { version } = concept.row;
	// An agreement that a colleague removed meanwhile: the form of the answer (a POST) still shows what was typed.
	return {
		concept: { version, row: row ? formOf(row) : null, values: row ? formOf(row) : (empty ?? null) },
		keuze: await zinKeuze(actor, zinKinds, dossier.person.locale, row?.zinnen ?? []),
		formKey: isNew ? newId() : null,
		keepsTyped: ''
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const { actor, dossier, concept } = await openConcept(locals, params.id);
		const form = await readForm(request, afspraakSchema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		const said = await readZinKeuze(actor, typed, zinKinds, dossier.person.locale);
		const { keuze, zinnen } = said;
		if (!form.ok && form.isSwitch) return fail(200, { typed, keuze, errors: {} });
		if (said.isEdited) return fail(200, { typed, keuze, errors: said.errors });
		const own = form.ok ? (concept ? faultsOf(form.data, zinnen, concept.voor) : {}) : form.errors;
		const errors = { ...own, ...said.errors };
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, { typed, keuze, errors });
		const key = { inburgeraarId: params.id, version: form.data.version };
		const { formKey } = form.data;
		const invoer = invoerOf(form.data, zinnen);
		let result: AfspraakResult | undefined;
		try {
			result = formKey
				? await addAfspraak(actor, key, formKey, invoer, locals.now)
				: await saveAfspraak(actor, key, params.afspraak, invoer, locals.now);
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, keuze, isRepeated: true });
			throw cause;
		}
		const done = found(result);
		if (done.kind === 'conflict') return fail(409, { typed, keuze, isConflict: true });
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip/concept#afspraak-${done.id}`));
	}
};

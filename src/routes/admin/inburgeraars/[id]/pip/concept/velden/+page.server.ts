import { fail, redirect } from '@sveltejs/kit';
import { veldenVoor } from '#lib/domain/pipVelden.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { saveVelden } from '#lib/server/pip-drafts.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { columnsOf, faultsOf, formOf, many, openConcept, veldenSchema } from '../draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { concept } = await openConcept(locals, params.id);
	if (!concept) return { concept: null };
	const { row, voor, contacts, gesprekkenMinimum } = concept;
	const velden = veldenVoor(voor);
	return { keepsTyped: '', concept: { version: row.version, versie: row.versie, velden, values: formOf(row, velden), contacts, gesprekkenMinimum } }; // prettier-ignore
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const { actor, concept } = await openConcept(locals, params.id);
		const form = await readForm(request, veldenSchema, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && form.isSwitch) return fail(200, { typed, errors: {} });
		if (!concept) return fail(409, { typed, isConflict: true });
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const columns = columnsOf(form.data, veldenVoor(concept.voor));
		const errors = faultsOf(columns, concept);
		if (Object.keys(errors).length > 0) return fail(400, { typed, errors });
		const key = { inburgeraarId: params.id, version: form.data.version };
		const result = found(await saveVelden(actor, key, columns, locals.now));
		if (result.kind === 'conflict') return fail(409, { typed, isConflict: true });
		const isOther = columns.leerroute !== concept.row.leerroute;
		const base = `/admin/inburgeraars/${params.id}/pip/concept`;
		redirect(303, localizeHref(isOther ? `${base}/velden#leerroute` : base));
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { findSjabloon, saveSjabloon } from '#lib/server/pip-templates.ts';
import { checkbox, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { formLines, linesOf, readLines, templateSchema } from './template-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const sjabloon = found(await findSjabloon(actor, params.sjabloon));
	found(sjabloon.stock ? undefined : true);
	return { sjabloon, lines: formLines(sjabloon.afspraken) };
};

export const actions: Actions = {
	bewaar: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const { afspraken: before } = found(await findSjabloon(actor, params.sjabloon));
		const form = await readForm(request, templateSchema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		const lines = linesOf(typed);
		if (typed.erbij || typed.weg) return fail(200, { typed, lines });
		const { errors: wrong, afspraken } = readLines(lines, before);
		const errors = { ...(form.ok ? {} : form.errors), ...wrong };
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, { typed, lines, errors });
		const { naam: name, leerroute, groep, version: at } = form.data;
		const set = { name, leerroute, groep: groep ?? null, afspraken };
		const result = found(await saveSjabloon(actor, { id: params.sjabloon, version: at }, set, locals.now));
		if (result.kind === 'conflict') return fail(409, { typed, lines, isConflict: true });
		redirect(303, localizeHref('/admin/sjablonen'));
	},
	toon: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, actief: checkbox }));
		if (!form.ok) return fail(400, { isConflict: true });
		const at = { id: params.sjabloon, version: form.data.version };
		const result = found(await saveSjabloon(actor, at, { isActive: form.data.actief }, locals.now));
		if (result.kind === 'conflict') return fail(409, { isConflict: true });
		redirect(303, localizeHref('/admin/sjablonen'));
	}
};

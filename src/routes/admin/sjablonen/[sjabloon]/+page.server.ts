import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { findSjabloon, saveSjabloon } from '#lib/server/pip-templates.ts';
import { readForm, type FieldErrors } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { formLines, linesOf, readLines, templateSchema } from './template-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const sjabloon = found(await findSjabloon(actor, params.sjabloon));
	found(sjabloon.stock ? undefined : true);
	const zinnen = await zinTekstenVan([sjabloon], locals.locale);
	return { sjabloon, zinnen, lines: formLines(sjabloon.afspraken), formKey: newId(), keepsTyped: '' };
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const { afspraken: before, isActive } = found(await findSjabloon(actor, params.sjabloon));
		const form = await readForm(request, templateSchema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		const lines = linesOf(typed);
		if ((!form.ok && form.isSwitch) || typed.erbij || typed.weg) return fail(200, { typed, lines });
		const { errors: wrong, afspraken } = readLines(lines, before);
		const errors: FieldErrors = { ...(form.ok ? {} : form.errors), ...wrong };
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, { typed, lines, errors });
		const { naam: name, leerroute, groep, version, formKey, zichtbaar, zinnen } = form.data;
		const shown = zichtbaar ? zichtbaar === 'ja' : isActive;
		const set = { name, leerroute, groep: groep ?? null, afspraken, isActive: shown };
		try {
			const at = { id: params.sjabloon, version, formKey };
			const result = found(await saveSjabloon(actor, at, set, locals.now));
			if (result.kind === 'conflict') return fail(409, { typed, lines, isConflict: true });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, lines, isConflict: true });
			throw cause;
		}
		const next = zinnen === undefined ? '' : `/${params.sjabloon}/zinnen/${zinnen}`;
		redirect(303, localizeHref(`/admin/sjablonen${next}`));
	}
};

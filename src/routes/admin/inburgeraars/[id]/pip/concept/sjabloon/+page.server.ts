import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { applySjabloon, rowsOf, sjablonenVoor } from '#lib/server/pip-templates.ts';
import { formKey, line, readForm, required, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { openConcept } from '../draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The templates that fit, or with `kies` what one of them would add: nothing is added before that was seen. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, concept } = await openConcept(locals, params.id);
	if (!concept) return { concept: null };
	const { row, voor, afspraken } = concept;
	const fits = await sjablonenVoor(actor, voor);
	const chosen = fits.find(({ id }) => id === url.searchParams.get('kies'));
	return {
		concept: { version: row.version, already: afspraken.length },
		sjablonen: fits.map((one) => ({ ...one, count: rowsOf(one, voor).length })),
		chosen: chosen && {
			...chosen,
			rows: rowsOf(chosen, voor).map((one) => ({ ...one, vanaf: null, tot: null }))
		},
		zinnen: await zinTekstenVan([chosen], locals.locale),
		formKey: newId()
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey, version, sjabloon: required(line(60)) }));
		if (!form.ok) return fail(400, { isConflict: true });
		const { formKey: key, version: at, sjabloon } = form.data;
		try {
			const result = await applySjabloon(
				actor,
				{ inburgeraarId: params.id, version: at },
				key,
				sjabloon,
				locals.now
			);
			if (found(result).kind === 'conflict') return fail(409, { isConflict: true });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { isConflict: true });
			throw cause;
		}
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip/concept?erbij=${key}`));
	}
};

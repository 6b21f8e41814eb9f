import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dropAdvice, saveAdvice } from '#lib/server/cursus-advies.ts';
import { agreeChoice } from '#lib/server/cursus-afspraak.ts';
import { courseDossier } from '#lib/server/cursus-dossier.ts';
import { dossierFor, openDossier } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, idField, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { adviceSchema, many, zinKinds } from './advice-form.server.ts';
import { formOf, shapeDossier } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const done = ['bewaard', 'getekend', 'weg'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { person } = found(await openDossier(actor, params.id, 'cursussen', locals.now));
	const dossier = found(await courseDossier(actor, params.id, locals.now));
	return {
		...(await shapeDossier(dossier, person.locale)),
		values: formOf(dossier.draft),
		keuze: await zinKeuze(actor, zinKinds, person.locale, dossier.draft?.zinnen ?? []),
		formKey: newId(),
		done: done.find((one) => one === url.searchParams.get('klaar')) ?? null
	};
};

const back = (id: string, what: (typeof done)[number]) =>
	redirect(303, localizeHref(`/admin/inburgeraars/${id}/cursussen?klaar=${what}`));

export const actions: Actions = {
	bewaar: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const { person } = found(await dossierFor(actor, params.id));
		const form = await readForm(request, adviceSchema, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		const said = await readZinKeuze(actor, typed, zinKinds, person.locale);
		const { keuze } = said;
		if (said.isEdited) return fail(200, { typed, keuze, errors: said.errors });
		const errors = form.ok ? said.errors : { ...form.errors, ...said.errors };
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, { typed, keuze, errors });
		const { cursus, nog, tekst, teken, version: at, formKey: key } = form.data;
		const isSigned = teken === '1';
		const input = { courseIds: [...cursus, ...(nog ? [nog] : [])], zinnen: said.zinnen, text: tekst || null };
		try {
			const saved = found(
				await saveAdvice(actor, params.id, input, { key, version: at, isSigned }, locals.now)
			);
			if (saved.kind === 'leeg') return fail(400, { typed, keuze, errors: { zin_kies: 'leeg' } });
			if (saved.kind === 'conflict') return fail(409, { typed, keuze, isConflict: true });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, keuze, isConflict: true });
			throw cause;
		}
		return back(params.id, isSigned ? 'getekend' : 'bewaard');
	},
	weg: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version }));
		if (!form.ok) error(400);
		if (!found(await dropAdvice(actor, params.id, form.data.version, locals.now)))
			return fail(409, { isConflict: true });
		return back(params.id, 'weg');
	},
	afspraak: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey, keuze: idField }));
		if (!form.ok) error(400);
		found(await dossierFor(actor, params.id));
		const { formKey: key, keuze: choiceId } = form.data;
		const afspraak = await agreeChoice(actor, params.id, { key, choiceId }, locals.now);
		if (!afspraak) return fail(409, { isKeuzeWeg: true });
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip/concept/afspraken/${afspraak}`));
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { agreementStates } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { newId } from '#lib/server/ids.ts';
import { startDraft } from '#lib/server/pip-drafts.ts';
import { setAfspraakState } from '#lib/server/pips.ts';
import { planViewOf } from '#lib/server/pip-view.ts';
import { choice, formKey, idField, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { openConcept } from './concept/draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, plan, concept } = await openConcept(locals, params.id);
	const view = found(await planViewOf(actor, params.id, locals.now));
	const { gelezen, versies } = plan;
	return {
		versies,
		uiterlijk: view.uiterlijk,
		gelezen: gelezen
			? { dag: dayOf(gelezen.seenAt).toString(), isVraag: gelezen.understood === 'vraag' }
			: null,
		concept: concept?.row.versie ?? null,
		vastgesteld: versies.some(({ versie }) => String(versie) === url.searchParams.get('vastgesteld')),
		formKey: newId()
	};
};

export const actions: Actions = {
	nieuw: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey }));
		if (!form.ok) return fail(400, {});
		found(await startDraft(actor, params.id, form.data.formKey, locals.now));
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip/concept`));
	},
	stand: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const schema = z.object({ afspraak: idField, stand: choice(agreementStates) });
		const form = await readForm(request, schema);
		if (!form.ok) return fail(400, {});
		const { afspraak: afspraakId, stand: state } = form.data;
		found(await setAfspraakState(actor, params.id, { afspraakId, state }, locals.now));
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip#stand`));
	}
};

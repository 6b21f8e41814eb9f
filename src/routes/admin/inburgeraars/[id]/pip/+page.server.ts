import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { agreementStates } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { unlessSentBefore } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { startDraft } from '#lib/server/pip-drafts.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { setAfspraakStates } from '#lib/server/pips.ts';
import { planViewOf } from '#lib/server/pip-view.ts';
import { choice, formKey, idField, readForm, whole } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { enrol } from '#lib/server/activities.ts';
import { activitiesFor } from './concept/afspraken/activities.server.ts';
import { openConcept } from './concept/draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, plan, concept } = await openConcept(locals, params.id);
	const view = found(await planViewOf(actor, params.id, locals.now));
	const { gelezen, versies } = plan;
	const activiteiten = await activitiesFor(actor, plan.voor, locals.now);
	return {
		versies,
		zinnen: await zinTekstenVan(versies, locals.locale),
		uiterlijk: view.uiterlijk,
		gelezen: gelezen
			? {
					dag: dayOf(gelezen.understoodAt ?? gelezen.seenAt).toString(),
					isVraag: gelezen.understood === 'vraag',
					taal: gelezen.locale
				}
			: null,
		activiteiten,
		meedoen: activiteiten.find(({ id }) => id === url.searchParams.get('meedoen')) ?? null,
		concept: concept?.row.versie ?? null,
		vastgesteld: versies.some(({ versie }) => String(versie) === url.searchParams.get('vastgesteld')),
		formKey: newId()
	};
};

const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => value || [], z.array(item).max(200));
/** One of each for every agreement, in the same order. */
const states = z.object({ afspraak: list(idField), stand: list(choice(agreementStates)) });

export const actions: Actions = {
	nieuw: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey }));
		if (!form.ok) return fail(400, {});
		const started = await unlessSentBefore(startDraft(actor, params.id, form.data.formKey, locals.now));
		if (found(started) === 'eerder') return fail(422, { isRepeated: true });
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip/concept`));
	},
	/** A draft equal to an older version, to replace one that was a mistake. */
	terug: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey, versie: whole(1, 9999) }));
		if (!form.ok) return fail(400, {});
		const { formKey: key, versie } = form.data;
		const started = await unlessSentBefore(startDraft(actor, params.id, key, locals.now, versie));
		if (found(started) === 'eerder') return fail(422, { isRepeated: true });
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip/concept`));
	},
	inschrijven: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey, activiteit: idField }));
		if (!form.ok) return fail(400, { plaats: 'kies' as const });
		const { activiteit, formKey: key } = form.data;
		const result = found(await unlessSentBefore(enrol(actor, activiteit, params.id, key, locals.now)));
		if (result !== 'ingeschreven') return fail(409, { plaats: result });
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip?meedoen=${activiteit}#activiteiten`));
	},
	stand: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, states, ['afspraak', 'stand']);
		if (!form.ok) return fail(400, {});
		const { afspraak, stand } = form.data;
		const chosen = new Map(afspraak.flatMap((id, n) => (stand[n] ? [[id, stand[n]] as const] : [])));
		found(await setAfspraakStates(actor, params.id, chosen, locals.now));
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/pip#stand`));
	}
};

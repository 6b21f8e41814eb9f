import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { besluiten } from '#lib/domain/besluiten.ts';
import { dayOf } from '#lib/server/clock.ts';
import { decisionsOf } from '#lib/server/decisions.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { newId } from '#lib/server/ids.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { standOf } from '../shape.server.ts';
import { check, record } from './actions.server.ts';
import { readQuery } from './forms.server.ts';
import { lookAt } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const besluitOf = (name: string) => found(besluiten.find((besluit) => besluit === name));

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const besluit = besluitOf(params.besluit);
	found(await openDossier(actor, params.id, 'besluiten', locals.now));
	const decisions = found(await decisionsOf(actor, params.id, locals.now));
	const today = dayOf(locals.now);
	const requestId = url.searchParams.get('aanvraag') ?? undefined;
	return {
		...{ formKey: newId(), besluit, today: today.toString(), stand: standOf(decisions, besluit, today) },
		expectedDocument: decisions.outcome.voltooiing.document,
		look: lookAt(decisions, besluit, readQuery(url, besluit), requestId, today)
	};
};

export const actions: Actions = {
	/** For grounds of verlenging: they say something about health, so they never stand in an address. */
	check: async ({ request, locals, params }) =>
		check(staffOf(locals), params.id, besluitOf(params.besluit), request, locals.now),
	record: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const refused = await record(actor, params.id, besluitOf(params.besluit), request, locals.now);
		if (refused) return refused;
		const base = `/admin/inburgeraars/${params.id}/besluiten`;
		redirect(303, localizeHref(`${base}?gedaan=${params.besluit}#${params.besluit}`));
	}
};

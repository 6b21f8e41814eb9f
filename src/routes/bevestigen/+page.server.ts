import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { oidcForActor } from '#lib/server/oidc.ts';
import { oidcKeyOf, oidcStateOf } from '#lib/server/oidc-links.ts';
import { listPasskeys } from '#lib/server/passkeys.ts';
import { proveAgain, signInStateOf } from '#lib/server/second-step.ts';
import { choice, line, readForm } from '#lib/server/web/form.ts';
import { memberOf, provenPlaces } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = memberOf(locals);
	const wanted = url.searchParams.get('naar');
	const { isDemo } = await signInStateOf(actor);
	const naar = provenPlaces.find((place) => place === wanted) ?? provenPlaces[0];
	const hasPasskey = (await listPasskeys(actor)).length > 0;
	const oidc = (await oidcStateOf(actor)).linkedAt ? oidcForActor(actor) : undefined;
	return { naar, isDemo, hasPasskey, oidc: oidc && { ...oidc, key: oidcKeyOf(actor) } };
};

const schema = z.object({ code: line(60).optional(), naar: choice(provenPlaces) });

export const actions: Actions = {
	default: async ({ request, locals, setHeaders }) => {
		const actor = memberOf(locals);
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { reason: form.isSwitch ? null : ('leeg' as const) });
		const outcome = await proveAgain(actor, form.data.code ?? '', locals.now);
		if (!outcome.ok && outcome.reason === 'wachten') {
			setHeaders({ 'retry-after': String(outcome.seconds) });
			return fail(429, { reason: 'wachten' as const, seconds: outcome.seconds });
		}
		if (!outcome.ok) return fail(400, { reason: 'onjuist' as const });
		redirect(303, localizeHref(form.data.naar));
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Actor } from '#lib/server/actor.ts';
import { oidcForActor, oidcReasons } from '#lib/server/oidc.ts';
import { oidcKeyOf, oidcStateOf, unlinkOidc } from '#lib/server/oidc-links.ts';
import { addPasskey, beginAdding, forgetPasskey, hasPasskeys, listPasskeys, mostPasskeys } from '#lib/server/passkeys.ts'; // prettier-ignore
import { renewRecoveryCodes, signInStateOf } from '#lib/server/second-step.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { passkeyAnswer, readForm } from '#lib/server/web/form.ts';
import { found, memberOf, proven } from '#lib/server/web/guard.ts';
import { startOf } from '../(public)/start.ts';
import { shapePasskey } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const done = (what: string): never => redirect(303, localizeHref(`/beveiliging?klaar=${what}`));

/** The account of the identity provider, where there is one for staff. */
async function oidcOf(actor: Actor, query: URLSearchParams) {
	const oidc = oidcForActor(actor);
	if (!oidc) return undefined;
	return {
		...oidc,
		isLinked: (await oidcStateOf(actor)).linkedAt !== undefined,
		key: oidcKeyOf(actor),
		isUnlinked: query.get('klaar') === 'ontkoppeld',
		reason: oidcReasons.find((known) => known === query.get('reden'))
	};
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = memberOf(locals);
	const passkeys = await listPasskeys(actor);
	return {
		...(await signInStateOf(actor)),
		passkeys: passkeys.map(shapePasskey),
		hasPasskeys: hasPasskeys(),
		isFull: passkeys.length >= mostPasskeys,
		isNew: url.searchParams.has('nieuw'),
		done: (['passkey', 'passkey_weg'] as const).find((what) => what === url.searchParams.get('klaar')),
		oidc: await oidcOf(actor, url.searchParams),
		back: startOf(actor)
	};
};

export const actions: Actions = {
	codes: async ({ request, locals }) => {
		const actor = memberOf(locals);
		proven(actor, locals.now, '/beveiliging');
		const form = await readForm(request, z.object({}));
		if (!form.ok) error(400);
		const codes = await renewRecoveryCodes(actor, locals.now);
		return { codes: codes ?? null };
	},
	vraag: async ({ request, locals }) => {
		const actor = memberOf(locals);
		proven(actor, locals.now, '/beveiliging');
		await readForm(request, z.object({}));
		return { ask: await beginAdding(actor, locals.now) };
	},
	antwoord: async ({ request, locals }) => {
		const actor = memberOf(locals);
		proven(actor, locals.now, '/beveiliging');
		const form = await readForm(request, z.object({ antwoord: passkeyAnswer }));
		const browser = { kind: deviceKindOf(request), devices: [] };
		const isAdded = await addPasskey(actor, form.ok ? form.data.antwoord : '', browser, locals.now);
		if (!isAdded) return fail(400, { isRefused: true });
		done('passkey');
	},
	weg: async ({ request, locals }) => {
		const actor = memberOf(locals);
		proven(actor, locals.now, '/beveiliging');
		const form = await readForm(request, z.object({ id: z.string().max(40) }));
		if (!form.ok || !(await forgetPasskey(actor, form.data.id, locals.now))) error(404);
		done('passkey_weg');
	},
	ontkoppel: async ({ request, locals }) => {
		const actor = memberOf(locals);
		found(oidcForActor(actor));
		proven(actor, locals.now, '/beveiliging');
		await readForm(request, z.object({}));
		await unlinkOidc(actor, locals.now);
		done('ontkoppeld');
	}
};

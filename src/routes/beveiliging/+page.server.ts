import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { addPasskey, beginAdding, forgetPasskey, hasPasskeys, listPasskeys, mostPasskeys } from '#lib/server/passkeys.ts'; // prettier-ignore
import { renewRecoveryCodes, signInStateOf } from '#lib/server/second-step.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { passkeyAnswer, readForm } from '#lib/server/web/form.ts';
import { memberOf, proven } from '#lib/server/web/guard.ts';
import { startOf } from '../(public)/start.ts';
import { shapePasskey } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const done = (what: string): never => redirect(303, localizeHref(`/beveiliging?klaar=${what}`));

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
	}
};

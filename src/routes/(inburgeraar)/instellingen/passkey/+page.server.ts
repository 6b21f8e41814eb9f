import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { addPasskey, beginAdding, forgetPasskey, hasPasskeys, listPasskeys, mostPasskeys } from '#lib/server/passkeys.ts'; // prettier-ignore
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { passkeyAnswer, readForm } from '#lib/server/web/form.ts';
import { inburgeraarOf, isProven } from '#lib/server/web/guard.ts';
import { deviceTokens } from '#lib/server/web/session.ts';
import { shapePasskey } from '../shape.server.ts';
import { refusedProof } from '../prove-pin.server.ts';
import type { Actions, PageServerLoad } from './$types';

const back = (query = ''): never => redirect(303, localizeHref(`/instellingen/passkey${query}`));

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = inburgeraarOf(locals);
	const passkeys = await listPasskeys(actor);
	return {
		passkeys: passkeys.map(shapePasskey),
		mayAdd: hasPasskeys() && passkeys.length < mostPasskeys,
		isProven: isProven(actor, locals.now),
		done: (['aan', 'uit'] as const).find((what) => what === url.searchParams.get('klaar'))
	};
};

export const actions: Actions = {
	pin: async (event) => {
		const actor = inburgeraarOf(event.locals);
		const refusal = await refusedProof(actor, event);
		return refusal ?? redirect(303, localizeHref('/instellingen/passkey'));
	},
	vraag: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		await readForm(request, z.object({}));
		if (!isProven(actor, locals.now)) back();
		return { ask: await beginAdding(actor, locals.now) };
	},
	antwoord: async ({ request, locals, cookies }) => {
		const actor = inburgeraarOf(locals);
		if (!isProven(actor, locals.now)) back();
		const form = await readForm(request, z.object({ antwoord: passkeyAnswer }));
		const browser = { kind: deviceKindOf(request), devices: deviceTokens(cookies) };
		const typed = form.ok ? form.data.antwoord : '';
		if (!(await addPasskey(actor, typed, browser, locals.now)))
			return fail(400, { reason: 'mislukt' as const });
		back('?klaar=aan');
	},
	weg: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ id: z.string().max(40) }));
		if (!form.ok || !(await forgetPasskey(actor, form.data.id, locals.now))) error(404);
		back('?klaar=uit');
	}
};

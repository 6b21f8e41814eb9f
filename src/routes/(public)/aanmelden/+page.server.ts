import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { sendsMail } from '#lib/server/mail/sender.ts';
import { oidcFor } from '#lib/server/oidc.ts';
import { hasPasskeys } from '#lib/server/passkeys.ts';
import { knownDevices, signInWithPin } from '#lib/server/sign-in-pin.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { idField, optional, readForm } from '#lib/server/web/form.ts';
import { deviceTokens, startSession } from '#lib/server/web/session.ts';
import { endedBy, startOf } from '../start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	if (locals.actor) redirect(303, startOf(locals.actor));
	const devices = await knownDevices(deviceTokens(cookies));
	return {
		devices,
		hasPasskeys: hasPasskeys(),
		oidc: oidcFor('participants'),
		keepsTyped: devices.length > 1 ? '' : undefined,
		mail: sendsMail(),
		ended: endedBy(url)
	};
};

const schema = z.object({ pin: z.string().max(40), wie: optional(idField) });

export const actions: Actions = {
	default: async ({ request, cookies, locals, getClientAddress }) => {
		const form = await readForm(request, schema);
		if (!form.ok && form.isSwitch)
			return fail(200, { reason: 'taal' as const, wie: String(form.typed.wie ?? '') });
		if (!form.ok) return fail(400, { reason: 'pin_cijfers' as const });
		const browser = { tokens: deviceTokens(cookies), deviceId: form.data.wie };
		const address = getClientAddress();
		const outcome = await signInWithPin(browser, form.data.pin, address, locals.now);
		if (!outcome.ok) return fail(400, { ...outcome, wie: form.data.wie });
		const { personId: id, deviceId, locale } = outcome;
		const back = await startSession(
			cookies,
			{ id, locale },
			{ deviceId, deviceKind: deviceKindOf(request), address }
		);
		redirect(303, startOf(outcome, back));
	}
};

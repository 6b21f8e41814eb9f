import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { activate, isPending } from '#lib/server/sign-in-activation.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { readForm } from '#lib/server/web/form.ts';
import { addDeviceToken, deletePending, readCookie, startSession } from '#lib/server/web/session.ts';
import { startOf } from '../../start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, locals }) => {
	if (!isPending(readCookie(cookies, 'activation'), locals.now)) redirect(303, localizeHref('/activeren'));
};

const schema = z.object({ pin: z.string().max(40), nogmaals: z.string().max(40) });

export const actions: Actions = {
	default: async ({ request, cookies, locals, getClientAddress }) => {
		const form = await readForm(request, schema);
		if (!form.ok) return fail(400, { reason: 'pin_cijfers' as const });
		const kind = deviceKindOf(request);
		const pins = { first: form.data.pin, second: form.data.nogmaals };
		const outcome = await activate(readCookie(cookies, 'activation'), pins, kind, locals.now);
		if (!outcome.ok) return fail(400, { reason: outcome.reason });
		deletePending(cookies);
		addDeviceToken(cookies, outcome.deviceToken);
		const { personId, deviceId, locale } = outcome;
		await startSession(
			cookies,
			{ id: personId, locale },
			{ deviceId, deviceKind: kind, address: getClientAddress() }
		);
		redirect(303, startOf({ role: 'inburgeraar', locale }));
	}
};

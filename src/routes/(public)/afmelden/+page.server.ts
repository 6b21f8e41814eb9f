import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { forgetDevices } from '#lib/server/devices.ts';
import { readForm } from '#lib/server/web/form.ts';
import { deleteDeviceCookie, deviceTokens, endSession } from '#lib/server/web/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, cookies }) => {
	if (!locals.actor) redirect(303, localizeHref('/'));
	return { hasDevice: deviceTokens(cookies).length > 0 };
};

export const actions: Actions = {
	/** Succeeds with an expired session too. The device stays known, unless it is to be forgotten (SES-05). */
	default: async ({ request, cookies, locals, setHeaders }) => {
		const form = await readForm(request, z.object({ vergeet: z.string().max(10) }));
		const isForgotten = form.ok && form.data.vergeet === 'ja';
		await endSession(cookies);
		if (isForgotten) {
			await forgetDevices(deviceTokens(cookies), locals.now);
			deleteDeviceCookie(cookies);
		}
		setHeaders({ 'clear-site-data': isForgotten ? '"cache", "cookies", "storage"' : '"cache", "storage"' });
		redirect(303, localizeHref('/'));
	}
};

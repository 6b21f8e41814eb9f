import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signInByMail } from '#lib/server/sign-in-mail.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { readForm } from '#lib/server/web/form.ts';
import { addDeviceToken, deleteMailLink, readCookie, setMailLink, startSession } from '#lib/server/web/session.ts'; // prettier-ignore
import { startOf } from '../../../start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ keepsTyped: '' });

const schema = z.object({ link: z.string().max(200), pin: z.string().max(40) });

export const actions: Actions = {
	default: async ({ request, cookies, locals, getClientAddress }) => {
		const form = await readForm(request, schema);
		// Behind the `#` of the address at first; once it was sent, a cookie holds it for the next PIN.
		const sent = String(form.typed.link ?? '').trim();
		if (/^[\w-]{43}$/.test(sent)) setMailLink(cookies, sent);
		if (!form.ok && form.isSwitch) return fail(200, { reason: 'taal' as const });
		if (!form.ok) return fail(400, { reason: 'pin_cijfers' as const });
		const token = sent || readCookie(cookies, 'maillink') || '';
		if (!token) return fail(400, { reason: 'leeg' as const });
		const kind = deviceKindOf(request);
		const address = getClientAddress();
		const outcome = await signInByMail(token, form.data.pin, { kind, address }, locals.now);
		if (!outcome.ok) {
			const isOver = outcome.reason === 'verlopen' || outcome.reason === 'dicht';
			if (isOver) deleteMailLink(cookies);
			return fail(400, outcome);
		}
		deleteMailLink(cookies);
		addDeviceToken(cookies, outcome.deviceToken);
		const { personId: id, deviceId, locale } = outcome;
		const back = await startSession(cookies, { id, locale }, { deviceId, deviceKind: kind, address });
		redirect(303, startOf({ role: 'inburgeraar', locale }, back));
	}
};

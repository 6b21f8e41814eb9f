import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { resetPassword } from '#lib/server/password-reset.ts';
import { readForm } from '#lib/server/web/form.ts';
import { deleteMailLink, readCookie, setMailLink } from '#lib/server/web/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({});

const password = z.string().max(512);
const schema = z.object({ link: z.string().max(200), nieuw: password, nogEens: password });

export const actions: Actions = {
	default: async ({ request, cookies, locals }) => {
		const form = await readForm(request, schema);
		// Behind the `#` of the address at first; once it was sent, a cookie holds it for another try.
		const sent = String(form.typed.link ?? '').trim();
		if (/^[\w-]{43}$/.test(sent)) setMailLink(cookies, sent);
		if (!form.ok) return fail(400, { reason: 'zwak' as const });
		if (form.data.nieuw !== form.data.nogEens) return fail(400, { reason: 'ongelijk' as const });
		const token = sent || readCookie(cookies, 'maillink') || '';
		if (!token) return fail(400, { reason: 'leeg' as const });
		const reason = await resetPassword(token, form.data.nieuw, locals.now);
		if (reason !== 'zwak') deleteMailLink(cookies);
		return reason === 'gelukt' ? { reason } : fail(400, { reason });
	}
};

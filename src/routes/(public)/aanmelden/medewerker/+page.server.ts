import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { oidcFor } from '#lib/server/oidc.ts';
import { hasPasskeys } from '#lib/server/passkeys.ts';
import { sendsMail } from '#lib/server/mail/sender.ts';
import { beginSecondStep } from '#lib/server/second-step.ts';
import { signInStaff } from '#lib/server/sign-in-staff.ts';
import { line, readForm, required } from '#lib/server/web/form.ts';
import { knownBrowsers, setSecondStep } from '#lib/server/web/session.ts';
import { endedBy, startOf } from '../../start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor) redirect(303, startOf(locals.actor));
	const ways = { hasPasskeys: hasPasskeys(), oidc: oidcFor('staff'), sendsMail: sendsMail() };
	return { keepsTyped: '', ended: endedBy(url), ...ways };
};

const schema = z.object({ email: required(line(254)), wachtwoord: z.string().min(1).max(512) });

export const actions: Actions = {
	default: async ({ request, cookies, locals, setHeaders, getClientAddress }) => {
		const form = await readForm(request, schema);
		// What was typed comes back, except the password.
		if (!form.ok) {
			const reason = form.isSwitch ? ('taal' as const) : ('leeg' as const);
			return fail(form.status, { reason, email: String(form.typed.email ?? '') });
		}
		const { email, wachtwoord } = form.data;
		const from = { address: getClientAddress(), browsers: knownBrowsers(cookies) };
		const outcome = await signInStaff(email, wachtwoord, from, locals.now);
		if (!outcome.ok && outcome.reason === 'wachten') {
			setHeaders({ 'retry-after': String(outcome.seconds) });
			return fail(429, { reason: 'wachten' as const, seconds: outcome.seconds, email });
		}
		if (!outcome.ok) return fail(400, { reason: 'onjuist' as const, email });
		setSecondStep(cookies, await beginSecondStep(outcome.personId, locals.now));
		redirect(303, localizeHref('/tweede-stap', { locale: outcome.locale === 'en' ? 'en' : 'nl' }));
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { askLink } from '#lib/server/mail/ask.ts';
import { sendsMail } from '#lib/server/mail/sender.ts';
import { line, readForm } from '#lib/server/web/form.ts';
import { secondsToWait } from '#lib/server/web/rate.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	sendsMail: sendsMail(),
	isAsked: url.searchParams.has('gestuurd')
});

const mostPerMinute = 10;

export const actions: Actions = {
	default: async ({ request, locals, getClientAddress }) => {
		const form = await readForm(request, z.object({ email: line(254) }));
		const email = String(form.typed.email ?? '');
		if (!form.ok) return fail(form.status, { email });
		// One caller that asks for many is not heard; the page looks the same.
		const isHeard =
			sendsMail() && secondsToWait(`mail:${getClientAddress()}`, mostPerMinute, locals.now) === 0;
		if (isHeard && !(await askLink('wachtwoord', form.data.email, locals.now))) return fail(400, { email });
		redirect(303, localizeHref('/wachtwoord-vergeten?gestuurd'));
	}
};

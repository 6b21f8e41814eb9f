import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { sendsMail } from '#lib/server/mail/sender.ts';
import { askConfirmation, forgetAddress, ownEmail, reopenMailSignIn } from '#lib/server/own-email.ts';
import { line, readForm } from '#lib/server/web/form.ts';
import { inburgeraarOf, isProven } from '#lib/server/web/guard.ts';
import { refusedProof } from '../prove-pin.server.ts';
import type { Actions, PageServerLoad } from './$types';

const confirmations = ['gestuurd', 'weg', 'open'] as const;
const here = '/instellingen/e-mail';
const done = (what: (typeof confirmations)[number]): never => redirect(303, localizeHref(`${here}?klaar=${what}`)); // prettier-ignore

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = inburgeraarOf(locals);
	return {
		...(await ownEmail(actor)),
		sendsMail: sendsMail(),
		isProven: isProven(actor, locals.now),
		done: confirmations.find((what) => what === url.searchParams.get('klaar'))
	};
};

export const actions: Actions = {
	pin: async (event) => {
		const actor = inburgeraarOf(event.locals);
		const refusal = await refusedProof(actor, event);
		return refusal ?? redirect(303, localizeHref(here));
	},
	adres: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ email: line(254) }));
		const typed = String(form.typed.email ?? '');
		if (!form.ok) return fail(form.status, { reason: form.isSwitch ? ('taal' as const) : ('email' as const), typed }); // prettier-ignore
		if (!isProven(actor, locals.now) || !sendsMail()) return fail(400, { reason: 'taal' as const, typed });
		const reason = await askConfirmation(actor, form.data.email, locals.now);
		return reason === 'gestuurd' ? done(reason) : fail(400, { reason, typed });
	},
	weg: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		await readForm(request, z.object({}));
		if (!isProven(actor, locals.now)) redirect(303, localizeHref(here));
		await forgetAddress(actor, locals.now);
		done('weg');
	},
	open: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		await readForm(request, z.object({}));
		if (!isProven(actor, locals.now)) redirect(303, localizeHref(here));
		await reopenMailSignIn(actor, locals.now);
		done('open');
	}
};

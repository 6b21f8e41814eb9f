import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { calendarFeedSince, createCalendarFeed, revokeCalendarFeed } from '#lib/server/calendar.ts';
import { config } from '#lib/server/config.ts';
import { momentText } from '#lib/server/format.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, readForm } from '#lib/server/web/form.ts';
import { inburgeraarOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const since = await calendarFeedSince(inburgeraarOf(locals));
	return { since: since ? momentText(since, locals.locale) : null, formKey: newId() };
};

export const actions: Actions = {
	/** Answers with the page itself: the address is shown here once, and stands in no other page. */
	maak: async ({ request, locals, setHeaders }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ formKey }));
		const token = form.ok ? await createCalendarFeed(actor, form.data.formKey, locals.now) : undefined;
		setHeaders({ 'x-portal-reflects': '1' });
		if (!token) return fail(409, { address: null, open: null });
		const address = `${config().portalOrigin}/agenda/${token}.ics`;
		return { address, open: address.replace(/^https?:/, 'webcal:') };
	},
	stop: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		await readForm(request, z.object({}));
		await revokeCalendarFeed(actor, locals.now);
		redirect(303, localizeHref('/afspraken/agenda'));
	}
};

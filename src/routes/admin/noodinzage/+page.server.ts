import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { breakGlass, closeGlass, shortestReason } from '#lib/server/break-glass.ts';
import { newId } from '#lib/server/ids.ts';
import { birthDay, formKey, idField, line, lines, readForm, required } from '#lib/server/web/form.ts';
import { consulentOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	consulentOf(locals);
	return { formKey: newId(), keepsTyped: '/open', shortestReason, isClosed: url.searchParams.has('dicht') };
};

const schema = z.object({
	formKey,
	naam: required(line(120)),
	geboortedatum: birthDay,
	reden: required(lines(1000)).pipe(z.string().min(shortestReason, 'te_klein'))
});

export const actions: Actions = {
	open: async ({ request, locals, setHeaders }) => {
		const actor = consulentOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { errors: form.errors, typed: form.typed });
		const { naam: name, geboortedatum, reden: reason, formKey: key } = form.data;
		const outcome = await breakGlass(actor, { name, geboortedatum, reason }, key, locals.now);
		if (outcome.ok) redirect(303, localizeHref(`/admin/inburgeraars/${outcome.inburgeraarId}`));
		if (outcome.reason === 'wachten') setHeaders({ 'retry-after': String(outcome.seconds) });
		return fail(outcome.reason === 'wachten' ? 429 : 400, { errors: {}, typed: form.typed, problem: outcome.reason }); // prettier-ignore
	},
	sluit: async ({ request, locals }) => {
		const actor = consulentOf(locals);
		const form = await readForm(request, z.object({ wie: idField }));
		if (!form.ok) error(400);
		await closeGlass(actor, form.data.wie, locals.now);
		redirect(303, localizeHref('/admin/noodinzage?dicht'));
	}
};

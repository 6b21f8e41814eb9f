import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { countLogins, endLoginsOf } from '#lib/server/end-access.ts';
import { newId } from '#lib/server/ids.ts';
import { changeStaff, deactivateStaff, newPasswordFor, placesOf, resetSecondStepOf, staffMember } from '#lib/server/staff-accounts.ts'; // prettier-ignore
import { formKey, readForm, version } from '#lib/server/web/form.ts';
import { found, isProven, keeperOf, proven } from '#lib/server/web/guard.ts';
import { accountOf, choicesOf, fields } from '../account.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = keeperOf(locals);
	const { person, gemeenteName, guided } = found(await staffMember(actor, params.id, locals.now));
	const { partners } = choicesOf(await placesOf(actor));
	return {
		...{ id: person.id, name: person.name, version: person.version, gemeente: gemeenteName, guided },
		isActive: person.isActive,
		isSelf: person.id === actor.id,
		logins: await countLogins(person.id, locals.now),
		isSaved: url.searchParams.has('bewaard'),
		partners,
		values: {
			...{ naam: person.name, email: person.loginName ?? '', rol: person.role as string },
			...{ telefoon: person.phone ?? '', functie: person.jobTitle ?? '' },
			organisatie: person.partnerId ?? ''
		},
		formKey: newId()
	};
};

export const actions: Actions = {
	wijzig: async ({ request, locals, params, setHeaders }) => {
		const actor = keeperOf(locals);
		const form = await readForm(request, z.object({ ...fields, version }));
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'version' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		if (!isProven(actor, locals.now)) return fail(403, { typed, reason: 'bewijs' as const, count: 0 });
		const { version: seen, ...rest } = form.data;
		const result = found(await changeStaff(actor, params.id, accountOf(rest), seen, locals.now));
		if (!result.ok) return fail(409, { typed, reason: result.reason, count: result.count ?? 0 });
		redirect(303, localizeHref(`/admin/medewerkers/${params.id}?bewaard`));
	},
	stop: async ({ request, locals, params }) => {
		const actor = keeperOf(locals);
		proven(actor, locals.now, '/admin/medewerkers');
		const form = await readForm(request, z.object({ version }));
		if (!form.ok) error(400);
		const result = found(await deactivateStaff(actor, params.id, form.data.version, locals.now));
		if (!result.ok) return fail(409, { reason: result.reason, count: result.count ?? 0 });
		redirect(303, localizeHref(`/admin/medewerkers/${params.id}?bewaard`));
	},
	/** No fresh proof: it takes nothing away that a sign-in does not give back, and haste may be needed. */
	afmelden: async ({ request, locals, params }) => {
		const actor = keeperOf(locals);
		const form = await readForm(request, z.object({}));
		if (!form.ok) error(400);
		found(await endLoginsOf(actor, params.id, locals.now));
		redirect(303, localizeHref(`/admin/medewerkers/${params.id}?bewaard`));
	},
	wachtwoord: async ({ request, locals, params }) => {
		const actor = keeperOf(locals);
		proven(actor, locals.now, '/admin/medewerkers');
		const form = await readForm(request, z.object({ formKey }));
		if (!form.ok) error(400);
		return { made: found(await newPasswordFor(actor, params.id, form.data.formKey, locals.now)) };
	},
	tweede: async ({ request, locals, params }) => {
		const actor = keeperOf(locals);
		proven(actor, locals.now, '/admin/medewerkers');
		const form = await readForm(request, z.object({}));
		if (!form.ok) error(400);
		found(await resetSecondStepOf(actor, params.id, locals.now));
		redirect(303, localizeHref(`/admin/medewerkers/${params.id}?bewaard`));
	}
};

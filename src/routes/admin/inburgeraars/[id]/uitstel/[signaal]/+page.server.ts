import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { terugOp, uiterlijkTerug, uitstelkeuzes } from '#lib/domain/signalen/uitstel.ts';
import { signalen, snoozeReasons } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { numericDate } from '#lib/server/format.ts';
import { newId } from '#lib/server/ids.ts';
import { snoozeOf, snoozeSignal } from '#lib/server/signal-snoozes.ts';
import { choice, day, formKey, line, optional, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { listPath, sameQuery } from '../../../../filter.server.ts';
import type { Actions, PageServerLoad } from './$types';

const signaalOf = (text: string) => found(signalen.find((code) => code === text));

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const signaal = signaalOf(params.signaal);
	found(await openDossier(actor, params.id, 'uitstel', locals.now));
	found(await snoozeOf(actor, params.id, signaal, locals.now).then((snooze) => snooze === undefined ? undefined : { snooze })); // prettier-ignore
	const last = uiterlijkTerug(dayOf(locals.now));
	return {
		...{ signaal, formKey: newId(), query: sameQuery(url.searchParams.get('lijst') ?? '') },
		isFromDossier: url.searchParams.get('naar') === 'dossier',
		last: { text: numericDate(last), iso: last.toString() }
	};
};

const schema = z.object({
	terug: choice([...uitstelkeuzes, 'eigen'] as const),
	dag: optional(day),
	reason: choice(snoozeReasons),
	note: line(300),
	query: line(400),
	naar: optional(choice(['dossier'] as const)),
	formKey
});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const signaal = signaalOf(params.signaal);
		const form = await readForm(request, schema);
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const { terug: keuze, dag, reason, note, query, naar, formKey: key } = form.data;
		const terug = keuze === 'eigen' ? dag : terugOp(keuze, dayOf(locals.now));
		if (!terug) return fail(400, { errors: { dag: 'datum' }, typed: form.typed });
		const snooze = { signaal, terug, reason, ...(note ? { note } : {}) };
		const result = found(await snoozeSignal(actor, params.id, snooze, key, locals.now));
		if (!result.ok) return fail(400, { errors: { dag: result.reden }, typed: form.typed });
		const path = naar ? `/admin/inburgeraars/${params.id}` : listPath(sameQuery(query));
		redirect(303, localizeHref(`${path}${path.includes('?') ? '&' : '?'}gedaan=uitgesteld`));
	}
};

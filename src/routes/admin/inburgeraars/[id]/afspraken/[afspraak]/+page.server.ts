import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { cancelReasons } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { cancelAppointment, recordOutcome, type Changed } from '#lib/server/appointment-plans.ts';
import { appointmentOf, appointmentText } from '#lib/server/appointments.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { momentText } from '#lib/server/format.ts';
import { choice, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { now, locale } = locals;
	found(await openDossier(actor, params.id, 'afspraken', now));
	const { appointment, changes } = found(await appointmentOf(actor, params.id, params.afspraak));
	return {
		appointment: appointmentText(appointment, locale, now),
		proposalIso: appointment.proposal?.day ?? null,
		hasBegun: Temporal.Instant.compare(appointment.startsAt, now) <= 0,
		history: changes
			.toReversed()
			.map(({ id, change, recordedAt, recordedByName, startsAtBefore, startsAtAfter }) => ({
				...{ id, change, by: recordedByName, at: momentText(recordedAt, locale) },
				from: startsAtBefore && momentText(startsAtBefore, locale),
				to: startsAtAfter && momentText(startsAtAfter, locale)
			}))
	};
};

/** Back to the appointment; somebody else's change is shown first, with what was chosen kept. */
function answer(result: Changed, path: string, chosen: string) {
	if (result.kind === 'bewaard') redirect(303, localizeHref(path));
	return fail(409, { problem: result.kind, chosen });
}

export const actions: Actions = {
	afzeggen: async ({ request, locals, params, url: _url }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, reden: choice(cancelReasons) }));
		if (!form.ok) return fail(400, { problem: 'reden' as const, chosen: '' });
		const key = { inburgeraarId: params.id, id: params.afspraak };
		const { version: at, reden: reason } = form.data;
		const result = found(await cancelAppointment(actor, key, { version: at, reason }, locals.now));
		return answer(result, `/admin/inburgeraars/${params.id}/afspraken/${params.afspraak}`, reason);
	},
	afloop: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const schema = z.object({ version, afloop: choice(['geweest', 'niet_gekomen']) });
		const form = await readForm(request, schema);
		if (!form.ok) return fail(400, { problem: 'afloop' as const, chosen: '' });
		const key = { inburgeraarId: params.id, id: params.afspraak };
		const { version: at, afloop: outcome } = form.data;
		const result = found(await recordOutcome(actor, key, { version: at, outcome }, locals.now));
		return answer(result, `/admin/inburgeraars/${params.id}/afspraken/${params.afspraak}`, outcome);
	}
};

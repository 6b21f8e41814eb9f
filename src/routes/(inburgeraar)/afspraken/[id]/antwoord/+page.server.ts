import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { cannotReasons } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { answerAppointment, proposalDays, type Answer } from '#lib/server/appointment-answers.ts';
import { appointmentOf, appointmentText } from '#lib/server/appointments.ts';
import { dayText } from '#lib/server/format.ts';
import { choice, day, optional, readForm, version } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const ways = ['bevestigd', 'kan_niet', 'voorstel'] as const;
const schema = z.object({
	antwoord: choice(ways),
	reden: optional(choice(cannotReasons)),
	dag: optional(day),
	deel: optional(choice(['ochtend', 'middag', 'avond'])),
	version
});
type Missing = 'reden' | 'dag' | 'deel';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = inburgeraarOf(locals);
	const { appointment } = found(await appointmentOf(actor, actor.id, params.id));
	const asked = url.searchParams.get('keuze');
	const shown = appointmentText(appointment, locals.locale, locals.now);
	return {
		keepsTyped: shown.status === 'gepland' && !shown.isOver ? '' : undefined,
		ways,
		way: ways.find((way) => way === asked) ?? ('bevestigd' as const),
		appointment: shown,
		days: proposalDays(appointment.startsAt, locals.now).map((date) => dayText(date, locals.locale))
	};
};

/** The answer, or what is still missing in it. */
function answerIn({ antwoord, reden, dag, deel }: z.infer<typeof schema>): Answer | Missing[] {
	if (antwoord === 'bevestigd') return { answer: 'bevestigd' };
	if (antwoord === 'kan_niet') return reden ? { answer: 'kan_niet', reason: reden } : ['reden'];
	if (dag && deel) return { answer: 'voorstel', day: dag, part: deel };
	return [...(dag ? [] : (['dag'] as const)), ...(deel ? [] : (['deel'] as const))];
}

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { missing: Object.keys(form.errors), typed: form.typed });
		const typed = { antwoord: form.data.antwoord, reden: form.data.reden, dag: form.data.dag?.toString(), deel: form.data.deel }; // prettier-ignore
		const answer = answerIn(form.data);
		if (Array.isArray(answer)) return fail(400, { missing: answer as string[], typed });
		const { version } = form.data;
		const result = found(await answerAppointment(actor, params.id, { ...answer, version }, locals.now));
		if (result === 'bewaard') redirect(303, `${localizeHref(`/afspraken/${params.id}`)}#antwoord`);
		return fail(result === 'geen_werkdag' ? 400 : 409, { result, missing: ['dag'], typed });
	}
};

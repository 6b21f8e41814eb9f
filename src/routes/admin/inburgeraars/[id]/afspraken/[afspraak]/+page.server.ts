import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { cancelReasons } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { groupIdFor } from '#lib/server/appointment-groups.ts';
import { acceptProposal, keepAppointment, recordOutcome } from '#lib/server/appointment-outcomes.ts';
import { cancelAppointment, type Changed } from '#lib/server/appointment-plans.ts';
import { cancelSeries } from '#lib/server/appointment-series.ts';
import { appointmentOf, appointmentText, type AppointmentRow } from '#lib/server/appointments.ts';
import { zone } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { momentText } from '#lib/server/format.ts';
import { checkbox, choice, optional, readForm, time, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinnen } from '#lib/server/zinnen.ts';
import { nextOf, outcomeFields, outcomeOf } from '../outcome.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { now, locale } = locals;
	const { person } = found(await openDossier(actor, params.id, 'afspraken', now));
	const { appointment, changes } = found(await appointmentOf(actor, params.id, params.afspraak));
	return {
		appointment: appointmentText(appointment, locale, now),
		zinnen: await readZinnen(appointment.zinnen, person.locale),
		proposalIso: appointment.proposal?.day ?? null,
		proposalTime: proposedTime(appointment),
		isSeries: appointment.seriesId !== null,
		groupId: await groupIdFor(actor, appointment.groupId),
		absenceReason: appointment.absenceReason,
		isNietVerwijtbaar: appointment.isNietVerwijtbaar,
		dialect: appointment.interpreterDialect,
		next: nextOf(appointment),
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

const firstTime = { ochtend: '09:30', middag: '13:30', avond: '18:30' };
const partOf = (hour: number) => (hour < 12 ? 'ochtend' : hour < 18 ? 'middag' : 'avond');
/** The same time when it lies in the part of the day that was asked for, else the first one of that part. */
function proposedTime({ startsAt, proposal }: Pick<AppointmentRow, 'startsAt' | 'proposal'>): string {
	const local = startsAt.toZonedDateTimeISO(zone).toPlainTime();
	if (!proposal || proposal.part === partOf(local.hour)) return local.toString({ smallestUnit: 'minute' });
	return firstTime[proposal.part];
}

/** Back to the appointment; somebody else's change is shown first, with what was chosen kept. */
function answer(result: Changed, path: string, chosen: string) {
	if (result.kind === 'bewaard') redirect(303, localizeHref(path));
	const warnings = result.kind === 'let_op' ? result.warnings : [];
	return fail(409, { problem: result.kind, chosen, warnings });
}

export const actions: Actions = {
	afzeggen: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const schema = z.object({ version, reden: choice(cancelReasons), bereik: optional(choice(['deze', 'later'])) }); // prettier-ignore
		const form = await readForm(request, schema);
		if (!form.ok) return fail(400, { problem: 'reden' as const, chosen: '' });
		const { version: at, reden: reason, bereik } = form.data;
		const cancel = bereik === 'later' ? cancelSeries : cancelAppointment;
		const result = found(await cancel(actor, keyOf(params), { version: at, reason }, locals.now));
		return answer(result, pathOf(params), reason);
	},
	afloop: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, ...outcomeFields }));
		if (!form.ok) return fail(400, { problem: 'afloop' as const, chosen: '' });
		const sent = { version: form.data.version, ...outcomeOf(form.data) };
		const result = found(await recordOutcome(actor, keyOf(params), sent, locals.now));
		return answer(result, pathOf(params), sent.outcome);
	},
	overnemen: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, tijd: time, toch: checkbox }));
		if (!form.ok) return fail(400, { problem: 'tijd' as const, chosen: String(form.typed.tijd ?? '') });
		const { version: at, tijd, toch: isSure } = form.data;
		const sent = { version: at, time: tijd, isSure };
		const result = found(await acceptProposal(actor, keyOf(params), sent, locals.now));
		return answer(result, pathOf(params), tijd);
	},
	blijft: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version }));
		if (!form.ok) error(400);
		const result = found(await keepAppointment(actor, keyOf(params), form.data, locals.now));
		return answer(result, pathOf(params), '');
	}
};

const keyOf = (params: { id: string; afspraak: string }) => ({
	inburgeraarId: params.id,
	id: params.afspraak
});
const pathOf = (params: { id: string; afspraak: string }) =>
	`/admin/inburgeraars/${params.id}/afspraken/${params.afspraak}`;

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
import { dossierFor, openDossier } from '#lib/server/dossiers.ts';
import { momentText } from '#lib/server/format.ts';
import { checkbox, choice, optional, readForm, time, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze, zinFields } from '#lib/server/web/zinnen.ts';
import { readZinLists, readZinnen, zinKeuze } from '#lib/server/zinnen.ts';
import { zinKinds } from '../appointment-form.server.ts';
import { nextOf, outcomeFields, outcomeOf } from '../outcome.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { now, locale } = locals;
	const { person } = found(await openDossier(actor, params.id, 'afspraken', now));
	const { appointment, changes } = found(await appointmentOf(actor, params.id, params.afspraak));
	const whys = await readZinLists(changes.map(({ zinnen }) => zinnen), person.locale); // prettier-ignore
	return {
		keuze: await zinKeuze(actor, zinKinds, person.locale),
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
			.map(
				(
					{
						id,
						change,
						recordedAt,
						recordedByName,
						startsAtBefore,
						startsAtAfter,
						absenceReason,
						isNietVerwijtbaar
					},
					n
				) => ({
					...{ id, change, by: recordedByName, at: momentText(recordedAt, locale) },
					...{ absenceReason, isNietVerwijtbaar, why: whys[n] ?? [] },
					from: startsAtBefore && momentText(startsAtBefore, locale),
					to: startsAtAfter && momentText(startsAtAfter, locale)
				})
			)
			.toReversed()
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

const cancelSchema = z.object({
	...{ version, reden: choice(cancelReasons), bereik: optional(choice(['deze', 'later'])) },
	...zinFields
});

/** Back to the appointment; somebody else's change is shown first, with what was chosen kept. */
function answer(result: Changed, path: string, chosen: string) {
	if (result.kind === 'bewaard') redirect(303, localizeHref(path));
	const warnings = result.kind === 'let_op' ? result.warnings : [];
	return fail(409, { problem: result.kind, chosen, warnings, cancel: null });
}

export const actions: Actions = {
	afzeggen: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, cancelSchema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { person } = found(await dossierFor(actor, params.id));
		const { keuze, isEdited, zinnen, errors } = await readZinKeuze(actor, form.typed, zinKinds, person.locale); // prettier-ignore
		const again = { cancel: { keuze, errors, scope: String(form.typed.bereik ?? '') }, chosen: String(form.typed.reden ?? '') }; // prettier-ignore
		if (isEdited) return { ...again, problem: null, warnings: [] };
		if (!form.ok) return fail(400, { ...again, problem: 'reden' as const, warnings: [] });
		if (Object.keys(errors).length > 0) return fail(400, { ...again, problem: 'zinnen' as const, warnings: [] }); // prettier-ignore
		const { version: at, reden: reason, bereik } = form.data;
		const cancel = bereik === 'later' ? cancelSeries : cancelAppointment;
		const sent = { version: at, reason, why: zinnen };
		const result = found(await cancel(actor, keyOf(params), sent, locals.now));
		return answer(result, pathOf(params), reason);
	},
	afloop: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, ...outcomeFields }));
		if (!form.ok) return fail(400, { problem: 'afloop' as const, chosen: '', cancel: null, warnings: [] });
		const sent = { version: form.data.version, ...outcomeOf(form.data) };
		const result = found(await recordOutcome(actor, keyOf(params), sent, locals.now));
		return answer(result, pathOf(params), sent.outcome);
	},
	overnemen: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, tijd: time, toch: checkbox }));
		if (!form.ok) return fail(400, { problem: 'tijd' as const, chosen: String(form.typed.tijd ?? ''), cancel: null, warnings: [] }); // prettier-ignore
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

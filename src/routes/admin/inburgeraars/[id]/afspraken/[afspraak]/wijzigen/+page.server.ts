import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { changeAppointment, possibleHosts } from '#lib/server/appointment-plans.ts';
import { changeSeries } from '#lib/server/appointment-series.ts';
import { appointmentOf } from '#lib/server/appointments.ts';
import { dossierFor, openDossier } from '#lib/server/dossiers.ts';
import { choice, optional, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { draftOf, fields, formOf, many, zinKinds } from '../../appointment-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, params.id, 'afspraken', locals.now));
	const { appointment } = found(await appointmentOf(actor, params.id, params.afspraak));
	const dag = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get('dag') ?? '')?.[0] ?? null;
	return {
		id: appointment.id,
		version: appointment.version,
		status: appointment.status,
		isSeries: appointment.seriesId !== null,
		values: formOf(appointment, dag),
		standing: formOf(appointment, null),
		keuze: await zinKeuze(actor, zinKinds, dossier.person.locale, appointment.zinnen ?? []),
		hosts: await possibleHosts(actor, dossier, appointment),
		actorId: actor.id
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(
			request,
			z.object({ ...fields, version, bereik: optional(choice(['deze', 'later'])) }),
			many
		);
		setHeaders({ 'x-portal-reflects': '1' });
		const { person } = found(await dossierFor(actor, params.id));
		if (!form.ok && 'version' in form.errors) error(400);
		const said = await readZinKeuze(actor, form.typed, zinKinds, person.locale);
		const shown = { typed: form.typed, keuze: said.keuze };
		if (said.isEdited) return { ...shown, errors: said.errors };
		if (!form.ok) return fail(400, { ...shown, errors: { ...form.errors, ...said.errors } });
		const drafted = draftOf(form.data, said.zinnen);
		const errors = { ...('errors' in drafted ? drafted.errors : {}), ...said.errors };
		if ('errors' in drafted || Object.keys(errors).length) return fail(400, { ...shown, errors });
		const key = { inburgeraarId: params.id, id: params.afspraak };
		const sent = { version: form.data.version, isSure: form.data.toch };
		const change = form.data.bereik === 'later' ? changeSeries : changeAppointment;
		const result = found(await change(actor, key, drafted.draft, sent, locals.now));
		if (result.kind === 'bewaard')
			redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/afspraken/${params.afspraak}`));
		return fail(409, {
			...shown,
			isConflict: result.kind === 'conflict',
			isDouble: result.kind === 'dubbel',
			warnings: result.kind === 'let_op' ? result.warnings : []
		});
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { changeAppointment, possibleHosts } from '#lib/server/appointment-plans.ts';
import { changeSeries } from '#lib/server/appointment-series.ts';
import { appointmentOf } from '#lib/server/appointments.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { choice, optional, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { draftOf, fields, formOf, many } from '../../appointment-form.server.ts';
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
		const { typed } = form;
		if (!form.ok && 'version' in form.errors) error(400);
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const drafted = draftOf(form.data);
		if ('errors' in drafted) return fail(400, { typed, errors: drafted.errors });
		const key = { inburgeraarId: params.id, id: params.afspraak };
		const sent = { version: form.data.version, isSure: form.data.toch };
		const change = form.data.bereik === 'later' ? changeSeries : changeAppointment;
		const result = found(await change(actor, key, drafted.draft, sent, locals.now));
		if (result.kind === 'bewaard')
			redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/afspraken/${params.afspraak}`));
		return fail(409, {
			typed,
			isConflict: result.kind === 'conflict',
			isDouble: result.kind === 'dubbel',
			warnings: result.kind === 'let_op' ? result.warnings : []
		});
	}
};

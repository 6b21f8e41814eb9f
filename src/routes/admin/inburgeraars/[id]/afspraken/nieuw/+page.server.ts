import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { planAppointment, possibleHosts, type Warning } from '#lib/server/appointment-plans.ts';
import { appointmentOf } from '#lib/server/appointments.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, readForm, type FieldErrors, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { draftOf, emptyForm, fields, formOf, many } from '../appointment-form.server.ts';
import { answerSeries, seriesFields, type SeriesPreview } from './series.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, params.id, 'afspraken', locals.now));
	const dag = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get('dag') ?? '')?.[0] ?? null;
	const like = await appointmentOf(actor, params.id, url.searchParams.get('van') ?? '');
	const again = like && { ...formOf(like.appointment, dag ?? ''), geregeld: '' };
	return {
		values: again ?? emptyForm(actor, dossier.inburgeraar, dag),
		hosts: await possibleHosts(actor, dossier, like?.appointment),
		actorId: actor.id,
		formKey: newId()
	};
};

interface Stopped {
	errors?: FieldErrors;
	warnings?: Warning[];
	preview?: SeriesPreview;
	isDouble?: boolean;
	isRepeated?: boolean;
}
/** The form again, with everything that was typed. */
const refused = (status: number, typed: Typed, why: Stopped) =>
	fail(status, {
		...{ typed, errors: why.errors, warnings: why.warnings, preview: why.preview },
		...{ isDouble: why.isDouble ?? false, isRepeated: why.isRepeated ?? false }
	});

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const schema = z.object({ ...fields, ...seriesFields, formKey });
		const form = await readForm(request, schema, [...many, 'dagen']);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok) return refused(400, typed, { errors: form.errors });
		const drafted = draftOf(form.data);
		if ('errors' in drafted) return refused(400, typed, { errors: drafted.errors });
		const list = localizeHref(`/admin/inburgeraars/${params.id}/afspraken`);
		try {
			if (form.data.herhaal) {
				const sent = await answerSeries(actor, params.id, drafted.draft, form.data, locals);
				if (sent === 'gepland') redirect(303, list);
				return refused(409, typed, sent);
			}
			const sent = { key: form.data.formKey, isSure: form.data.toch };
			const result = found(await planAppointment(actor, params.id, drafted.draft, sent, locals.now));
			if (result.kind === 'dubbel') return refused(409, typed, { isDouble: true });
			if (result.kind === 'let_op') return refused(409, typed, { warnings: result.warnings });
			redirect(303, `${list}/${result.id}`);
		} catch (cause) {
			if (isDifferentPayload(cause)) return refused(422, typed, { isRepeated: true });
			throw cause;
		}
	}
};

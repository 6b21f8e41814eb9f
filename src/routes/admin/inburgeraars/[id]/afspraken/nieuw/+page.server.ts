import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { planAppointment, possibleHosts, type Warning } from '#lib/server/appointment-plans.ts';
import { appointmentOf } from '#lib/server/appointments.ts';
import { dossierFor, openDossier } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, readForm, type FieldErrors, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import type { ZinKeuze } from '#lib/domain/zinnen.ts';
import { draftOf, emptyForm, fields, formOf, many, zinKinds } from '../appointment-form.server.ts';
import { answerSeries, seriesFields, type SeriesPreview } from './series.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, params.id, 'afspraken', locals.now));
	const dag = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get('dag') ?? '')?.[0] ?? null;
	const like = await appointmentOf(actor, params.id, url.searchParams.get('van') ?? '');
	const likeIt = like && { ...formOf(like.appointment, dag ?? ''), geregeld: '' };
	return {
		keuze: await zinKeuze(actor, zinKinds, dossier.person.locale, like?.appointment.zinnen ?? []),
		values: likeIt ?? emptyForm(actor, dossier.inburgeraar, dag),
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
/** The form again, with everything that was typed and chosen. */
const again = (shown: { typed: Typed; keuze: ZinKeuze }, why: Stopped) => ({
	...shown,
	...{ errors: why.errors, warnings: why.warnings, preview: why.preview },
	...{ isDouble: why.isDouble ?? false, isRepeated: why.isRepeated ?? false }
});
const refused = (status: number, ...form: Parameters<typeof again>) => fail(status, again(...form));

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const schema = z.object({ ...fields, ...seriesFields, formKey });
		const form = await readForm(request, schema, [...many, 'dagen']);
		setHeaders({ 'x-portal-reflects': '1' });
		const { person } = found(await dossierFor(actor, params.id));
		if (!form.ok && 'formKey' in form.errors) error(400);
		const said = await readZinKeuze(actor, form.typed, zinKinds, person.locale);
		const shown = { typed: form.typed, keuze: said.keuze };
		if (said.isEdited) return again(shown, { errors: said.errors });
		if (!form.ok) return refused(400, shown, { errors: { ...form.errors, ...said.errors } });
		const drafted = draftOf(form.data, said.zinnen);
		const errors = { ...('errors' in drafted ? drafted.errors : {}), ...said.errors };
		if ('errors' in drafted || Object.keys(errors).length) return refused(400, shown, { errors });
		const list = localizeHref(`/admin/inburgeraars/${params.id}/afspraken`);
		try {
			if (form.data.herhaal) {
				const sent = await answerSeries(actor, params.id, drafted.draft, form.data, locals);
				if (sent === 'gepland') redirect(303, list);
				return refused(409, shown, sent);
			}
			const sent = { key: form.data.formKey, isSure: form.data.toch };
			const result = found(await planAppointment(actor, params.id, drafted.draft, sent, locals.now));
			if (result.kind === 'dubbel') return refused(409, shown, { isDouble: true });
			if (result.kind === 'let_op') return refused(409, shown, { warnings: result.warnings });
			redirect(303, `${list}/${result.id}`);
		} catch (cause) {
			if (isDifferentPayload(cause)) return refused(422, shown, { isRepeated: true });
			throw cause;
		}
	}
};

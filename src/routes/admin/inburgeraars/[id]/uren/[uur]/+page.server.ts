import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { categoriesFor } from '#lib/domain/hours.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { answerDispute } from '#lib/server/hour-disputes.ts';
import { correctHours, takeBackConfirmation } from '#lib/server/hour-corrections.ts';
import { newId } from '#lib/server/ids.ts';
import { progressOf } from '#lib/server/progress.ts';
import { formKey, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { answerSchema, correctSchema, refused, sentOnce } from '../forms.server.ts';
import { shapeOne } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { inburgeraar } = found(await openDossier(actor, params.id, 'uren', locals.now));
	const progress = found(await progressOf(actor, params.id, locals.now));
	const entry = found(progress.entries.find(({ id }) => id === params.uur));
	const categories = categoriesFor(progress.leerroute, inburgeraar.groep);
	return {
		formKey: newId(),
		backKey: newId(),
		categories,
		done: url.searchParams.get('gedaan'),
		...shapeOne(entry, progress)
	};
};

/** After a conflict both texts were seen: the next try is about what stands there now. A mere mistake keeps its version. */
const withoutVersion = ({ version: _seen, ...typed }: Record<string, string | string[]>) => typed;

const done = (params: { id: string; uur: string }, what: string) =>
	redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/uren/${params.uur}?gedaan=${what}`));

export const actions: Actions = {
	terug: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, formKey }));
		if (!form.ok) error(400);
		const sent = { version: form.data.version, key: form.data.formKey };
		const result = await sentOnce(() => takeBackConfirmation(actor, params.id, params.uur, sent, locals.now));
		if (result === 'al_verstuurd') return refused(422, { form: result }, {});
		if (found(result) === 'teruggenomen') done(params, 'terug');
		return refused(409, { form: result === 'conflict' ? 'conflict' : 'niets' }, {});
	},
	correct: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, correctSchema);
		if (!form.ok) return refused(400, form.errors, form.typed);
		const { formKey, minutes = 0, ...rest } = form.data;
		const correction = { ...rest, minutes };
		const result = await sentOnce(() =>
			correctHours(actor, params.id, params.uur, correction, formKey, locals.now)
		);
		if (result === 'al_verstuurd') return refused(422, { form: result }, form.typed);
		const corrected = found(result);
		if (corrected.ok) done(params, 'verbeterd');
		else if (corrected.reden === 'conflict') return fail(409, { conflict: true, errors: {}, typed: withoutVersion(form.typed) });
		else return refused(400, { [corrected.reden === 'niets_anders' ? 'minutes' : 'day']: corrected.reden }, form.typed); // prettier-ignore
	},
	answer: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, answerSchema);
		if (!form.ok) return refused(400, form.errors, form.typed);
		const {
			disputeId,
			disputeVersion,
			outcome,
			answer: text,
			category,
			day,
			minutes = 0,
			version
		} = form.data;
		if (outcome === 'aangepast' && (!category || !day)) return refused(400, { day: 'verplicht' }, form.typed);
		const correction =
			outcome === 'aangepast' && category && day
				? { category, day, minutes, version, reason: 'na_melding' as const }
				: undefined;
		const answer = { text, correction, version: disputeVersion };
		const answered = found(await answerDispute(actor, params.id, disputeId, answer, locals.now));
		if (answered.ok) done(params, 'beantwoord');
		else if (answered.reden === 'conflict') return fail(409, { conflict: true, errors: {}, typed: withoutVersion(form.typed) });
		else return refused(400, { [answered.reden === 'niets_anders' ? 'minutes' : 'answer']: answered.reden }, form.typed); // prettier-ignore
	}
};

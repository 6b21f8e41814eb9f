import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { hoursText, numericDate } from '#lib/server/format.ts';
import {
	confirmMany,
	openWaitingHours,
	sumOfWaiting,
	waitingHours,
	waitingShown
} from '#lib/server/hours-waiting.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, idField, readForm } from '#lib/server/web/form.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { sentOnce } from '../../inburgeraars/[id]/uren/forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const rows = await openWaitingHours(staffOf(locals), locals.now);
	const groups = Map.groupBy(rows, ({ kind, course, partner }) => JSON.stringify([kind, course, partner]));
	const count = (name: string) => Math.trunc(Number(url.searchParams.get(name))) || 0;
	return {
		formKey: newId(),
		isFull: rows.length === waitingShown,
		shown: rows.length,
		done: { hours: hoursText(count('minuten')), people: count('mensen'), gone: count('weg') },
		groups: [...groups]
			.map(([key, own]) => ({
				...{ key, course: own[0]?.course ?? null, partner: own[0]?.partner ?? null },
				rows: own.map(({ id, inburgeraarId, entryId, name, category, day, minutes, ...row }) => ({
					...{ id, inburgeraarId, entryId, name, category, hours: hoursText(minutes) },
					...{ date: numericDate(day), iso: day.toString(), by: row.recordedByName },
					isDisputed: row.disputeId !== null
				}))
			}))
			.toSorted((a, b) => (a.course ?? '\uffff').localeCompare(b.course ?? '\uffff', 'nl'))
	};
};

const many = z.preprocess((v) => (v === '' ? [] : [v].flat()), z.array(idField).max(waitingShown));

export const actions: Actions = {
	/** Says what goes before it goes. */
	kijk: async ({ request, locals, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const form = await readForm(request, z.object({ uur: many }), ['uur']);
		const sent = new Set(form.ok ? form.data.uur : []);
		const chosen = (await waitingHours(actor)).filter(({ id }) => sent.has(id));
		if (chosen.length === 0) return fail(400, { error: 'kies', preview: null });
		const { minutes, names } = sumOfWaiting(chosen);
		const preview = { hours: hoursText(minutes), names, ids: chosen.map(({ id }) => id) };
		return { error: null, preview };
	},
	bevestig: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ uur: many, formKey }), ['uur']);
		if (!form.ok || form.data.uur.length === 0) return fail(400, { error: 'kies', preview: null });
		const { uur, formKey: key } = form.data;
		const result = await sentOnce(() => confirmMany(actor, uur, key, locals.now));
		if (result === 'al_verstuurd') return fail(422, { error: result, preview: null });
		const { minutes, people, gone } = result;
		redirect(303, localizeHref(`/admin/uren/bevestigen?minuten=${minutes}&mensen=${people}&weg=${gone}`));
	}
};

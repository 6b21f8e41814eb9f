import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import {
	activityOf,
	createActivity,
	endEnrolment,
	enrol,
	partnersOf,
	saveActivity
} from '#lib/server/activities.ts';
import { recordListRead } from '#lib/server/audit.ts';
import { inviteesFor } from '#lib/server/activity-people.ts';
import { numericDate, weekdayNames } from '#lib/server/format.ts';
import { isDifferentPayload, unlessSentBefore } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, idField, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { activitySchema, faultsOf, formOf, inputOf, many } from './activity-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const isNew = params.activiteit === 'nieuw';
	const one = isNew ? undefined : found(await activityOf(actor, params.activiteit, locals.now));
	const inIt = new Set(one?.places.map(({ inburgeraarId }) => inburgeraarId));
	const people = one ? (await inviteesFor(actor)).filter(({ id }) => !inIt.has(id)) : [];
	const seen = [...inIt, ...people.map(({ id }) => id)];
	await recordListRead(actor, 'activiteit', seen, locals.now);
	return {
		activiteit: one && {
			...{ version: one.activity.version, title: one.activity.title, isActive: one.activity.isActive },
			...{ capacity: one.activity.capacity, taken: one.places.length + one.others, others: one.others }
		},
		values: one ? formOf(one.activity) : {},
		places: one?.places.map(({ vanaf, tot, ...place }) => ({
			...{ ...place, vanaf: numericDate(vanaf), tot: tot && numericDate(tot) }
		})),
		...{ people, partners: await partnersOf(actor), weekdays: weekdayNames(locals.locale), formKey: newId() },
		isKlaar: url.searchParams.get('klaar') === '1',
		keepsTyped: '/bewaar'
	};
};

const back = (id: string, hash = '') =>
	redirect(303, localizeHref(`/admin/activiteiten/${id}?klaar=1${hash}`));

export const actions: Actions = {
	bewaar: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, activitySchema, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok && form.isSwitch) return fail(200, { typed });
		const errors = form.ok ? faultsOf(form.data) : form.errors;
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, { typed, errors });
		const { version: at, formKey: key, zichtbaar } = form.data;
		const input = inputOf(form.data);
		try {
			if (params.activiteit === 'nieuw')
				return back(found(await createActivity(actor, input, key, locals.now)));
			const set = zichtbaar ? { ...input, isActive: zichtbaar === 'ja' } : input;
			const one = { id: params.activiteit, version: at ?? 0, formKey: key };
			if (found(await saveActivity(actor, one, set, locals.now)) === 'conflict')
				return fail(409, { typed, isConflict: true });
			return back(params.activiteit);
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, isConflict: true });
			throw cause;
		}
	},
	inschrijven: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey, wie: idField }));
		if (!form.ok) return fail(400, { plaats: 'kies' as const });
		const { wie, formKey: key } = form.data;
		const result = found(await unlessSentBefore(enrol(actor, params.activiteit, wie, key, locals.now)));
		return result === 'ingeschreven' ? back(params.activiteit, '#plaatsen') : fail(409, { plaats: result });
	},
	stoppen: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ wie: idField, plaats: idField, version }));
		if (!form.ok) return fail(400, { isConflict: true });
		const { wie: inburgeraarId, plaats: enrolmentId, version: at } = form.data;
		const key = { activityId: params.activiteit, inburgeraarId, enrolmentId, version: at };
		const result = found(await endEnrolment(actor, key, locals.now));
		return result === 'conflict' ? fail(409, { isConflict: true }) : back(params.activiteit, '#plaatsen');
	}
};

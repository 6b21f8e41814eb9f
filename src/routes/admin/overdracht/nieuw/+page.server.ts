import { error, fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { handOver, previewHandover } from '#lib/server/overdracht.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import {
	filteredPath,
	handoverFrom,
	many,
	schema,
	searchSchema,
	shapeChoices,
	shapePreview
} from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	return {
		...(await shapeChoices(actor, url, locals.now)),
		today: dayOf(locals.now).toString(),
		formKey: newId()
	};
};

const wrong = (reden: string, typed: object, names: string[] = []) =>
	fail(reden === 'al_verstuurd' ? 422 : 400, { preview: undefined, reden, names, typed });

async function read(request: Request) {
	const form = await readForm(request, schema, many);
	const typed = { ...form.typed };
	if (form.ok) return { ok: true, handover: handoverFrom(form.data), key: form.data.formKey, typed } as const;
	if ('formKey' in form.errors || 'wie' in form.errors || 'lijst' in form.errors) error(400);
	const reden = form.errors.naar ? 'collega' : form.errors.welke ? 'niemand' : 'datum';
	return { ok: false, reden, typed } as const;
}

async function preview(actor: Staff, request: Request, now: Temporal.Instant) {
	const form = await read(request);
	if (!form.ok) return wrong(form.reden, form.typed);
	const result = found(await previewHandover(actor, form.handover, now));
	if ('reden' in result) return wrong(result.reden, form.typed, result.names);
	return { preview: shapePreview(result, form.handover), reden: undefined, names: [], typed: form.typed };
}

export const actions: Actions = {
	zoek: async ({ request, locals }) => {
		staffOf(locals);
		const form = await readForm(request, searchSchema);
		if (!form.ok) error(400);
		redirect(303, localizeHref(filteredPath(form.data)));
	},
	bekijken: async ({ request, locals }) => preview(staffOf(locals), request, locals.now),
	doen: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await read(request);
		if (!form.ok) return wrong(form.reden, form.typed);
		let result;
		try {
			result = found(await handOver(actor, { ...form.handover, key: form.key }, locals.now));
		} catch (cause) {
			if (isDifferentPayload(cause)) return wrong('al_verstuurd', form.typed);
			throw cause;
		}
		if (!result.ok) return wrong(result.reden, form.typed, result.names);
		redirect(303, localizeHref(`/admin/overdracht?klaar=overgedragen&mensen=${result.people}#gepland`));
	}
};

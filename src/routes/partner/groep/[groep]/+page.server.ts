import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { recordAttendance, savedAttendance } from '#lib/server/partner-attendance.ts';
import { sheetOf } from '#lib/server/partner-sheet.ts';
import { groupsOf } from '#lib/server/partner.ts';
import { day } from '#lib/server/web/form.ts';
import { found, partnerOf } from '#lib/server/web/guard.ts';
import { readAttendance, type AttendanceErrors, type TypedAttendance } from './attendance.server.ts';
import { shapeSaved, shapeSheet } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = partnerOf(locals);
	const asked = url.searchParams.get('dag') ?? '';
	const wanted = day.safeParse(asked).data;
	const sheet = found(await sheetOf(actor, params.groep, wanted, locals.now));
	const done = await savedAttendance(actor, sheet, url.searchParams.get('bewaard') ?? '');
	return {
		...shapeSheet(sheet, locals.locale),
		formKey: newId(),
		isBadDate: asked !== '' && wanted === undefined,
		saved: done ? shapeSaved(done, sheet, await groupsOf(actor, locals.now), locals.locale) : null
	};
};

const refused = (status: number, errors: AttendanceErrors, typed: TypedAttendance) =>
	fail(status, { errors, typed });

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = partnerOf(locals);
		const form = await readAttendance(request);
		if (!form.ok) return refused(400, form.errors, form.typed);
		const { attendance, key, typed } = form;
		try {
			const saved = found(await recordAttendance(actor, params.groep, attendance, key, locals.now));
			if (!saved.ok) return refused(409, { form: saved.reden, times: [] }, typed);
		} catch (error) {
			if (isDifferentPayload(error)) return refused(422, { form: 'al_verstuurd', times: [] }, typed);
			throw error;
		}
		const query = `dag=${attendance.day.toString()}&bewaard=${key}`;
		redirect(303, localizeHref(`/partner/groep/${params.groep}?${query}`));
	}
};

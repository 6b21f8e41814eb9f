import { fail, redirect } from '@sveltejs/kit';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { recordAttendance, savedAttendance } from '#lib/server/partner-attendance.ts';
import { openSheet } from '#lib/server/partner-sheet.ts';
import { groupsOf, type Registrar } from '#lib/server/partner.ts';
import { day } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { readAttendance, type AttendanceErrors, type TypedAttendance } from './attendance.server.ts';
import { shapeSaved, shapeSheet } from './sheet-shape.server.ts';

type Asked = { groupId: string; url: URL; locale: LocaleId; now: Temporal.Instant };

/** The attendance sheet of a group, for a partner and for staff alike. */
export async function loadSheet(actor: Registrar, { groupId, url, locale, now }: Asked) {
	const asked = url.searchParams.get('dag') ?? '';
	const wanted = day.safeParse(asked).data;
	const sheet = found(await openSheet(actor, groupId, wanted, now));
	const done = await savedAttendance(actor, sheet, url.searchParams.get('bewaard') ?? '');
	return {
		...shapeSheet(sheet, locale),
		formKey: newId(),
		isBadDate: asked !== '' && wanted === undefined,
		saved: done ? shapeSaved(done, sheet, await groupsOf(actor, now), locale) : null
	};
}
export type SheetData = Awaited<ReturnType<typeof loadSheet>>;

const refused = (status: number, errors: AttendanceErrors, typed: TypedAttendance) =>
	fail(status, { errors, typed });

/** @param base address of the groups, without language */
export async function saveSheet(
	actor: Registrar,
	{ request, groupId, base, now }: { request: Request; groupId: string; base: string; now: Temporal.Instant }
) {
	const form = await readAttendance(request);
	if (!form.ok) return refused(400, form.errors, form.typed);
	const { attendance, key, typed } = form;
	try {
		const saved = found(await recordAttendance(actor, groupId, attendance, key, now));
		if (!saved.ok) return refused(409, { form: saved.reden, times: [] }, typed);
	} catch (error) {
		if (isDifferentPayload(error)) return refused(422, { form: 'al_verstuurd', times: [] }, typed);
		throw error;
	}
	return redirect(303, localizeHref(`${base}/${groupId}?dag=${attendance.day.toString()}&bewaard=${key}`));
}

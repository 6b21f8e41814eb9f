import { z } from 'zod';
import type { Attendance, Refusal } from '#lib/server/partner-attendance.ts';
import { longestLesson } from '#lib/server/partner-lessons.ts';
import { day, duration, formKey, idField, readForm } from '#lib/server/web/form.ts';

const many = <T extends z.ZodType>(of: T) =>
	z.preprocess((value) => (value === '' ? [] : [value].flat()), z.array(of).max(500));
/** `lid` and `duur` come in pairs, one for each person of the list; `was` names those who were there. */
const schema = z.object({
	dag: day,
	lid: many(idField),
	duur: many(z.string().max(40)),
	was: many(idField),
	formKey
});

export interface TypedAttendance {
	was: string[];
	duur: Record<string, string>;
}
export interface AttendanceErrors {
	/** About the whole form. */
	form?: Refusal | 'niemand' | 'al_verstuurd' | 'onvolledig';
	/** Of whom the time cannot be read. */
	times: string[];
}
type Read =
	| { ok: true; attendance: Attendance; key: string; typed: TypedAttendance }
	| { ok: false; errors: AttendanceErrors; typed: TypedAttendance };

/** Who was there and for how long; of those who were not, the time is not looked at. */
export async function readAttendance(request: Request): Promise<Read> {
	const form = await readForm(request, schema, ['lid', 'duur', 'was']);
	if (!form.ok || form.data.lid.length !== form.data.duur.length)
		return { ok: false, errors: { form: 'onvolledig', times: [] }, typed: { was: [], duur: {} } };
	const { dag, lid, duur, was, formKey: key } = form.data;
	const typed = { was, duur: Object.fromEntries(lid.map((id, n) => [id, duur[n] ?? ''])) };
	const read = was.map((id) => ({
		id,
		minutes: duration(longestLesson).safeParse(typed.duur[id] ?? '').data
	}));
	const times = read.filter(({ minutes }) => minutes === undefined).map(({ id }) => id);
	if (was.length === 0) return { ok: false, errors: { form: 'niemand', times }, typed };
	if (times.length > 0) return { ok: false, errors: { times }, typed };
	const people = read.flatMap(({ id, minutes }) => (minutes === undefined ? [] : [{ id, minutes }]));
	return { ok: true, attendance: { day: dag, people }, key, typed };
}

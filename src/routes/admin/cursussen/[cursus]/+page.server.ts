import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { verouderdeFeiten } from '#lib/domain/cursussen/actueel.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { aanbodOf } from '#lib/server/courses.ts';
import { courseHistory, courseOf, createCourse, saveCourse } from '#lib/server/courses-edit.ts';
import { momentText } from '#lib/server/format.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { inputOf, textOf } from '#lib/server/web/course-fields.ts';
import { checkbox, readForm, version, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { courseForm, many } from './course-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const isNew = params.cursus === 'nieuw';
	const course = isNew ? undefined : found(await courseOf(actor, params.cursus));
	const history = course ? found(await courseHistory(actor, course.id)) : [];
	const today = dayOf(locals.now);
	const start: Typed = { gezien_op: today.toString(), zichtbaar: 'ja' };
	return {
		cursus: course && { version: course.version, title: course.name, isActive: course.isActive },
		values: course ? ({ ...textOf(course), inbegrepen: course.includes } as Typed) : start,
		oud: course ? verouderdeFeiten(aanbodOf(course), today) : [],
		history: history.map(({ at, action, name }) => {
			const { date, time } = momentText(at, locals.locale);
			return { action, name, at: `${date} ${time}` };
		}),
		formKey: newId(),
		isKlaar: url.searchParams.get('klaar') === '1'
	};
};

const back = (id: string) => redirect(303, localizeHref(`/admin/cursussen/${id}?klaar=1`));

export const actions: Actions = {
	bewaar: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, courseForm, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok) return fail(400, { typed, errors: form.errors });
		const { version: at, formKey: key, ...data } = form.data;
		const input = inputOf(data);
		const isNew = params.cursus === 'nieuw';
		if (isNew ? !key : at === undefined) error(400);
		try {
			const saved = isNew
				? await createCourse(actor, input, key!, locals.now)
				: found(await saveCourse(actor, { id: params.cursus, version: at! }, input, locals.now));
			if (saved.kind === 'bestaat') return fail(400, { typed, errors: { sleutel: 'bestaat' } });
			if (saved.kind === 'conflict') return fail(409, { typed, isConflict: true });
			return back(saved.id);
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, isRepeated: true });
			throw cause;
		}
	},
	toon: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, actief: checkbox }));
		if (!form.ok) error(400);
		const at = { id: params.cursus, version: form.data.version };
		const saved = found(await saveCourse(actor, at, { isActive: form.data.actief }, locals.now));
		return saved.kind === 'bewaard' ? back(saved.id) : fail(409, { isConflict: true });
	}
};

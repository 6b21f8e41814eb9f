import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { locationKinds } from '#lib/domain/vocabulary.ts';
import { moveGroup, together } from '#lib/server/appointment-group-changes.ts';
import { groupFor } from '#lib/server/appointment-groups.ts';
import { momentOf } from '#lib/server/clock.ts';
import { momentText } from '#lib/server/format.ts';
import { checkbox, choice, day, line, readForm, time, version, whole, type FieldErrors } from '#lib/server/web/form.ts'; // prettier-ignore
import { found, staffOf } from '#lib/server/web/guard.ts';
import { zinFields } from '#lib/server/web/zinnen.ts';
import { again, answer, loadChange, previewOf, readWhy } from '../change.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	...{ version, toch: checkbox, dag: day, tijd: time, minuten: whole(5, 1440) },
	...{ waar: choice(locationKinds), plaats: line(120), adres: line(160), ...zinFields }
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	return loadChange(actor, params.groep, locals);
};

/** Where to and when, or an error code per field. */
function moveOf({ dag, tijd, minuten, waar, plaats, adres }: z.infer<typeof schema>) {
	const startsAt = momentOf(dag, tijd);
	const isAtPlace = waar === 'plaats';
	const errors: FieldErrors = {
		...(startsAt ? {} : { tijd: 'overgeslagen' }),
		...(isAtPlace && !plaats ? { plaats: 'verplicht' } : {})
	};
	if (!startsAt || Object.keys(errors).length > 0) return { errors };
	const place = { place: isAtPlace ? plaats : null, address: (isAtPlace && adres) || null };
	return { to: { startsAt, minutes: minuten, locationKind: waar, ...place }, errors };
}

async function read(request: Request, actor: ReturnType<typeof staffOf>) {
	const form = await readForm(request, schema);
	const said = await readWhy(actor, form.typed);
	const moved = form.ok ? moveOf(form.data) : { errors: form.errors };
	const errors = { ...moved.errors, ...said.errors };
	const isRight = form.ok && 'to' in moved && moved.to && Object.keys(errors).length === 0;
	return { said, typed: form.typed, errors, sent: isRight ? { data: form.data, to: moved.to! } : undefined };
}

export const actions: Actions = {
	/** Says whom it goes to in which words; `terug` shows the form again. */
	kijk: async ({ request, locals, params, url, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const { said, typed, errors, sent } = await read(request, actor);
		const page = found(await groupFor(actor, params.groep));
		if (said.isEdited) return { ...again(said, typed, said.errors), moment: null };
		if (!sent) return fail(400, { ...again(said, typed, errors), moment: null });
		if (url.searchParams.has('terug')) return { ...again(said, typed), moment: null };
		const moment = momentText(sent.to.startsAt, locals.locale, sent.to.minutes);
		return { ...again(said, typed), moment, preview: await previewOf(together(page), said.zinnen) };
	},
	doe: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const { said, typed, errors, sent } = await read(request, actor);
		if (!sent) return fail(400, { ...again(said, typed, errors), moment: null });
		const form = { version: sent.data.version, isSure: sent.data.toch, why: said.zinnen };
		const result = await moveGroup(actor, params.groep, sent.to, form, locals.now);
		return answer(result, said, typed, params.groep);
	}
};

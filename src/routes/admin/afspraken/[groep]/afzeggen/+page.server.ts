import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { cancelReasons } from '#lib/domain/vocabulary.ts';
import { calledOff, cancelGroup } from '#lib/server/appointment-group-changes.ts';
import { groupFor } from '#lib/server/appointment-groups.ts';
import { mostInvited } from '#lib/server/appointment-invitations.ts';
import { checkbox, choice, idField, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { zinFields } from '#lib/server/web/zinnen.ts';
import { again, answer, loadChange, previewOf, readWhy } from '../change.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ids = z.preprocess((value) => (value === '' ? [] : value), z.array(idField).max(mostInvited));
const schema = z.object({ version, reden: choice(cancelReasons), wie: ids, allen: checkbox, ...zinFields });

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	return loadChange(actor, params.groep, locals);
};

export const actions: Actions = {
	/** Says whom it goes to in which words; `terug` shows the form again. */
	kijk: async ({ request, locals, params, url, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, ['wie']);
		setHeaders({ 'x-portal-reflects': '1' });
		const page = found(await groupFor(actor, params.groep));
		const said = await readWhy(actor, form.typed);
		if (said.isEdited) return again(said, form.typed, said.errors);
		const errors = { ...(form.ok ? {} : form.errors), ...said.errors };
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, again(said, form.typed, errors));
		if (url.searchParams.has('terug')) return again(said, form.typed);
		const off = found(calledOff(page, form.data.allen ? undefined : form.data.wie));
		if (off.length === 0) return fail(400, again(said, form.typed, { wie: 'kies' }));
		return { ...again(said, form.typed), preview: await previewOf(off, said.zinnen) };
	},
	doe: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, ['wie']);
		setHeaders({ 'x-portal-reflects': '1' });
		const said = await readWhy(actor, form.typed);
		const errors = { ...(form.ok ? {} : form.errors), ...said.errors };
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, again(said, form.typed, errors));
		const { version: at, reden: reason, wie, allen } = form.data;
		const sent = { version: at, reason, why: said.zinnen, ids: allen ? undefined : wie };
		const result = await cancelGroup(actor, params.groep, sent, locals.now);
		return answer(result, said, form.typed, params.groep);
	}
};

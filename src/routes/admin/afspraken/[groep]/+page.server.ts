import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { addToGroup, arrangeInterpreters, type GroupChanged } from '#lib/server/appointment-group-changes.ts'; // prettier-ignore
import { openGroup } from '#lib/server/appointment-groups.ts';
import { recordListRead } from '#lib/server/audit.ts';
import { candidates, mostInvited } from '#lib/server/appointment-invitations.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, idField, readForm, version, type FieldErrors, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { openedSearch, sealedSearch, searchTerm } from '#lib/server/web/search.ts';
import { recordedIn } from '../../uren/group-done.server.ts';
import { shapeGroup } from '../shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ids = z.preprocess((value) => (value === '' ? [] : value), z.array(idField).max(mostInvited));

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const group = shapeGroup(found(await openGroup(actor, params.groep, locals.now)), locals.locale, locals.now); // prettier-ignore
	const search = openedSearch(url.searchParams.get('zoek'));
	const { rows, total } = await candidates(actor, { search }, [], locals.now);
	const isIn = new Set(group.rows.filter(({ status }) => status !== 'afgezegd').map((row) => row.inburgeraarId)); // prettier-ignore
	const others = rows.filter(({ id }) => !isIn.has(id));
	await recordListRead(actor, 'uitnodigen', others.map(({ id }) => id), locals.now); // prettier-ignore
	return {
		group,
		others: others.map(({ id, name }) => ({ id, name })),
		...{ search, hasMore: total > rows.length, formKey: newId(), isNew: url.searchParams.has('nieuw') },
		recorded: recordedIn(url)
	};
};

type Part = 'toevoegen' | 'tolken';
/** Back to the group; what stood in the way is said above it, with what was typed kept. */
function answer(part: Part, result: GroupChanged | undefined, typed: Typed, groep: string) {
	const outcome = found(result);
	if (outcome.kind === 'bewaard') redirect(303, localizeHref(`/admin/afspraken/${groep}`));
	const names = 'names' in outcome ? outcome.names : [];
	return fail(409, { part, problem: outcome.kind, names, typed, errors: {} as FieldErrors });
}
const refused = (part: Part, errors: FieldErrors, typed: Typed) =>
	fail(400, { part, problem: null, names: [], typed, errors });

export const actions: Actions = {
	zoek: async ({ request, locals, params }) => {
		staffOf(locals);
		const form = await readForm(request, z.object({ zoek: searchTerm }));
		if (!form.ok) return refused('toevoegen', form.errors, form.typed);
		redirect(303, localizeHref(`/admin/afspraken/${params.groep}?zoek=${sealedSearch(form.data.zoek)}`));
	},
	toevoegen: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey, wie: idField }));
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return refused('toevoegen', form.errors, form.typed);
		const sent = { inburgeraarId: form.data.wie, key: form.data.formKey };
		const result = await addToGroup(actor, params.groep, sent, locals.now);
		return answer('toevoegen', result, form.typed, params.groep);
	},
	tolken: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, geregeld: ids }), ['geregeld']);
		if (!form.ok) error(400);
		const sent = { version: form.data.version, arranged: form.data.geregeld };
		const result = await arrangeInterpreters(actor, params.groep, sent, locals.now);
		return answer('tolken', result, form.typed, params.groep);
	}
};

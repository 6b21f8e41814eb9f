import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { cancelReasons, locationKinds } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { addToGroup, arrangeInterpreters, cancelGroup, moveGroup, type GroupChanged } from '#lib/server/appointment-group-changes.ts'; // prettier-ignore
import { openGroup } from '#lib/server/appointment-groups.ts';
import { candidates, mostInvited } from '#lib/server/appointment-invitations.ts';
import { momentOf } from '#lib/server/clock.ts';
import { newId } from '#lib/server/ids.ts';
import { checkbox, choice, day, formKey, idField, line, readForm, time, version, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeGroup } from '../shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ids = z.preprocess((value) => (value === '' ? [] : value), z.array(idField).max(mostInvited));

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const group = shapeGroup(found(await openGroup(actor, params.groep, locals.now)), locals.locale, locals.now); // prettier-ignore
	const search = url.searchParams.get('zoek') ?? '';
	const { rows, total } = await candidates(actor, { search }, [], locals.now);
	const isIn = new Set(group.rows.filter(({ status }) => status !== 'afgezegd').map((row) => row.inburgeraarId)); // prettier-ignore
	return {
		group,
		others: rows.filter(({ id }) => !isIn.has(id)).map(({ id, name }) => ({ id, name })),
		...{ search, hasMore: total > rows.length, formKey: newId(), isNew: url.searchParams.has('nieuw') }
	};
};

type Part = 'verplaatsen' | 'afzeggen' | 'toevoegen' | 'tolken';
/** Back to the group; what stood in the way is said above it, with what was typed kept. */
function answer(part: Part, result: GroupChanged | undefined, typed: Typed, groep: string) {
	const outcome = found(result);
	if (outcome.kind === 'bewaard') redirect(303, localizeHref(`/admin/afspraken/${groep}`));
	const names = 'names' in outcome ? outcome.names : [];
	const warnings = outcome.kind === 'let_op' ? outcome.warnings : [];
	return fail(409, { part, problem: outcome.kind, names, warnings, typed, errors: {} as FieldErrors });
}
const refused = (part: Part, errors: FieldErrors, typed: Typed) =>
	fail(400, { part, problem: null, names: [], warnings: [], typed, errors });

const move = z.object({
	...{ version, toch: checkbox, dag: day, tijd: time, minuten: whole(5, 1440) },
	...{ waar: choice(locationKinds), plaats: line(120), adres: line(160) }
});

export const actions: Actions = {
	verplaatsen: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, move);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return refused('verplaatsen', form.errors, form.typed);
		const { dag, tijd, minuten, waar, plaats, adres, toch, version: at } = form.data;
		const startsAt = momentOf(dag, tijd);
		if (!startsAt) return refused('verplaatsen', { tijd: 'overgeslagen' }, form.typed);
		const isAtPlace = waar === 'plaats';
		if (isAtPlace && !plaats) return refused('verplaatsen', { plaats: 'verplicht' }, form.typed);
		const to = { startsAt, minutes: minuten, locationKind: waar, place: isAtPlace ? plaats : null, address: (isAtPlace && adres) || null }; // prettier-ignore
		const result = await moveGroup(actor, params.groep, to, { version: at, isSure: toch }, locals.now);
		return answer('verplaatsen', result, form.typed, params.groep);
	},
	afzeggen: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const schema = z.object({ version, reden: choice(cancelReasons), wie: ids, allen: checkbox });
		const form = await readForm(request, schema, ['wie']);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return refused('afzeggen', form.errors, form.typed);
		const { version: at, reden: reason, wie, allen } = form.data;
		const sent = { version: at, reason, ids: allen ? undefined : wie };
		const result = await cancelGroup(actor, params.groep, sent, locals.now);
		return answer('afzeggen', result, form.typed, params.groep);
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

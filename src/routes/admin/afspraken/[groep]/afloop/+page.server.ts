import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { absenceReasons } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { recordGroupOutcomes } from '#lib/server/appointment-group-changes.ts';
import { openGroup } from '#lib/server/appointment-groups.ts';
import { mostInvited } from '#lib/server/appointment-invitations.ts';
import { choice, idField, optional, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { outcomeOf } from '../../../inburgeraars/[id]/afspraken/outcome.server.ts';
import { shapeGroup } from '../../shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const listOf = <T extends z.ZodType>(item: T) =>
	z.preprocess((value) => (value === '' ? [] : value), z.array(item).max(mostInvited));
const schema = z.object({
	version,
	voor: listOf(idField),
	afloop: listOf(optional(choice(['geweest', 'niet_gekomen']))),
	waarom: listOf(optional(choice(absenceReasons))),
	verwijt: listOf(optional(choice(['niet', 'wel'])))
});
const lists = ['voor', 'afloop', 'waarom', 'verwijt'];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const group = shapeGroup(found(await openGroup(actor, params.groep, locals.now)), locals.locale, locals.now); // prettier-ignore
	const isAll = url.searchParams.get('allen') === 'geweest';
	return {
		group,
		rows: group.rows
			.filter(({ status }) => status !== 'afgezegd')
			.map(({ inburgeraarId: id, name, status, answer, absenceReason, isNietVerwijtbaar }) => ({
				...{ id, name, answer, waarom: absenceReason ?? '' },
				afloop: status !== 'gepland' ? status : isAll ? 'geweest' : '',
				verwijt: isNietVerwijtbaar === null ? '' : isNietVerwijtbaar ? 'niet' : 'wel'
			}))
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, lists);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) error(400);
		const { voor, afloop, waarom, verwijt } = form.data;
		if ([afloop, waarom, verwijt].some(({ length }) => length !== voor.length)) error(400);
		const outcomes = voor.flatMap((inburgeraarId, n) => {
			const how = afloop[n];
			return how ? [{ inburgeraarId, ...outcomeOf({ afloop: how, waarom: waarom[n], verwijt: verwijt[n] }) }] : []; // prettier-ignore
		});
		const sent = { version: form.data.version, outcomes };
		const result = found(await recordGroupOutcomes(actor, params.groep, sent, locals.now));
		if (result.kind === 'bewaard') redirect(303, localizeHref(`/admin/afspraken/${params.groep}`));
		return fail(409, { problem: result.kind, typed: form.typed });
	}
};

import { error, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { recordListRead } from '#lib/server/audit.ts';
import { dayOf } from '#lib/server/clock.ts';
import { duoOverview } from '#lib/server/duo-list.ts';
import { newId } from '#lib/server/ids.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { takeBack, typeOver } from '../inburgeraars/[id]/duo/actions.server.ts';
import { shapeLine } from '../inburgeraars/[id]/duo/shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** People on one page: a sitting. */
const shownAtOnce = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	const all = await duoOverview(actor, locals.now);
	const page = Math.max(0, Math.trunc(Number(url.searchParams.get('p') ?? 0)) || 0);
	const shown = all.slice(page * shownAtOnce, (page + 1) * shownAtOnce);
	await recordListRead(actor, 'duo', shown.map(({ person }) => person.id), locals.now); // prettier-ignore
	return {
		...{ total: all.length, page, hasMore: all.length > (page + 1) * shownAtOnce },
		count: all.reduce((sum, { lines }) => sum + lines.length, 0),
		isSaved: url.searchParams.has('bewaard'),
		today: dayOf(locals.now).toString(),
		people: shown.map(({ person, lines }) => ({
			...{ id: person.id, name: person.name },
			lines: lines.map((line) => ({ ...shapeLine(line), formKey: newId() }))
		}))
	};
};

const personIn = (url: URL) => url.searchParams.get('wie') ?? error(404);
const back = (url: URL) =>
	redirect(303, localizeHref(`/admin/duo?bewaard&p=${Number(url.searchParams.get('p')) || 0}`));

export const actions: Actions = {
	tick: async ({ request, locals, url }) => {
		const actor = staffOf(locals);
		const refused = await typeOver(actor, personIn(url), request, locals.now);
		return refused ?? back(url);
	},
	untick: async ({ request, locals, url }) => {
		const actor = staffOf(locals);
		await takeBack(actor, personIn(url), request, locals.now);
		back(url);
	}
};

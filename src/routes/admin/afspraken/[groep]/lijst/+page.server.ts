import { openGroup } from '#lib/server/appointment-groups.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeGroup } from '../../shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const group = shapeGroup(found(await openGroup(actor, params.groep, locals.now)), locals.locale, locals.now); // prettier-ignore
	return { group: { ...group, rows: group.rows.filter(({ status, isApart }) => status !== 'afgezegd' && !isApart) } }; // prettier-ignore
};

import { groupsOf } from '#lib/server/partner.ts';
import { partnerOf } from '#lib/server/web/guard.ts';
import { shapeGroup, shapeOpen } from '../presentie/shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const groups = await groupsOf(partnerOf(locals), locals.now);
	return {
		open: shapeOpen(groups, locals.locale),
		groups: groups.map((group) => shapeGroup(group, locals.locale))
	};
};

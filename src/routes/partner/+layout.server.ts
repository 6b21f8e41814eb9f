import { organisationOf } from '#lib/server/partner.ts';
import { partnerOf } from '#lib/server/web/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const actor = partnerOf(locals);
	return { name: actor.name, organisation: await organisationOf(actor) };
};

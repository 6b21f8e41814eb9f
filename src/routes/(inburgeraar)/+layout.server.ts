import { inburgeraarOf } from '#lib/server/web/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const actor = inburgeraarOf(locals);
	return { name: actor.name };
};

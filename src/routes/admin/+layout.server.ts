import { error } from '@sveltejs/kit';
import { hasKeys } from '#lib/server/web/keys.ts';
import type { LayoutServerLoad } from './$types';

/** Staff of every kind come here; each page below guards for the role it needs. */
export const load: LayoutServerLoad = ({ locals, cookies }) => {
	if (!locals.actor || locals.actor.role === 'inburgeraar' || locals.actor.role === 'partner') error(403);
	return { name: locals.actor.name, hasKeys: hasKeys(cookies) };
};

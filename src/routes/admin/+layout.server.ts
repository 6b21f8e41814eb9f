import { employeeOf } from '#lib/server/web/guard.ts';
import { hasKeys } from '#lib/server/web/keys.ts';
import type { LayoutServerLoad } from './$types';

/** Staff of every kind come here; each page below guards for the role it needs. */
export const load: LayoutServerLoad = ({ locals, cookies }) => {
	const actor = employeeOf(locals);
	return { name: actor.name, hasKeys: hasKeys(cookies) };
};

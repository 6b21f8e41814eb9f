import { oidcFor, oidcReasons } from '#lib/server/oidc.ts';
import { found } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const isStaff = url.searchParams.get('voor') === 'medewerker';
	const { name } = found(oidcFor(isStaff ? 'staff' : 'participants'));
	const reason = oidcReasons.find((known) => known === url.searchParams.get('reden')) ?? 'mislukt';
	return { isStaff, name, reason };
};

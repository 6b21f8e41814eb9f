import { staffOf } from '#lib/server/web/guard.ts';
import { shapeCaseload } from '../caseload.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const actor = staffOf(locals);
	// The page shows what was searched for: never compressed (HDR-06).
	setHeaders({ 'x-portal-reflects': '1' });
	return shapeCaseload(actor, url, locals);
};

import { staffOf } from '#lib/server/web/guard.ts';
import { shapeCaseload } from './caseload.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	// A beheerder looks after accounts and settings and opens no dossier (AC-12).
	if (locals.actor?.role === 'beheerder') return { caseload: null };
	return { caseload: await shapeCaseload(staffOf(locals), url, locals) };
};

import { allActivities } from '#lib/server/activities.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = staffOf(locals);
	const rows = await allActivities(actor, locals.now);
	return {
		activiteiten: rows.map(({ id, title, kind, place, partnerName, capacity, taken, isActive }) => ({
			...{ id, title, kind, place, partnerName, capacity, taken, isActive }
		}))
	};
};

import { begripGroups, begrippenIn } from '#lib/domain/wet/begrippen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	groups: begripGroups.map((group) => ({ group, begrippen: begrippenIn(group) }))
});

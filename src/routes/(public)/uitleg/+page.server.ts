import { begripGroepen, begrippenIn } from '#lib/domain/wet/begrippen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	groepen: begripGroepen.map((groep) => ({ groep, begrippen: begrippenIn(groep) }))
});

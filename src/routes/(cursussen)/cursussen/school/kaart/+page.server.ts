import type { PageServerLoad } from './$types';

/** The card is the same for everybody. */
export const load: PageServerLoad = () => ({});

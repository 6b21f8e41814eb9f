import { redirect } from '@sveltejs/kit';
import { startOf } from './start.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.actor) redirect(303, startOf(locals.actor));
};

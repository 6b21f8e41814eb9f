import { numericDate } from '#lib/server/format.ts';
import { municipalityOf } from '../municipality.server.ts';
import type { PageServerLoad } from './$types';

/** The day on which this was last compared with how the portal is. */
const dated = Temporal.PlainDate.from('2026-11-29');

export const load: PageServerLoad = async ({ locals }) => ({
	dag: numericDate(dated),
	contact: await municipalityOf(locals.actor)
});

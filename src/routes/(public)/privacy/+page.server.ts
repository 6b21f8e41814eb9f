import { municipalityOf } from '../municipality.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ contact: await municipalityOf(locals.actor) });

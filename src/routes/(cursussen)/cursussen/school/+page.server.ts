import { isInburgeraar } from '#lib/server/actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	isOwn: actor !== null && isInburgeraar(actor)
});

import { dayOf } from '#lib/server/clock.ts';
import { progressOf } from '#lib/server/progress.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { shapeProgress } from './shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const progress = found(await progressOf(actor, actor.id, locals.now));
	return {
		isAsiel: progress.outcome.groep.waarde === 'asiel',
		progress: shapeProgress(progress, locals.locale, dayOf(locals.now))
	};
};

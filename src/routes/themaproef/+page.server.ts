import { dayOf } from '#lib/server/clock.ts';
import { momentText } from '#lib/server/format.ts';
import { draftTokens } from '#lib/server/themes.ts';
import { coordinatorOf, found } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	found(await draftTokens(coordinatorOf(locals)));
	return {
		theme: '/admin/thema/voorbeeld.css',
		moment: momentText(locals.now, locals.locale, 45),
		today: dayOf(locals.now).toString()
	};
};

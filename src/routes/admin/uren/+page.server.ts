import { dayOf } from '#lib/server/clock.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import { readOpenDisputes, sumOfWaiting, waitingHours } from '#lib/server/hours-waiting.ts';
import { groupsOf } from '#lib/server/partner.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { shapeGroup, shapeOpen } from '../../presentie/shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = staffOf(locals);
	const groups = await groupsOf(actor, locals.now);
	const { minutes, names } = sumOfWaiting(await waitingHours(actor));
	return {
		open: shapeOpen(groups, locals.locale),
		groups: groups.map((group) => shapeGroup(group, locals.locale)),
		waiting: { hours: hoursText(minutes), people: names.length },
		disputes: (await readOpenDisputes(actor, locals.now)).map(
			({ id, inburgeraarId, hourEntryId, name, kind, openedAt }) => ({
				...{ id, inburgeraarId, hourEntryId, name, kind, date: numericDate(dayOf(openedAt)) }
			})
		)
	};
};

import { numericDate } from '#lib/server/format.ts';
import { weeksOf } from '#lib/server/partner-lessons.ts';
import { openRecordedIn } from '#lib/server/partner.ts';
import { partnerOf } from '#lib/server/web/guard.ts';
import { shapeAttended, shapeDay } from '../../presentie/shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = partnerOf(locals);
	const weeks = weeksOf(locals.now);
	const asked = weeks.findIndex((monday) => monday.toString() === url.searchParams.get('week'));
	const n = Math.max(0, asked);
	const byDay = Map.groupBy(await openRecordedIn(actor, weeks[n]!, locals.now), ({ day }) => day.toString());
	return {
		week: numericDate(weeks[n]!),
		newer: weeks[n - 1]?.toString() ?? null,
		older: weeks[n + 1]?.toString() ?? null,
		days: [...byDay].map(([iso, lessons]) => ({
			...shapeDay(Temporal.PlainDate.from(iso), locals.locale),
			lessons: lessons.map(({ groupId, title, kind, people }) => ({
				...{ groupId, title, kind },
				people: people.map(shapeAttended)
			}))
		}))
	};
};

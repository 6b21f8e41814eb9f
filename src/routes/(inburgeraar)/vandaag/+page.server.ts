import { appointmentText } from '#lib/server/appointments.ts';
import { dayText, hoursText, numericDate } from '#lib/server/format.ts';
import { todayOf } from '#lib/server/vandaag.ts';
import { inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { next, step, meters, exams, term, change, consulent, news } = await todayOf(
		inburgeraarOf(locals),
		locals.now
	);
	return {
		next: next ? appointmentText(next, locals.locale, locals.now) : null,
		step: { code: step.code, wie: step.wie },
		meters: meters.map(({ code, norm, confirmed, unconfirmed }) => ({
			...{ code, norm, confirmed, unconfirmed },
			done: hoursText(confirmed),
			of: hoursText(norm),
			left: confirmed >= norm ? null : hoursText(norm - confirmed)
		})),
		exams,
		term: term && {
			...{ isRegistered: term.isRegistered, isOver: term.isOver, left: term.left },
			date: dayText(term.laatsteDag, locals.locale)
		},
		change:
			change && !change.isGezien
				? {
						reden: change.reden,
						date: change.dagtekening && numericDate(Temporal.PlainDate.from(change.dagtekening))
					}
				: null,
		consulent: consulent ?? null,
		news
	};
};

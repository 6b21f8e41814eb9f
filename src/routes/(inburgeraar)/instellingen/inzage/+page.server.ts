import { dayOf } from '#lib/server/clock.ts';
import { momentText, dayText, monthText } from '#lib/server/format.ts';
import { inzageOf, type InzageLine } from '#lib/server/inzage.ts';
import { inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

/** `2026-11`; anything else is the month of today. */
const monthIn = (text: string | null) =>
	/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text ?? '') ? Temporal.PlainYearMonth.from(text ?? '') : undefined;

const timeOf = ({ first, last }: InzageLine) => {
	const [from, until] = [momentText(first, 'nl').time, momentText(last, 'nl').time];
	return from === until ? from : `${from}–${until}`;
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = inburgeraarOf(locals);
	const { month, days, openings, earlier, later } = await inzageOf(actor, monthIn(url.searchParams.get('maand')), locals.now); // prettier-ignore
	const link = (to: Temporal.PlainYearMonth | undefined) =>
		to && { query: to.toString(), text: monthText(to.toPlainDate({ day: 1 }), locals.locale) };
	return {
		month: monthText(month.toPlainDate({ day: 1 }), locals.locale),
		days: days.map(({ day, lines }) => ({
			...dayText(day, locals.locale),
			lines: lines.map((line) => ({
				...{ organisation: line.organisation, role: line.role, verwerking: line.verwerking },
				...{ isRead: line.isRead, time: timeOf(line), times: line.times }
			}))
		})),
		openings: openings.map(({ from, until }) => ({
			...dayText(dayOf(from), locals.locale),
			time: `${momentText(from, 'nl').time}–${momentText(until, 'nl').time}`
		})),
		earlier: link(earlier),
		later: link(later)
	};
};

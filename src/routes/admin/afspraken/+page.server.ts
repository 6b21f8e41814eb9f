import { groupsOf, openAnswers, staffWeek } from '#lib/server/appointment-groups.ts';
import { recordListRead } from '#lib/server/audit.ts';
import { dayOf } from '#lib/server/clock.ts';
import { weeksAround } from '#lib/domain/series.ts';
import { dayText } from '#lib/server/format.ts';
import { day } from '#lib/server/web/form.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { shapeInvited, shapeLine } from './shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	const { now, locale } = locals;
	const asked = day.safeParse(url.searchParams.get('dag') ?? '').data ?? dayOf(now);
	const week = await staffWeek(actor, asked, now);
	const [groups, answers] = [await groupsOf(actor, now), await openAnswers(actor, now)];
	const rows = [...week.lines, ...groups].map((line) => (line.kind === 'een' ? line.row : line.common));
	const seen = [...new Set([...rows, ...answers].map(({ inburgeraarId }) => inburgeraarId))];
	await recordListRead(actor, 'agenda', seen, now);
	const lines = week.lines.map((line) => shapeLine(line, locale, now));
	const today = dayOf(now).toString();
	return {
		days: week.days.map((date) => ({
			...dayText(date, locale),
			isToday: date.toString() === today,
			lines: lines.filter(({ row }) => row.moment.iso.startsWith(date.toString()))
		})),
		around: weeksAround(asked),
		groups: groups.map((line) => shapeLine(line, locale, now)),
		answers: answers.map((row) => shapeInvited(row, locale, now))
	};
};

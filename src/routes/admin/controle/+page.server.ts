import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { controleWeek, manyDossiers, signWeek, workFrom, workUntil, type ControleLine } from '#lib/server/controle.ts'; // prettier-ignore
import { momentText, numericDate } from '#lib/server/format.ts';
import { day, lines, readForm } from '#lib/server/web/form.ts';
import { coordinatorOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const moment = (at: Temporal.Instant) => {
	const { date, time } = momentText(at, 'nl');
	return `${date} ${time}`;
};
const shape = ({ last, ...line }: ControleLine) => ({ ...line, last: moment(last) });
const dayIn = (text: string | null) => day.safeParse(text ?? '').data;

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = coordinatorOf(locals);
	const { week, review, weeks, ...found } = await controleWeek(actor, dayIn(url.searchParams.get('week')), locals.now); // prettier-ignore
	const range = (monday: Temporal.PlainDate) =>
		`${numericDate(monday)} – ${numericDate(monday.add({ days: 6 }))}`;
	return {
		...{ week: week.toString(), range: range(week), isOver: found.isOver },
		review: review && { by: review.signedBy, at: numericDate(dayOf(review.signedAt)), note: review.note },
		weeks: weeks.map((one) => ({
			...{ week: one.week.toString(), range: range(one.week), isSigned: one.isSigned },
			isCurrent: one.week.equals(week)
		})),
		lists: {
			mislukt: found.failedSignIns.map(shape),
			geweigerd: found.denials.map(shape),
			veel: found.manyDossiers.map((line) => ({ ...shape(line), what: numericDate(Temporal.PlainDate.from(line.what)) })), // prettier-ignore
			buiten: found.outsideHours.map(shape),
			accounts: found.accounts.map(shape),
			export: found.exports.map(shape)
		},
		openings: found.openings.map(({ inburgeraarId: id, name, reason, openedAt, endsAt, closedAt }) => ({
			...{ id, name, reason, from: moment(openedAt) },
			until: momentText(closedAt ?? endsAt, 'nl').time
		})),
		limits: { manyDossiers, from: `${workFrom}:00`, until: `${workUntil}:00` },
		isSigned: url.searchParams.has('getekend')
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, z.object({ week: day, opmerking: lines(1000) }));
		if (!form.ok) error(400);
		const { week, opmerking } = form.data;
		await signWeek(actor, { week, note: opmerking || null }, locals.now);
		redirect(303, localizeHref(`/admin/controle?week=${week.toString()}&getekend`));
	}
};

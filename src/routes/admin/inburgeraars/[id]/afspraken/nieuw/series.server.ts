import { z } from 'zod';
import { longestSeries } from '#lib/domain/series.ts';
import type { Staff } from '#lib/server/actor.ts';
import { clashText, type ClashText } from '#lib/server/appointment-clashes.ts';
import type { AppointmentDraft } from '#lib/server/appointment-plans.ts';
import { planSeries, previewSeries, seriesMoments } from '#lib/server/appointment-series.ts';
import { dayText, type DayText } from '#lib/server/format.ts';
import { choice, day, line, optional, whole, type FieldErrors } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';

/** Every week or every two weeks, so many times or until a day; `bekeken` says which preview was looked at. */
export const seriesFields = {
	herhaal: optional(choice(['1', '2'])),
	aantal: optional(whole(2, longestSeries)),
	totDag: optional(day),
	dagen: z.preprocess((value) => (value === '' ? [] : value), z.array(z.iso.date()).max(longestSeries)),
	bekeken: line(120)
};
type Data = z.infer<z.ZodObject<typeof seriesFields>> & { tijd: string; minuten: number; soort: string; dag: Temporal.PlainDate; formKey: string }; // prettier-ignore

/** What the days of a series follow from: when it changes, the preview is shown again. */
const seenOf = ({ dag, tijd, minuten, soort, herhaal, aantal, totDag }: Data) =>
	[dag, tijd, minuten, soort, herhaal, aantal ?? '-', totDag ?? '-'].join(' ');

export interface SeriesPreview {
	bekeken: string;
	holidays: DayText[];
	rows: (DayText & { clashes: ClashText[] })[];
}

const refused = (errors: FieldErrors) => ({ errors, preview: undefined });

/** Shows the days of a series first, and makes it when they were looked at. */
export async function answerSeries(
	actor: Staff,
	inburgeraarId: string,
	draft: AppointmentDraft,
	data: Data,
	locals: App.Locals
): Promise<'gepland' | { errors: FieldErrors; preview?: SeriesPreview }> {
	const { dag: first, aantal: count, totDag: until, tijd, dagen, formKey: key } = data;
	if (!count && !until) return refused({ aantal: 'verplicht' });
	if (until && Temporal.PlainDate.compare(until, first) < 0) return refused({ totDag: 'volgorde' });
	const everyWeeks = data.herhaal === '2' ? 2 : 1;
	const { moments, holidays } = seriesMoments({ first, everyWeeks, count, until }, tijd);
	const wanted = moments.filter(({ day }) => dagen.includes(day.toString())).map(({ startsAt }) => startsAt);
	const isSeen = data.bekeken === seenOf(data);
	if (isSeen && wanted.length > 0) {
		const made = found(await planSeries(actor, inburgeraarId, draft, { key, moments: wanted }, locals.now));
		if (made.kind === 'gepland') return 'gepland' as const;
	}
	const rows = found(await previewSeries(actor, inburgeraarId, draft, moments.map(({ startsAt }) => startsAt))); // prettier-ignore
	return {
		errors: (isSeen && wanted.length === 0 ? { dagen: 'kies' } : {}) as FieldErrors,
		preview: {
			bekeken: seenOf(data),
			holidays: holidays.map((day) => dayText(day, locals.locale)),
			rows: moments.map(({ day }, n) => ({
				...dayText(day, locals.locale),
				clashes: (rows[n]?.clashes ?? []).map(clashText)
			}))
		}
	};
}

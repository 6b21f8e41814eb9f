import { totalFor, totalOf, type HourTotal } from '#lib/domain/hours.ts';
import { hourCategories, type HourCategory } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { Entry } from '#lib/server/hours.ts';
import type { Progress } from '#lib/server/progress.ts';

export const filters = ['alle', 'open', 'klopt_niet'] as const;
export type Filter = (typeof filters)[number];
const limit = 25;

/** One entry as staff see it in the list. `actorId` decides what they may confirm (AC-14). */
export function shapeEntry(entry: Entry, { disputes }: Pick<Progress, 'disputes'>, actorId: string) {
	const first = entry.rows[0]!;
	const place = entry.now ?? first;
	const open = entry.rows.filter((row) => !row.isConfirmed && row.minutes > 0);
	const confirmation = entry.rows.findLast(({ isConfirmed }) => isConfirmed);
	const dispute = disputes.find((d) => d.hourEntryId === entry.id && !d.answeredAt);
	const isOpen = entry.now !== null && open.length > 0;
	return {
		id: entry.id,
		category: place.category,
		date: numericDate(place.day),
		iso: place.day.toString(),
		hours: hoursText(entry.now?.minutes ?? 0),
		course: first.course,
		by: first.recordedByName,
		isGone: entry.now === null,
		corrections: new Set(entry.rows.slice(1).map(({ recordedAt }) => recordedAt.epochMilliseconds)).size,
		isOpen,
		isOwn: isOpen && open.every(({ recordedBy }) => recordedBy === actorId),
		isPartly: isOpen && totalOf(entry.rows).confirmed > 0,
		confirmedBy: confirmation?.confirmedByName ?? null,
		confirmedOn: confirmation?.confirmedAt ? numericDate(dayOf(confirmation.confirmedAt)) : null,
		dispute: dispute?.kind ?? null
	};
}
export type EntryShape = ReturnType<typeof shapeEntry>;

/** One page of the entries, newest day first, and how many each filter holds. */
export function shapeEntries(progress: Progress, actorId: string, filter: Filter, page: number) {
	const all = progress.entries
		.toSorted((a, b) => Temporal.PlainDate.compare(dayOfEntry(b), dayOfEntry(a)))
		.map((entry) => shapeEntry(entry, progress, actorId));
	const open = all.filter(({ isOpen }) => isOpen);
	const disputed = all.filter(({ dispute }) => dispute !== null);
	const shown = { alle: all, open, klopt_niet: disputed }[filter];
	const from = (page - 1) * limit;
	return {
		filter,
		counts: { alle: all.length, open: open.length, klopt_niet: disputed.length },
		entries: shown.slice(from, from + limit),
		page,
		hasOlder: shown.length > from + limit
	};
}

const dayOfEntry = ({ now, rows }: Entry): Temporal.PlainDate => now?.day ?? rows[0]!.day;

const texts = ({ recorded, confirmed }: HourTotal) => ({
	recorded: hoursText(recorded),
	confirmed: hoursText(confirmed),
	unconfirmed: hoursText(recorded - confirmed)
});

/** Totals per kind of hours, the norms, and the counter for afschalen (B1-route only). */
export function shapeTotals(
	{ totals, parts, outcome, leerroute, facts }: Progress,
	applicable: readonly HourCategory[]
) {
	const { nt2MinutenNorm } = outcome.afschalen;
	return {
		kinds: hourCategories
			.filter((category) => applicable.includes(category) || totals[category].recorded !== 0)
			.map((category) => ({ category, ...texts(totals[category]) })),
		sum: texts(totalFor(totals, hourCategories)),
		meters: parts.flatMap(({ meter }) =>
			meter
				? [{ ...meter, forecast: undefined, done: hoursText(meter.confirmed), of: hoursText(meter.norm) }]
				: []
		),
		afschalen:
			leerroute === 'b1' && nt2MinutenNorm && facts.nt2Minuten !== undefined
				? { done: hoursText(facts.nt2Minuten), norm: hoursText(nt2MinutenNorm) }
				: null
	};
}
export type TotalsShape = ReturnType<typeof shapeTotals>;

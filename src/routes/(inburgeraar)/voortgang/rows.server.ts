import { sumOf, totalOf } from '#lib/domain/hours.ts';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { Dispute } from '#lib/server/hour-disputes.ts';
import type { Entry } from '#lib/server/hours.ts';

type Line = Entry['rows'][number];

/** One row of the ledger as a page shows it. */
export const shapeRow = (row: Line) => ({
	id: row.id,
	entryId: row.correctsId ?? row.id,
	isCorrection: row.correctsId !== null,
	category: row.category,
	date: numericDate(row.day),
	iso: row.day.toString(),
	hours: row.minutes > 0 && row.correctsId ? `+${hoursText(row.minutes)}` : hoursText(row.minutes),
	isTakenAway: row.minutes < 0,
	reason: row.correctionReason,
	course: row.course,
	by: row.recordedFor ? `${row.recordedByName}, ${row.recordedFor}` : row.recordedByName,
	recordedOn: numericDate(dayOf(row.recordedAt)),
	confirmedBy: row.confirmedByName,
	confirmedOn: row.confirmedAt && numericDate(dayOf(row.confirmedAt))
});
export type RowShape = ReturnType<typeof shapeRow>;

/**
 * The rows behind a total, newest day first, corrections under the row they correct. `page` is a piece of the list;
 * what is not shown is summed, so that the total is always the sum of what stands in the table.
 */
export function shapeRows(
	{ entries, disputes }: { entries: readonly Entry[]; disputes: readonly Dispute[] },
	categories: readonly HourCategory[],
	page: { from: number; limit: number }
) {
	const own = entries
		.map(({ rows }) => rows.filter(({ category }) => categories.includes(category)))
		.filter((rows) => rows.length > 0)
		.toSorted((a, b) => Temporal.PlainDate.compare(firstDay(b), firstDay(a)));
	const shown = own.slice(page.from, page.from + page.limit);
	const later = own.slice(0, page.from).flat();
	const earlier = own.slice(page.from + page.limit).flat();
	const confirmed = own.reduce((sum, rows) => sum + confirmedOf(rows), 0);
	const open = new Set(
		disputes.filter(({ answeredAt }) => !answeredAt).map(({ hourEntryId }) => hourEntryId)
	);
	return {
		rows: shown.flat().map((row) => ({ ...shapeRow(row), isDisputed: open.has(row.correctsId ?? row.id) })),
		later: later.length > 0 ? { count: later.length, hours: hoursText(sumOf(later)) } : null,
		earlier: earlier.length > 0 ? { count: earlier.length, hours: hoursText(sumOf(earlier)) } : null,
		entries: own.length,
		total: hoursText(sumOf(own.flat())),
		confirmed: hoursText(confirmed),
		unconfirmed: hoursText(sumOf(own.flat()) - confirmed)
	};
}
export type RowsShape = ReturnType<typeof shapeRows>;

const firstDay = (rows: readonly Line[]): Temporal.PlainDate =>
	rows[0]?.day ?? Temporal.PlainDate.from('1900-01-01');

/** Per entry and category: how domain/hours.ts counts. */
function confirmedOf(rows: readonly Line[]): number {
	const categories = [...new Set(rows.map(({ category }) => category))];
	return categories.reduce(
		(sum, name) => sum + totalOf(rows.filter((row) => row.category === name)).confirmed,
		0
	);
}

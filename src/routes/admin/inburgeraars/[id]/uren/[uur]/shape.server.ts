import { unconfirmed } from '#lib/domain/hours.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { Entry } from '#lib/server/hours.ts';
import type { Progress } from '#lib/server/progress.ts';

const dateOf = (moment: Temporal.Instant | null) => moment && numericDate(dayOf(moment));

/** One entry with all its rows and what the participant said about it. */
export function shapeOne(entry: Entry, { disputes }: Progress) {
	const first = entry.rows[0]!;
	const place = entry.now ?? first;
	return {
		version: String(entry.version),
		now: entry.now && hoursText(entry.now.minutes),
		isConfirmed: unconfirmed(entry).length > 0,
		category: place.category,
		date: numericDate(place.day),
		iso: place.day.toString(),
		rows: entry.rows.map((row) => ({
			id: row.id,
			category: row.category,
			date: numericDate(row.day),
			hours: hoursText(row.minutes),
			reason: row.correctionReason,
			by: row.recordedByName,
			recordedOn: numericDate(dayOf(row.recordedAt)),
			confirmedBy: row.confirmedByName,
			confirmedOn: dateOf(row.confirmedAt)
		})),
		disputes: disputes
			.filter(({ hourEntryId }) => hourEntryId === entry.id)
			.map(({ id, version, kind, text, openedAt, outcome, answer, answeredAt, answeredByName }) => ({
				...{ id, version, kind, text, outcome, answer, by: answeredByName },
				openedOn: dateOf(openedAt) ?? '',
				answeredOn: dateOf(answeredAt)
			}))
	};
}
export type OneShape = ReturnType<typeof shapeOne>;

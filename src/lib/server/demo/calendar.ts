import { isFeestdag } from '#lib/domain/wet/feestdagen.ts';
import { dayOf, momentOf } from '../clock.ts';

export type Dag = Temporal.PlainDate;
type Span = Temporal.DurationLike;

/** Days and moments counted from the day on which the demo is filled: its stories never become old. */
export interface Calendar {
	now: Temporal.Instant;
	today: Dag;
	ago(span: Span): Dag;
	in(span: Span): Dag;
	/** A working day about so long ago. */
	workdayAgo(span: Span): Dag;
	/** A working day about so far ahead. */
	workdayIn(span: Span): Dag;
	/** The n-th working day after today: 1 is tomorrow, or Monday. */
	soon(n: number): Dag;
	/** Not after this moment. */
	past(day: Dag, time: string): Temporal.Instant;
}

export const isWorkday = (day: Dag): boolean => day.dayOfWeek <= 5 && !isFeestdag(day);
export const isSame = (a: Dag, b: Dag): boolean => Temporal.PlainDate.compare(a, b) === 0;

function workdayFrom(day: Dag, step: 1 | -1): Dag {
	let found = day;
	while (!isWorkday(found)) found = found.add({ days: step });
	return found;
}

/** Demo times are chosen by day light: the hour that a night in March skips is never among them. */
export function at(day: Dag, time: string): Temporal.Instant {
	const moment = momentOf(day, time);
	if (!moment) throw new Error(`${day.toString()} has no ${time}`);
	return moment;
}

export function calendar(now: Temporal.Instant): Calendar {
	const today = dayOf(now);
	return {
		now,
		today,
		ago: (span) => today.subtract(span),
		in: (span) => today.add(span),
		workdayAgo: (span) => workdayFrom(today.subtract(span), -1),
		workdayIn: (span) => workdayFrom(today.add(span), 1),
		soon(n) {
			let day = today;
			for (let left = n; left > 0; left--) day = workdayFrom(day.add({ days: 1 }), 1);
			return day;
		},
		past(day, time) {
			const moment = at(day, time);
			return Temporal.Instant.compare(moment, now) < 0 ? moment : now;
		}
	};
}

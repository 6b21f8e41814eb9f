import { isNa, plusDagen, type Dag } from './dag.ts';
import { isFeestdag } from './wet/feestdagen.ts';

/** How many appointments one series makes at most, half a year of weeks: a number of our own. */
export const longestSeries = 26;

/** On the weekday of `first`, every week or every two weeks: `count` times, or up to and including `until`. */
export interface Rhythm {
	first: Dag;
	everyWeeks: 1 | 2;
	count?: number;
	until?: Dag;
}
/** The days of a series, and the holidays that would have been among them. */
export interface SeriesDays {
	days: Dag[];
	holidays: Dag[];
}

/**
 * The days of a series, holidays (Atw art. 3) left out. A holiday does not count as one of the `count` times, so that
 * eight lessons stay eight lessons. Never more than `longestSeries`; without an end: one day.
 */
export function seriesDays({ first, everyWeeks, count, until }: Rhythm): SeriesDays {
	const most = Math.min(count ?? (until ? longestSeries : 1), longestSeries);
	const found: SeriesDays = { days: [], holidays: [] };
	for (let day = first; found.days.length < most; day = plusDagen(day, 7 * everyWeeks)) {
		if (until && isNa(day, until)) break;
		(isFeestdag(day) ? found.holidays : found.days).push(day);
	}
	return found;
}

/** Days of the week around `day`, Monday first. */
export const weekOf = (day: Dag): Dag[] =>
	Array.from({ length: 7 }, (_, n) => plusDagen(day, n + 1 - day.dayOfWeek));

/** A day of the week before and one of the week after, as ISO text. */
export const weeksAround = (day: Dag) => ({
	previous: plusDagen(day, -7).toString(),
	next: plusDagen(day, 7).toString()
});

/** The day that lies so many days after `day` as `to` lies after `from`. */
export const shifted = (day: Dag, from: Dag, to: Dag): Dag =>
	plusDagen(day, from.until(to, { largestUnit: 'days' }).days);

import { laatsteDag } from '#lib/domain/dag.ts';
import { trajectSlots, type TrajectSlots } from '#lib/domain/trajectSlots.ts';
import {
	moduleMapThemas,
	type AfspraakSoort,
	type PipThema,
	type Uitvoerder
} from '#lib/domain/vocabulary.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import type { Calendar, Dag } from './calendar.ts';
import type { Agreement, Event } from './life.ts';

/** The words in which a life is told. */
export const event = (
	kind: keyof typeof trajectSlots,
	day: Dag,
	slots: TrajectSlots = {},
	rest: Partial<Event> = {}
): Event => ({ kind, day, slots, ...rest });

/** One agreement of a PIP; its name is the sort, unless the rest names another. */
const agreement =
	(thema: PipThema) =>
	(soort: AfspraakSoort, uitvoerder: Uitvoerder, rest: Partial<Agreement> = {}): Agreement => ({
		id: soort,
		thema,
		soort,
		uitvoerder,
		...rest
	});
export const inburgering = agreement('inburgering');
export const participatie = agreement('participatie');
export const ontzorgen = agreement('ontzorgen');
export const begeleiding = agreement('begeleiding');

/** Days of the week with the same times. */
export const week = (weekdays: number[], from: string, until: string) =>
	weekdays.map((weekday) => ({ weekday, from, until }));

/** DUO's letter about the term, some weeks after the first PIP. */
export function duoTermijn(dagtekeningEerstePip: Dag): Event {
	const start = dagtekeningEerstePip.add({ days: 1 });
	const tot = laatsteDag(start, parameter('inburgeringstermijn'));
	return event('duo_termijn', dagtekeningEerstePip.add({ days: 21 }), {
		start: start.toString(),
		laatsteDag: tot.toString()
	});
}

/** The brede intake without anything special: one call, two talks, the test, finished some days before the PIP. */
export function intake(pip: Dag): Event[] {
	const before = (n: number) => pip.subtract({ days: n });
	return [
		event('intake_oproep', before(42), { nummer: 1 }),
		event('intake_gesprek', before(35), { nummer: 1 }),
		event('leerbaarheidstoets', before(28)),
		event('intake_gesprek', before(21), { nummer: 2 }),
		event('intake_afgerond', before(14))
	];
}

/** The first `n` themes of the MAP, three weeks apart, the last one so many days ago. */
export const themas = (n: number, days: Calendar, lastAgo: number): Event[] =>
	moduleMapThemas
		.slice(0, n)
		.map((thema, i) =>
			event('module_map_thema', days.workdayAgo({ days: lastAgo + 21 * (n - 1 - i) }), { thema })
		);

/** Recorded talks about progress, so many days ago each. */
export const gesprekken = (days: Calendar, ...ago: number[]): Event[] =>
	ago.map((n) => event('voortgangsgesprek', days.workdayAgo({ days: n })));

/** Six months from the first day of bijstand (Pw art. 56a lid 1). */
export const ontzorgenTot = (bijstand: Dag): Dag => laatsteDag(bijstand, parameter('ontzorgen'));

import { trajectSlots, type TrajectSlots } from '#lib/domain/trajectSlots.ts';
import type { AfspraakSoort, PipThema, Uitvoerder } from '#lib/domain/vocabulary.ts';
import type { Dag } from './calendar.ts';
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

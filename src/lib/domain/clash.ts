import { isNa, isVoor, plusDagen, type Dag } from './dag.ts';
import type { AppointmentKind } from './vocabulary.ts';
import { isFeestdag } from './wet/feestdagen.ts';

/** Local time in the Netherlands, from the first minute to the one after the last. */
export interface Span {
	from: Temporal.PlainDateTime;
	until: Temporal.PlainDateTime;
}
export type Taken = Span & { id: string; kind: AppointmentKind };
/** A course or activity with fixed times. */
export interface Lesson {
	title: string;
	vanaf: Dag;
	tot: Dag | null;
	weekdays: readonly { weekday: number; from: string; until: string }[];
}
/** What somebody already has: appointments that go on, courses and activities. */
export interface TakenWeek {
	appointments: readonly Taken[];
	lessons: readonly Lesson[];
}
/** `dubbel`: the same kind at the same moment, which is never meant; the others deserve a second look. */
export type Clash = ({ what: 'dubbel' | 'afspraak' } & Taken) | ({ what: 'les'; title: string } & Span);

const before = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) =>
	Temporal.PlainDateTime.compare(a, b) < 0;
/** One that ends when the other begins is no overlap. */
const overlap = (a: Span, b: Span) => before(a.from, b.until) && before(b.from, a.until);

function lessonsOn(day: Dag, { title, vanaf, tot, weekdays }: Lesson): (Span & { title: string })[] {
	if (isVoor(day, vanaf) || (tot && isNa(day, tot)) || isFeestdag(day)) return [];
	return weekdays
		.filter(({ weekday }) => weekday === day.dayOfWeek)
		.map(({ from, until }) => ({
			title,
			from: day.toPlainDateTime(from),
			until: day.toPlainDateTime(until)
		}));
}

/** What stands in the way of a new appointment: appointments at the same time first, then lessons. Holidays have no lessons. */
export function clashesOf(wanted: Span & { kind: AppointmentKind }, week: TakenWeek): Clash[] {
	const appointments = week.appointments
		.filter((row) => overlap(row, wanted))
		.map((row) => {
			const isSame = row.kind === wanted.kind && row.from.equals(wanted.from);
			return { ...row, what: isSame ? ('dubbel' as const) : ('afspraak' as const) };
		});
	const lessons: Clash[] = [];
	const last = wanted.until.toPlainDate();
	for (let day = wanted.from.toPlainDate(); !isNa(day, last); day = plusDagen(day, 1))
		for (const lesson of week.lessons.flatMap((course) => lessonsOn(day, course)))
			if (overlap(lesson, wanted)) lessons.push({ ...lesson, what: 'les' });
	return [...appointments, ...lessons];
}

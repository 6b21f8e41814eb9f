import { clashesOf, type Clash, type Span } from '#lib/domain/clash.ts';
import type { AppointmentKind } from '#lib/domain/vocabulary.ts';
import { dayOf, zone } from './clock.ts';
import type { Reader } from './db/database.ts';
import { listTakenAppointments, listTakenLessons } from './db/taken.ts';

export interface Wanted {
	kind: AppointmentKind;
	startsAt: Temporal.Instant;
	minutes: number;
}

const aDay = { hours: 24 };

/** An appointment as local time in the Netherlands. */
export function spanOf({ startsAt, minutes }: Pick<Wanted, 'startsAt' | 'minutes'>): Span {
	const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDateTime();
	return { from: local(startsAt), until: local(startsAt.add({ minutes })) };
}

/**
 * What stands in the way of appointments of these people: two reads, however many people and moments.
 * @param wanted every moment that will be asked for
 * @param except ids of appointments that are about to move themselves
 */
export async function clashFinder(
	tx: Reader,
	people: readonly string[],
	wanted: readonly Wanted[],
	except: readonly string[] = []
): Promise<(inburgeraarId: string, wanted: Wanted) => Clash[]> {
	const moments = wanted.map(({ startsAt }) => startsAt).toSorted(Temporal.Instant.compare);
	const [first, last] = [moments.at(0), moments.at(-1)];
	if (!first || !last) return () => [];
	const rows = await listTakenAppointments(tx, people, first.subtract(aDay), last.add(aDay));
	const courses = await listTakenLessons(tx, people, dayOf(first));
	const appointments = Map.groupBy(
		rows.filter(({ id }) => !except.includes(id)),
		({ inburgeraarId }) => inburgeraarId
	);
	const lessons = Map.groupBy(courses, ({ inburgeraarId }) => inburgeraarId);
	return (inburgeraarId, row) =>
		clashesOf(
			{ kind: row.kind, ...spanOf(row) },
			{
				appointments: (appointments.get(inburgeraarId) ?? []).map(({ id, kind, ...rest }) => ({
					...{ id, kind },
					...spanOf(rest)
				})),
				lessons: lessons.get(inburgeraarId) ?? []
			}
		);
}

export const isDouble = (clashes: readonly Clash[]): boolean => clashes.some(({ what }) => what === 'dubbel');

/** What a page shows of a clash. `kind` of an appointment, `title` of a course. */
export interface ClashText {
	what: Clash['what'];
	kind: AppointmentKind | null;
	title: string | null;
	/** `09:00–12:00` */
	time: string;
}

const clock = (local: Temporal.PlainDateTime) => local.toPlainTime().toString({ smallestUnit: 'minute' });

export const clashText = (clash: Clash): ClashText => ({
	what: clash.what,
	kind: clash.what === 'les' ? null : clash.kind,
	title: clash.what === 'les' ? clash.title : null,
	time: `${clock(clash.from)}–${clock(clash.until)}`
});

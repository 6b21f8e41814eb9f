import type { Role, Verwerking } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar } from './actor.ts';
import { dayOf, zone } from './clock.ts';
import { listOpeningsOf } from './db/break-glass.ts';
import { database } from './db/current.ts';
import { findFirstInzage, listInzagen, type Inzage } from './db/verwerkingslog.ts';
import { subjectKeyOf } from './verwerkingslog.ts';

/** What one organisation did with somebody's data on one day, for one purpose. */
export interface InzageLine {
	/** Name of the municipality or the partner; null: the portal itself, without anybody. */
	organisation: string | null;
	role: Role | null;
	verwerking: Verwerking;
	/** False: something was written or changed as well. */
	isRead: boolean;
	first: Temporal.Instant;
	last: Temporal.Instant;
	times: number;
}
export interface InzageMonth {
	month: Temporal.PlainYearMonth;
	/** Newest first; within a day as well. */
	days: { day: Temporal.PlainDate; lines: InzageLine[] }[];
	/** When somebody outside the caseload opened the dossier, newest first: the moments, no reason (AC-11). */
	openings: { from: Temporal.Instant; until: Temporal.Instant }[];
	/** Months to go to, when there is something to see. */
	earlier?: Temporal.PlainYearMonth;
	later?: Temporal.PlainYearMonth;
}

const startOf = (month: Temporal.PlainYearMonth) =>
	month.toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant();
const monthOf = (at: Temporal.Instant) => dayOf(at).toPlainYearMonth();

/**
 * Who looked at the data of the participant or changed them, in one month: organisation, role, purpose and time, never
 * the name of a member of staff (AUD-05, CJEU C-579/21). What the participant did is left out.
 * @param month absent or outside of what there is: the month of today
 */
export async function inzageOf(
	actor: Inburgeraar,
	month: Temporal.PlainYearMonth | undefined,
	now: Temporal.Instant
): Promise<InzageMonth> {
	const { read } = database();
	const whose = { personId: actor.id, subjectKey: subjectKeyOf(actor.id) };
	const current = monthOf(now);
	const first = await findFirstInzage(read, whose);
	const oldest = first ? monthOf(first) : current;
	const { compare } = Temporal.PlainYearMonth;
	const isWithin = month && compare(month, oldest) >= 0 && compare(month, current) <= 0;
	const shown = isWithin ? month : current;
	const [from, until] = [startOf(shown), startOf(shown.add({ months: 1 }))];
	const rows = await listInzagen(read, whose, from, until);
	const openings = await listOpeningsOf(read, actor.id, from, until);
	return {
		month: shown,
		days: daysOf(rows),
		openings: openings.map(({ openedAt, endsAt, closedAt }) => ({
			from: openedAt,
			until: closedAt ?? endsAt
		})),
		earlier: compare(shown, oldest) > 0 ? shown.subtract({ months: 1 }) : undefined,
		later: compare(shown, current) < 0 ? shown.add({ months: 1 }) : undefined
	};
}

/** The same of all months, newest first, for the file to take along. */
export async function inzageLines(actor: Inburgeraar, now: Temporal.Instant): Promise<InzageLine[]> {
	const whose = { personId: actor.id, subjectKey: subjectKeyOf(actor.id) };
	const beginning = Temporal.Instant.fromEpochMilliseconds(0);
	const rows = await listInzagen(database().read, whose, beginning, now.add({ milliseconds: 1 }));
	return daysOf(rows).flatMap(({ lines }) => lines);
}

function daysOf(rows: Inzage[]): InzageMonth['days'] {
	const days = new Map<string, { day: Temporal.PlainDate; lines: Map<string, InzageLine> }>();
	for (const row of rows) {
		const day = dayOf(row.at);
		const key = day.toString();
		const found = days.get(key) ?? { day, lines: new Map<string, InzageLine>() };
		days.set(key, found);
		addTo(found.lines, row);
	}
	return [...days.values()].map(({ day, lines }) => ({ day, lines: [...lines.values()] }));
}

/** Rows come newest first: one that is met again began earlier. */
function addTo(lines: Map<string, InzageLine>, { at, verwerking, isRead, role, ...by }: Inzage): void {
	const organisation = by.partnerName ?? by.gemeenteName;
	const key = [organisation, role, verwerking, isRead].join('|');
	const line = lines.get(key);
	if (line) Object.assign(line, { first: at, times: line.times + 1 });
	else lines.set(key, { organisation, role: role as Role | null, verwerking, isRead, first: at, last: at, times: 1 }); // prettier-ignore
}

import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { Exam } from '#lib/server/progress-exams.ts';
import type { attemptsOf } from '#lib/server/results.ts';
import type { eventsOf } from '#lib/server/traject-events.ts';

type Events = NonNullable<Awaited<ReturnType<typeof eventsOf>>>;
type Attempts = NonNullable<Awaited<ReturnType<typeof attemptsOf>>>;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function slotText(name: string, value: string | number | boolean | string[]) {
	if (typeof value === 'boolean') return { name, values: [value ? 'ja' : 'nee'], isWord: false };
	if (typeof value === 'number')
		return { name, values: [name === 'minuten' ? hoursText(value) : String(value)], isWord: false };
	const values = [value].flat();
	return values.some(isDay)
		? { name, values: values.map((day) => numericDate(Temporal.PlainDate.from(day))), isWord: false }
		: { name, values, isWord: true };
}

/** Everything that was recorded, newest legal day first; what was withdrawn or replaced stays visible. */
export function shapeEvents({ all, standing }: Events) {
	const holds = new Set(standing.map(({ id }) => id));
	const replaced = new Set(all.filter((row) => !row.isWithdrawal).map(({ replacesId }) => replacesId));
	return all.toReversed().map((row) => ({
		...{
			id: row.id,
			kind: row.kind,
			decidedBy: row.decidedBy,
			grondslag: row.grondslag,
			by: row.recordedByName
		},
		date: numericDate(row.day),
		iso: row.day.toString(),
		slots: Object.entries(row.slots).map(([name, value]) => slotText(name, value)),
		recordedOn: numericDate(dayOf(row.recordedAt)),
		state: row.isWithdrawal
			? ('withdrawal' as const)
			: holds.has(row.id)
				? ('stands' as const)
				: replaced.has(row.id)
					? ('replaced' as const)
					: ('withdrawn' as const)
	}));
}
export type EventShape = ReturnType<typeof shapeEvents>[number];

/** Requests that wait for a decision. */
export const openRequests = ({ standing }: Events, kind: TrajectEventKind) =>
	standing
		.filter((row) => row.kind === kind && row.slots.status === 'aangevraagd')
		.map(({ id, day, slots }) => ({ id, date: numericDate(day), grond: String(slots.grond ?? '') }));

export function shapeExams(exams: readonly Exam[], { all, standing }: Attempts) {
	const holds = new Set(standing.map(({ id }) => id));
	return {
		parts: exams.map(({ onderdeel, niveau, isPassed, freeLeft }) => ({
			onderdeel,
			niveau,
			isPassed,
			freeLeft
		})),
		attempts: all
			.filter(({ isWithdrawal }) => !isWithdrawal)
			.toReversed()
			.map((row) => ({
				...{
					id: row.id,
					onderdeel: row.onderdeel,
					niveau: row.niveau,
					result: row.result,
					by: row.recordedByName
				},
				date: numericDate(row.day),
				iso: row.day.toString(),
				recordedOn: numericDate(dayOf(row.recordedAt)),
				isStanding: holds.has(row.id)
			}))
	};
}
export type ExamsShape = ReturnType<typeof shapeExams>;

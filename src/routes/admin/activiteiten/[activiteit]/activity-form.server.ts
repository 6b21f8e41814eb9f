import { z } from 'zod';
import { isVoor } from '#lib/domain/dag.ts';
import { enrolmentKinds } from '#lib/domain/vocabulary.ts';
import type { ActivityInput } from '#lib/server/activities.ts';
import { choice, choices, day, formKey, idField, line, optional, required, time, version, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const activitySchema = z.object({
	version: optional(version),
	formKey,
	/** One of two buttons that save: offered from now on, or not. */
	zichtbaar: optional(choice(['ja', 'nee'])),
	kind: choice(enrolmentKinds),
	title: required(line(120)),
	partner: optional(idField),
	place: line(160),
	capacity: optional(whole(1, 1000)),
	dagen: choices(weekdays),
	van: optional(time),
	totTijd: optional(time),
	vanaf: optional(day),
	tot: optional(day)
});
type Data = z.infer<typeof activitySchema>;
export const many = ['dagen'];

/** What one field cannot know: days and times in order, and a time for the days of the week. */
export function faultsOf({ vanaf, tot, dagen, van, totTijd }: Data): FieldErrors {
	return {
		...(vanaf && tot && isVoor(tot, vanaf) ? { tot: 'volgorde' } : {}),
		...(dagen.length > 0 && !van ? { van: 'verplicht' } : {}),
		...(dagen.length > 0 && !totTijd ? { totTijd: 'verplicht' } : {}),
		...(van && totTijd && totTijd <= van ? { totTijd: 'volgorde' } : {})
	};
}

export function inputOf(data: Data): ActivityInput {
	const { kind, title, partner, place, capacity, dagen, van, totTijd, vanaf, tot } = data;
	const week = dagen.map((weekday) => ({ weekday: Number(weekday), from: van ?? '', until: totTijd ?? '' }));
	return {
		...{ kind, title, partnerId: partner ?? null, place: place || null, capacity: capacity ?? null },
		...{ weekdays: week, vanaf: vanaf ?? null, tot: tot ?? null }
	};
}

export function formOf(activity: ActivityInput): Typed {
	const { kind, title, partnerId, place, capacity, weekdays: week, vanaf, tot } = activity;
	const text = (value: { toString(): string } | null | undefined) => value?.toString() ?? '';
	return {
		...{ kind, title, partner: text(partnerId), place: text(place), capacity: text(capacity) },
		...{
			dagen: week.map(({ weekday }) => String(weekday)),
			van: text(week[0]?.from),
			totTijd: text(week[0]?.until)
		},
		...{ vanaf: text(vanaf), tot: text(tot) }
	};
}

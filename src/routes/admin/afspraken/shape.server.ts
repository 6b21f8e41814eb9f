import type { LocaleId, ZinGebruik } from '#lib/domain/vocabulary.ts';
import { tallyOf, type GroupPage, type Line } from '#lib/server/appointment-groups.ts';
import { appointmentText } from '#lib/server/appointments.ts';
import type { Invited } from '#lib/server/db/appointment-groups.ts';
import { momentText } from '#lib/server/format.ts';
import { readZinnen } from '#lib/server/zinnen.ts';

/** An appointment with whose it is, as staff lists show it. */
export function shapeInvited(row: Invited, locale: LocaleId, now: Temporal.Instant) {
	const { inburgeraarId, name, locale: language, phone, absenceReason, isNietVerwijtbaar } = row;
	return {
		...appointmentText({ ...row, movedFrom: null }, locale, now),
		...{ inburgeraarId, name, language, phone, absenceReason, isNietVerwijtbaar },
		dialect: row.interpreterDialect
	};
}
export type ShownInvited = ReturnType<typeof shapeInvited>;

export function shapeLine(line: Line, locale: LocaleId, now: Temporal.Instant) {
	if (line.kind === 'een') return { kind: 'een' as const, row: shapeInvited(line.row, locale, now) };
	const { id, group, common, tally } = line;
	return { kind: 'groep' as const, id, title: group.title, row: shapeInvited(common, locale, now), tally };
}
export type ShownLine = ReturnType<typeof shapeLine>;

/** A group with its people: only those of the actor. */
export function shapeGroup(
	{ group, rows, common, taken }: GroupPage,
	locale: LocaleId,
	now: Temporal.Instant
) {
	return {
		id: group.id,
		version: group.version,
		title: group.title,
		capacity: group.capacity,
		taken,
		hasBegun: Temporal.Instant.compare(common.startsAt, now) <= 0,
		tally: tallyOf(rows, now),
		common: shapeInvited(common, locale, now),
		rows: rows.map((row) => ({
			...shapeInvited(row, locale, now),
			isApart: row.status === 'gepland' && !row.startsAt.equals(common.startsAt),
			answered: row.answeredAt && momentText(row.answeredAt, locale)
		}))
	};
}
export type ShownGroup = ReturnType<typeof shapeGroup>;

/** Phrases as these people read them, per language: most people first. Null: there are none. */
export async function shapeReads(zinnen: ZinGebruik[], rows: readonly { locale: LocaleId }[]) {
	if (zinnen.length === 0) return null;
	const own = Map.groupBy(rows, ({ locale }) => locale);
	own.delete('nl');
	const languages = await Promise.all(
		[...own].map(async ([locale, of]) => ({ locale, n: of.length, zinnen: await readZinnen(zinnen, locale) }))
	);
	return {
		nl: await readZinnen(zinnen, 'nl'),
		languages: languages.toSorted((a, b) => b.n - a.n),
		unreviewed: languages.filter((of) => of.zinnen.some(({ state }) => state !== 'reviewed')).length
	};
}
export type ShownReads = NonNullable<Awaited<ReturnType<typeof shapeReads>>>;

import { momentText, numericDate } from '#lib/server/format.ts';
import { dayOf } from '#lib/server/clock.ts';
import type { OwnPasskey } from '#lib/server/passkeys.ts';
import type { Place } from '#lib/server/settings.ts';

/** The last use to the minute, so that the own use can be told from somebody else's. */
export function shapePlace({ firstAt, lastAt, ...place }: Place) {
	const { date, time } = momentText(lastAt, 'nl');
	return { ...place, first: numericDate(dayOf(firstAt)), last: `${date} ${time}` };
}
export type ShapedPlace = ReturnType<typeof shapePlace>;

export function shapePasskey({ id, kind, createdAt, lastUsedAt }: OwnPasskey) {
	const used = lastUsedAt && momentText(lastUsedAt, 'nl');
	return { id, kind, made: numericDate(dayOf(createdAt)), used: used && `${used.date} ${used.time}` };
}
export type ShapedPasskey = ReturnType<typeof shapePasskey>;

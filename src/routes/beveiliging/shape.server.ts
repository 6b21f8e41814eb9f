import { dayOf } from '#lib/server/clock.ts';
import { momentText, numericDate } from '#lib/server/format.ts';
import type { OwnPasskey } from '#lib/server/passkeys.ts';

export function shapePasskey({ createdAt, lastUsedAt, ...passkey }: OwnPasskey) {
	const used = lastUsedAt && momentText(lastUsedAt, 'nl');
	return { ...passkey, made: numericDate(dayOf(createdAt)), used: used && `${used.date} ${used.time}` };
}
export type ShapedPasskey = ReturnType<typeof shapePasskey>;

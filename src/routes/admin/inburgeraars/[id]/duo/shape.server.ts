import type { DuoBron } from '#lib/domain/duoLijst.ts';
import type { DuoLine } from '#lib/server/duo-list.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';

/** A word of the value: ready text, or a code that the page says. */
export type DuoWord = { text: string } | { code: string };

/** The canonical value in parts: days as digits, minutes as hours, everything else a code. */
export function shapeValue(value: string): DuoWord[] {
	return value.split(' ').map((part) => {
		if (/^\d{4}-\d{2}-\d{2}$/.test(part)) return { text: numericDate(Temporal.PlainDate.from(part)) };
		return /^\d+$/.test(part) ? { text: hoursText(Number(part)) } : { code: part };
	});
}

const dayIn = (bron: DuoBron) =>
	bron.soort === 'pip' ? null : numericDate(bron.soort === 'uren' ? bron.tot : bron.dag);

export const shapeLine = ({ item, code, regel, typed, state }: DuoLine) => ({
	...{ item, code, state },
	value: regel && { raw: regel.value, words: shapeValue(regel.value) },
	source: regel && {
		...{ soort: regel.bron.soort, day: dayIn(regel.bron), grondslag: regel.grondslag },
		versie: regel.bron.soort === 'pip' ? regel.bron.versie : null
	},
	typed: typed && { words: shapeValue(typed.value), day: numericDate(typed.day), by: typed.by }
});
export type LineShape = ReturnType<typeof shapeLine>;

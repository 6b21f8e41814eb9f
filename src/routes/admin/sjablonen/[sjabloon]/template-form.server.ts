import { z } from 'zod';
import { onlySlots, zinnenVan, type SjabloonAfspraak } from '#lib/domain/pipSjablonen.ts';
import { pipAfspraakSoorten } from '#lib/domain/pipVelden.ts';
import { afspraakSoorten, groepen, leerroutes, pipThemas, uitvoerders } from '#lib/domain/vocabulary.ts';
import { choice, duration, formKey, group, line, optional, required, version, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore
import { hoursText } from '#lib/server/format.ts';

const slots = ['thema', 'soort', 'uitvoerder', 'minutenPerWeek', 'minutenTotaal', 'aantal', 'metWie', 'plaats', 'vanafDagen', 'totDagen', 'nr'] as const; // prettier-ignore
export const templateSchema = z.object({
	version,
	formKey,
	naam: required(line(80)),
	leerroute: choice(leerroutes),
	groep: optional(choice(groepen)),
	/** `<n>.<slot>` per agreement; `nr` is where it stood before, so that its phrases come along. */
	a: group(new RegExp(`\\d{1,2}\\.(${slots.join('|')})`), line(200), 40 * slots.length),
	/** One of two buttons that save: shown to colleagues from now on, or not. */
	zichtbaar: optional(choice(['ja', 'nee'])),
	/** A button that saves and goes on to the phrases of the n-th agreement. */
	zinnen: optional(whole(0, 99)),
	soort_erbij: line(80),
	erbij: line(1),
	weg: line(2)
});
const one = z.object({
	thema: choice(pipThemas),
	soort: choice(afspraakSoorten),
	uitvoerder: choice(uitvoerders),
	minutenPerWeek: optional(duration(10_080)),
	minutenTotaal: optional(duration(120_000)),
	aantal: optional(whole(1, 999)),
	metWie: line(120),
	plaats: line(160),
	vanafDagen: optional(whole(0, 3650)),
	totDagen: optional(whole(0, 3650))
});
export type TemplateLine = Record<(typeof slots)[number], string>;

/** The agreements of the form in their order, as they were typed, with its buttons applied. */
export function linesOf(typed: Typed): TemplateLine[] {
	const rows = new Map<number, Partial<TemplateLine>>();
	for (const [name, value] of Object.entries(typed)) {
		const [, n, slot] = /^a\.(\d{1,2})\.(\w+)$/.exec(name) ?? [];
		if (n !== undefined && slot && typeof value === 'string')
			rows.set(Number(n), { ...rows.get(Number(n)), [slot]: value });
	}
	const kept = [...rows].filter(([n]) => !typed.weg || n !== Number(typed.weg));
	const lines = kept.sort(([a], [b]) => a - b).map(([, row]) => row);
	const [thema, soort] = typeof typed.soort_erbij === 'string' ? typed.soort_erbij.split(':') : [];
	if (typed.erbij && thema && soort) lines.push({ thema, soort, uitvoerder: 'samen' });
	return lines.map((line) => ({ ...empty, ...line }));
}
const empty = Object.fromEntries(slots.map((slot) => [slot, ''])) as TemplateLine;

export function readLines(lines: TemplateLine[], before: readonly SjabloonAfspraak[]) {
	const errors: FieldErrors = {};
	const afspraken: SjabloonAfspraak[] = [];
	for (const [n, { nr, ...line }] of lines.entries()) {
		const result = one.safeParse(line);
		if (!result.success) {
			for (const { path, message } of result.error.issues) errors[`a.${n}.${String(path[0])}`] = message;
			continue;
		}
		const { thema, soort, vanafDagen, totDagen } = result.data;
		if (!pipAfspraakSoorten[soort].themas.includes(thema)) errors[`a.${n}.soort`] = 'kies';
		if (vanafDagen !== undefined && totDagen !== undefined && totDagen < vanafDagen)
			errors[`a.${n}.totDagen`] = 'volgorde';
		const zinnen = nr === '' ? undefined : zinnenVan(before, Number(nr), result.data);
		const filled = Object.entries({ ...result.data, zinnen }).filter(
			([, value]) => value !== undefined && value !== ''
		);
		afspraken.push(onlySlots(Object.fromEntries(filled) as SjabloonAfspraak));
	}
	return { errors, afspraken };
}

/** Agreements as they stand in the form. */
export const formLines = (afspraken: readonly SjabloonAfspraak[]): TemplateLine[] =>
	afspraken.map((afspraak, n) => {
		const { minutenPerWeek, minutenTotaal, ...rest } = afspraak;
		const text = (value: unknown) =>
			typeof value === 'string' || typeof value === 'number' ? String(value) : '';
		const plain = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, text(value)]));
		const hours = (value?: number) => (value === undefined ? '' : hoursText(value));
		return {
			...empty,
			...plain,
			minutenPerWeek: hours(minutenPerWeek),
			minutenTotaal: hours(minutenTotaal),
			nr: String(n)
		};
	});

import { alleVelden, pipVelden, type PipVeld, type VeldSoort } from '#lib/domain/pipVelden.ts';
import { einddoelen, leerroutes, taalniveaus, vasteLasten } from '#lib/domain/vocabulary.ts';
import { z } from 'zod';
import { isVoor } from '#lib/domain/dag.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import { hoursText } from '#lib/server/format.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { conceptOf, type Concept, type DraftVelden } from '#lib/server/pip-drafts.ts';
import { choice, choices, day, duration, idField, line, optional, version, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore
import { found, staffOf } from '#lib/server/web/guard.ts';

/** Plan and draft of a dossier for a page of staff; the reading is recorded. */
export async function openConcept(locals: App.Locals, inburgeraarId: string) {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, inburgeraarId, 'pip', locals.now));
	return { actor, dossier, ...found(await conceptOf(actor, inburgeraarId)) };
}

const bySoort: Record<VeldSoort, z.ZodType> = {
	leerroute: optional(choice(leerroutes)),
	niveau: optional(choice(taalniveaus)),
	einddoel: optional(choice(einddoelen)),
	minuten: optional(duration(120_000)),
	aantal: optional(whole(0, 99)),
	ja_nee: optional(choice(['ja', 'nee'])),
	dag: optional(day),
	tekst: line(200),
	lasten: choices(vasteLasten),
	persoon: optional(idField)
};
export const veldenSchema = z.object({
	version,
	...Object.fromEntries(alleVelden.map((veld) => [veld, bySoort[pipVelden[veld].soort]]))
});
export const many = ['vasteLasten'];
type Data = Record<string, unknown>;

/** The fields of the form as columns: empty is not filled in. */
export function columnsOf(data: Data, velden: readonly PipVeld[]): DraftVelden {
	const column = (veld: PipVeld): unknown => {
		const value = data[veld];
		if (pipVelden[veld].soort === 'ja_nee') return value === undefined ? null : value === 'ja';
		const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
		return isEmpty ? null : value;
	};
	return Object.fromEntries(velden.map((veld) => [veld, column(veld)])) as DraftVelden;
}

const inOrder: [PipVeld, PipVeld][] = [
	['startCursus', 'eindeCursus'],
	['ontzorgenVanaf', 'ontzorgenLaatsteDag'],
	['ontzorgenLaatsteDag', 'ontzorgenVerlengdTotEnMet']
];

/** What one field cannot know: days in order, the norm of the law as the most, a colleague of the own municipality. */
export function faultsOf(columns: DraftVelden, { contacts }: Concept): FieldErrors {
	const errors: FieldErrors = {};
	for (const [from, until] of inOrder) {
		const [a, b] = [columns[from], columns[until]];
		if (a instanceof Temporal.PlainDate && b instanceof Temporal.PlainDate && isVoor(b, a))
			errors[until] = 'volgorde';
	}
	const { zCursusMinutenNorm: norm, contactpersoonId: contact } = columns;
	if (norm && norm > parameter('zCursus')) errors.zCursusMinutenNorm = 'te_groot';
	if (contact && !contacts.some(({ id }) => id === contact)) errors.contactpersoonId = 'collega';
	return errors;
}

/** A form with what stands in the draft. */
export function formOf(row: Concept['row'], velden: readonly PipVeld[]): Typed {
	const text = (veld: PipVeld): string | string[] => {
		const value = row[veld];
		if (Array.isArray(value)) return value;
		if (value === null) return '';
		if (typeof value === 'boolean') return value ? 'ja' : 'nee';
		return pipVelden[veld].soort === 'minuten' ? hoursText(Number(value)) : String(value);
	};
	return Object.fromEntries(velden.map((veld) => [veld, text(veld)]));
}

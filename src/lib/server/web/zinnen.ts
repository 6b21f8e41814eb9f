import { dingen, slotKind, type ZinKeuze, type ZinKind } from '#lib/domain/zinnen.ts';
import type { LocaleId, SlotKind, ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Staff } from '../actor.ts';
import { slotsOfZinnen, zinKeuze } from '../zinnen.ts';
import { choice, day, group, line, required, time, whole, type FieldErrors, type Typed } from './form.ts';

/** As many phrases as one message, appointment or agreement can have. */
const most = 12;
/**
 * The fields of ZinnenKiezer, to spread into the schema of a form: `zin.<n>.zin` and `zin.<n>.slot.<name>` per phrase,
 * and its buttons. Read them with `readZinKeuze`.
 */
export const zinFields = {
	zin: group(/\d{1,2}\.(zin|slot\.[a-z]{1,10}[2-9]?)/, line(200), most * 9),
	zin_kies: line(60),
	zin_erbij: line(1),
	zin_toon: line(1),
	zin_weg: line(2)
};

/** What may stand in a slot of each kind, as it is stored. */
const values = {
	day: day.transform(String),
	time,
	place: required(line(120)),
	person: required(line(100)),
	thing: choice(dingen as [string, ...string[]]),
	minutes: whole(1, 6000).transform(String)
} satisfies Record<SlotKind, unknown>;

interface TypedZin {
	/** The number in the name of its fields. */
	n: number;
	zin: string;
	slots: Record<string, string>;
}

/** The phrases of a form in their order, as they were sent. */
function rowsOf(typed: Typed): TypedZin[] {
	const rows = new Map<number, TypedZin>();
	for (const [name, value] of Object.entries(typed)) {
		const [, at, slot] = /^zin\.(\d{1,2})\.(?:zin|slot\.(\w+))$/.exec(name) ?? [];
		if (at === undefined || typeof value !== 'string') continue;
		const n = Number(at);
		const row = rows.get(n) ?? { n, zin: '', slots: {} };
		if (slot === undefined) row.zin = value;
		else row.slots[slot] = value;
		rows.set(n, row);
	}
	return [...rows.values()].filter(({ zin }) => zin).sort((a, b) => a.n - b.n);
}

/**
 * The buttons of ZinnenKiezer applied: one phrase fewer, one more. A phrase that was chosen counts whatever button sends
 * the form: nobody means to leave it out.
 */
function edited(rows: TypedZin[], typed: Typed): TypedZin[] {
	const { zin_kies: chosen, zin_weg: gone } = typed;
	const left = gone ? rows.filter(({ n }) => n !== Number(gone)) : rows;
	return typeof chosen === 'string' && chosen ? [...left, { n: most, zin: chosen, slots: {} }] : left;
}

/** The values of the slots as far as they are right, and an error code for each that is not. */
function checked(row: TypedZin, names: readonly string[], n: number) {
	const slots: Record<string, string> = {};
	const errors: FieldErrors = {};
	for (const name of names) {
		const result = values[slotKind(name) ?? 'place'].safeParse(row.slots[name] ?? '');
		if (result.success) slots[name] = result.data;
		else errors[`zin.${n}.slot.${name}`] = row.slots[name]?.trim() ? (result.error.issues[0]?.message ?? 'kies') : 'verplicht'; // prettier-ignore
	}
	return { slots, errors };
}

export interface ReadKeuze {
	/** To show again. */
	keuze: ZinKeuze;
	/** A button of ZinnenKiezer was pressed: show the form again with what was typed, and store nothing. */
	isEdited: boolean;
	zinnen: ZinGebruik[];
	/** By field of `keuze`; empty when all is well, and while phrases are being chosen. */
	errors: FieldErrors;
}

/**
 * Reads the phrases of a form, whatever became of its other fields.
 * @param typed what `readForm` says was typed
 * @param kinds the kinds that can be chosen
 * @param locale who will read it
 */
export async function readZinKeuze(
	actor: Staff,
	typed: Typed,
	kinds: readonly ZinKind[],
	locale: LocaleId
): Promise<ReadKeuze> {
	const isEdited = Boolean(typed.zin_erbij || typed.zin_weg || typed.zin_toon);
	const sent = edited(rowsOf(typed), typed);
	const slotsOf = await slotsOfZinnen(actor, sent.map(({ zin }) => zin)); // prettier-ignore
	const rows = sent.filter(({ zin }) => slotsOf.has(zin)).slice(0, most);
	const results = rows.map((row, n) => checked(row, slotsOf.get(row.zin) ?? [], n));
	const zinnen = rows.map(({ zin }, n) => ({ zin, slots: results[n]!.slots }));
	const keuze = await zinKeuze(actor, kinds, locale, zinnen, rows.map(({ slots }) => slots)); // prettier-ignore
	const lost: FieldErrors = sent.length > rows.length || (typed.zin_erbij && !typed.zin_kies) ? { zin_kies: 'kies' } : {}; // prettier-ignore
	const errors = isEdited ? lost : Object.assign(lost, ...results.map((result) => result.errors));
	return { keuze, isEdited, zinnen, errors };
}

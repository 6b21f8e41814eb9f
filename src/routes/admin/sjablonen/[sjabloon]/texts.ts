import type { Groep, Leerroute, Uitvoerder } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TwoTexts } from '#lib/ui/pip/DraftConflict.svelte';
import { groepWords, leerrouteWords } from '#lib/ui/words-of-people.ts';
import { deelWords, soortWords, themaWords, uitvoerderWords } from '#lib/ui/words-of-pip.ts';

type Line = Record<string, string>;
export type Template = { naam: string; leerroute: string; groep: string; lines: readonly Line[] };

/** Of a line as it was sent: a name that every object has is no name of a word. */
const wordOf = (words: Record<string, { message: () => string }>, key = ''): string =>
	Object.hasOwn(words, key) ? words[key]!.message() : '';
export const titleOf = ({ thema, soort }: Line): string =>
	`${wordOf(themaWords, thema)}: ${wordOf(soortWords, soort)}`;

/** The parts of an agreement of a template that hold text, with what they are called. */
const partWords = {
	minutenPerWeek: deelWords.minutenPerWeek,
	minutenTotaal: deelWords.minutenTotaal,
	aantal: deelWords.aantal,
	metWie: deelWords.metWie,
	plaats: deelWords.plaats,
	vanafDagen: m.admin_sjabloon_vanaf,
	totDagen: m.admin_sjabloon_tot
};

/** One agreement in one line of words. */
function lineText(line: Line): string {
	const filled = Object.entries(partWords).filter(([name]) => line[name]);
	const parts = filled.map(([name, label]) => `${label()}: ${line[name] ?? ''}`);
	return [uitvoerderWords[line.uitvoerder as Uitvoerder]?.message(), ...parts].filter(Boolean).join(' · ');
}

/** Agreements by theme and kind, a second one of the same kind as a second one. */
function byKind(lines: readonly Line[]): Map<string, string> {
	const all = new Map<string, string>();
	for (const line of lines) {
		const title = titleOf(line);
		let label = title;
		for (let n = 2; all.has(label); n++) label = `${title} (${String(n)})`;
		all.set(label, lineText(line));
	}
	return all;
}

/** Part by part what is saved now and what was typed. */
export function twoTexts(now: Template, typed: Template): TwoTexts[] {
	const route = ({ leerroute }: Template) => leerrouteWords[leerroute as Leerroute]?.() ?? m.admin_pip_leeg();
	const groep = (one: Template) => groepWords[one.groep as Groep]?.() ?? m.admin_sjabloon_beide();
	const [before, after] = [byKind(now.lines), byKind(typed.lines)];
	const labels = [...new Set([...before.keys(), ...after.keys()])];
	return [
		{ label: m.admin_sjabloon_naam(), now: now.naam, typed: typed.naam || m.admin_pip_leeg() },
		{ label: m.admin_sjabloon_leerroute(), now: route(now), typed: route(typed) },
		{ label: m.admin_sjabloon_groep(), now: groep(now), typed: groep(typed) },
		...labels.map((label) => ({
			label,
			now: before.get(label) ?? m.admin_pip_staat_er_niet(),
			typed: after.get(label) ?? m.admin_pip_staat_er_niet()
		}))
	];
}

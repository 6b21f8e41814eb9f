import type { AfspraakSlot } from '#lib/domain/pipVelden.ts';
import type { PipThema, Uitvoerder } from '#lib/domain/vocabulary.ts';
import type { ZinKeuze } from '#lib/domain/zinnen.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TwoTexts } from '#lib/ui/pip/DraftConflict.svelte';
import { deelWords, themaWords, uitvoerderWords } from '#lib/ui/words-of-pip.ts';
import { dutchOf } from '#lib/ui/words-of-zinnen.ts';

type Values = Record<string, string | string[] | undefined>;
type Side = { values: Values; keuze: ZinKeuze | undefined };

/** Every part of an agreement in words, as it stands in a form. */
function partsOf({ values, keuze }: Side, slots: readonly AfspraakSlot[]): [label: string, text: string][] {
	const text = (name: string) => {
		const value = values[name];
		return typeof value === 'string' && value ? value : m.admin_pip_leeg();
	};
	const zinnen = keuze?.rows.map(({ read }) => dutchOf(read)).join(' ');
	return [
		[deelWords.thema(), themaWords[text('thema') as PipThema]?.message() ?? m.admin_pip_leeg()],
		[
			deelWords.uitvoerder(),
			uitvoerderWords[text('uitvoerder') as Uitvoerder]?.message() ?? m.admin_pip_leeg()
		],
		...slots.map((slot): [string, string] => [deelWords[slot](), text(slot)]),
		...(slots.includes('vanaf') ? [[m.admin_pip_vanaf_dagen(), text('vanafDagen')] as [string, string]] : []),
		...(slots.includes('tot') ? [[m.admin_pip_tot_dagen(), text('totDagen')] as [string, string]] : []),
		[deelWords.zinnen(), zinnen || m.admin_pip_leeg()], // prettier-ignore
		[deelWords.toelichting(), text('toelichting')]
	];
}

/** Part by part what is saved now and what was typed; `now` absent: the agreement is gone, or was never there. */
export function twoTexts(now: Side | undefined, typed: Side, slots: readonly AfspraakSlot[]): TwoTexts[] {
	const before = now && partsOf(now, slots);
	return partsOf(typed, slots).map(([label, text], n) => ({ label, now: before?.[n]?.[1], typed: text }));
}

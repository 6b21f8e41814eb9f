import { soortVanActiviteit } from '#lib/domain/activiteiten.ts';
import { enrolmentKinds } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TwoTexts } from '#lib/ui/pip/DraftConflict.svelte';
import { soortWords } from '#lib/ui/words-of-pip.ts';

type Values = Record<string, string | string[]>;
export type Lists = { partners: { id: string; name: string }[]; weekdays: { value: string; text: string }[] };

/** Every field of an activity in words, as it stands in a form. */
function partsOf(values: Values, { partners, weekdays }: Lists): [label: string, text: string][] {
	const text = (name: string) => {
		const value = values[name];
		return typeof value === 'string' && value ? value : m.admin_pip_leeg();
	};
	const kind = enrolmentKinds.find((one) => one === values.kind);
	const partner = partners.find(({ id }) => id === values.partner)?.name;
	const days = weekdays.filter(({ value }) => values.dagen?.includes(value)).map((day) => day.text);
	return [
		[m.admin_activiteit_titel(), text('title')],
		[m.admin_activiteit_soort(), kind ? soortWords[soortVanActiviteit[kind]].message() : m.admin_pip_leeg()],
		[m.admin_activiteit_partner(), partner ?? m.admin_activiteit_zonder_partner()],
		[m.admin_activiteit_plaats(), text('place')],
		[m.admin_activiteit_plaatsen(), text('capacity')],
		[m.admin_activiteit_dagen(), days.join(', ') || m.admin_pip_leeg()],
		[m.admin_activiteit_van(), text('van')],
		[m.admin_activiteit_tot_tijd(), text('totTijd')],
		[m.pip_deel_vanaf(), text('vanaf')],
		[m.pip_deel_tot(), text('tot')]
	];
}

/** Field by field what is saved now and what was typed. */
export function twoTexts(now: Values, typed: Values, lists: Lists): TwoTexts[] {
	const before = partsOf(now, lists);
	return partsOf(typed, lists).map(([label, text], n) => ({ label, now: before[n]?.[1], typed: text }));
}

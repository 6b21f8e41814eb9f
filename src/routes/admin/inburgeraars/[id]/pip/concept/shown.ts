import { pipVelden, type PipVeld } from '#lib/domain/pipVelden.ts';
import type { Einddoel, Leerroute, VasteLast } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { leerrouteWords } from '#lib/ui/words-of-people.ts';
import { einddoelWords, lastWords } from '#lib/ui/words-of-pip.ts';

/** What was typed in a field, in words, so that two people's texts can stand beside each other. Never empty. */
export function shown(
	veld: PipVeld,
	value: string | string[] | undefined,
	contacts: { id: string; name: string }[]
): string {
	if (Array.isArray(value)) return value.map((last) => lastWords[last as VasteLast]?.() ?? last).join(', ') || m.admin_pip_leeg(); // prettier-ignore
	if (!value) return m.admin_pip_leeg();
	switch (pipVelden[veld].soort) {
		case 'leerroute':
			return leerrouteWords[value as Leerroute]?.() ?? value;
		case 'einddoel':
			return einddoelWords[value as Einddoel]?.() ?? value;
		case 'niveau':
			return value.toUpperCase();
		case 'persoon':
			return contacts.find(({ id }) => id === value)?.name ?? m.admin_pip_leeg();
		default:
			return value;
	}
}

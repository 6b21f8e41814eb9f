import type { Facts } from '#lib/domain/facts.ts';
import { onbekend, onderwerp, vastgesteld, type Onderwerp } from '#lib/domain/uitkomst.ts';
import { groepPerVergunning, type GroepNaam } from '#lib/domain/wet/opsommingen.ts';

export type Groep = Onderwerp<{ waarde: GroepNaam }>;

/** Wi2021 art. 13 lid 1, art. 19: asielstatushouder, or family and other migrants; from the permit when not given. */
export function groep({ groep: given, verblijfsvergunning }: Facts): Groep {
	const waarde = given ?? (verblijfsvergunning && groepPerVergunning[verblijfsvergunning]);
	return onderwerp('groep', { waarde: waarde ? vastgesteld(waarde) : onbekend('ontbreekt:groep') });
}

import { onderwerp, vastgesteld, type Onderwerp } from '#lib/domain/uitkomst.ts';

export type Handhaving = Onderwerp<{
	toonBedragen: false;
	toonDreiging: false;
	tekst: 'praat_met_consulent';
}>;

/** HvJ EU C-158/23, RvS 9 juli 2025, 18 februari 2026: no amounts and no threat, for nobody. */
export function handhaving(): Handhaving {
	return onderwerp('handhaving', {
		toonBedragen: vastgesteld(false as const),
		toonDreiging: vastgesteld(false as const),
		tekst: vastgesteld('praat_met_consulent' as const)
	});
}

import type { Signaal } from '#lib/domain/vocabulary.ts';
import { valueOn, type Periode } from '#lib/domain/wet/parameters.ts';
import type { Dag } from '#lib/domain/dag.ts';

/** A number of the portal itself, not of the law: when a colleague is reminded. A change is a new period. */
export type Huisregel = {
	eenheid: 'dagen' | 'werkdagen';
	/** Reasons that use it; empty: the list as a whole. */
	voor: readonly Signaal[];
	perioden: readonly Periode[];
};

const sinds2026 = (waarde: number): readonly Periode[] => [{ van: '2026-11-01', tot: null, waarde }];

/** Every number of the Monday list that no article and no municipality sets (docs/signalen.md). */
export const huisregels = {
	dezeWeek: { eenheid: 'dagen', voor: [], perioden: sinds2026(7) },
	binnenkort: { eenheid: 'dagen', voor: [], perioden: sinds2026(28) },
	uitstelMaximum: { eenheid: 'dagen', voor: [], perioden: sinds2026(92) },
	contact: { eenheid: 'dagen', voor: ['geen_contact'], perioden: sinds2026(56) },
	gesprekGepland: { eenheid: 'dagen', voor: ['geen_contact'], perioden: sinds2026(14) },
	nabellen: { eenheid: 'werkdagen', voor: ['niet_gekomen'], perioden: sinds2026(2) },
	bespreken: {
		eenheid: 'dagen',
		voor: ['termijn_eindigt', 'verlenging_mogelijk'],
		perioden: sinds2026(28)
	},
	schakelenVooraf: { eenheid: 'dagen', voor: ['schakelen_laatste_dag'], perioden: sinds2026(56) },
	ontzorgenVooraf: { eenheid: 'dagen', voor: ['ontzorgen_eindigt'], perioden: sinds2026(42) },
	gezien: { eenheid: 'dagen', voor: ['pip_niet_gezien'], perioden: sinds2026(14) },
	bevestigen: { eenheid: 'dagen', voor: ['uren_onbevestigd'], perioden: sinds2026(14) },
	aanmelden: { eenheid: 'dagen', voor: ['nooit_aangemeld'], perioden: sinds2026(14) },
	tolkVooraf: { eenheid: 'dagen', voor: ['tolk_ontbreekt'], perioden: sinds2026(3) },
	tolkZichtbaar: { eenheid: 'dagen', voor: ['tolk_ontbreekt'], perioden: sinds2026(14) },
	duoOvernemen: { eenheid: 'dagen', voor: ['duo_lijst'], perioden: sinds2026(14) },
	overnemen: { eenheid: 'dagen', voor: ['overdracht'], perioden: sinds2026(14) },
	bekijken: { eenheid: 'dagen', voor: ['lang_niet_bekeken'], perioden: sinds2026(60) }
} satisfies Record<string, Huisregel>;

export type HuisregelNaam = keyof typeof huisregels;

/** The value that holds on `dag`, in the unit of the rule. */
export const huisregel = (naam: HuisregelNaam, dag: Dag): number => valueOn(huisregels[naam].perioden, dag);

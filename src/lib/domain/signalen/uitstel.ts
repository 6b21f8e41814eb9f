import { isNa, plusDagen, plusMaanden, type Dag } from '#lib/domain/dag.ts';
import { huisregel } from './huisregels.ts';

/** Ready choices for how long a reason is put aside. */
export const uitstelkeuzes = ['morgen', 'week', 'twee_weken', 'maand'] as const;
export type Uitstelkeuze = (typeof uitstelkeuzes)[number];

/** Days of the choices that are a number of weeks. */
export const uitsteldagen = { week: 7, twee_weken: 14 } as const;

/** The day on which the reason is back for a choice. */
export function terugOp(keuze: Uitstelkeuze, vandaag: Dag): Dag {
	switch (keuze) {
		case 'morgen':
			return plusDagen(vandaag, 1);
		case 'week':
			return plusDagen(vandaag, uitsteldagen.week);
		case 'twee_weken':
			return plusDagen(vandaag, uitsteldagen.twee_weken);
		case 'maand':
			return plusMaanden(vandaag, 1);
	}
}

/** The last day before the reason is back. */
export const totEnMet = (terug: Dag): Dag => plusDagen(terug, -1);

/** The latest day on which a reason that is put aside today is back. */
export const uiterlijkTerug = (vandaag: Dag): Dag => plusDagen(vandaag, huisregel('uitstelMaximum', vandaag));

/** Back after today, and not too far away. */
export const isTerugdag = (dag: Dag, vandaag: Dag): boolean =>
	isNa(dag, vandaag) && !isNa(dag, uiterlijkTerug(vandaag));

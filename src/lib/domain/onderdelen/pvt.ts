import type { Facts } from '#lib/domain/facts.ts';
import {
	compute,
	every,
	fact,
	onderwerp,
	valuesOf,
	vastgesteld,
	type Nullable,
	type Onderwerp
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

type Voorwaarden = {
	uren: boolean;
	activiteitOfExcursie: boolean;
	ondertekeningsbijeenkomst: boolean;
	ondertekening: boolean;
};
export type Pvt = Onderwerp<{
	isVanToepassing: true;
	minutenNorm: number;
	minutenNodig: number;
	voorwaarden: Nullable<Voorwaarden>;
	isVervuld: boolean;
}>;

/** Wi2021 art. 6 lid 3-5, Bi2021 art. 3.1: at least 12 hours, an activity or excursion, and the signed declaration. */
export function pvt(facts: Facts): Pvt {
	const norm = parameter('pvt', facts.peildatum);
	const minuten = fact(facts, 'pvtMinuten');
	const answers = {
		uren: compute(minuten, (n) => n >= norm),
		activiteitOfExcursie: fact(facts, 'hasPvtActiviteitOfExcursie'),
		ondertekeningsbijeenkomst: fact(facts, 'isAanwezigBijPvtOndertekening'),
		ondertekening: fact(facts, 'isPvtOndertekend')
	};
	return onderwerp('pvt', {
		isVanToepassing: vastgesteld(true as const),
		minutenNorm: vastgesteld(norm),
		minutenNodig: compute(minuten, (n) => Math.max(0, norm - n)),
		voorwaarden: vastgesteld(valuesOf<Voorwaarden>(answers)),
		isVervuld: every(Object.values(answers))
	});
}

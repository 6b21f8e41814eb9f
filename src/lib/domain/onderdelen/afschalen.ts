import type { Facts } from '#lib/domain/facts.ts';
import {
	compute,
	every,
	fact,
	onderwerp,
	valueOf,
	valuesOf,
	vastgesteld,
	type Nullable,
	type Onderwerp
} from '#lib/domain/uitkomst.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

type Voorwaarden = { leerroute: boolean; uren: boolean; inspanning: boolean };
export type Afschalen = Onderwerp<{
	nt2MinutenNorm: number;
	nt2MinutenNodig: number;
	voorwaarden: Nullable<Voorwaarden>;
	isVervuld: boolean;
}>;

/** Wi2021 art. 17 lid 3, Bi2021 art. 5.5: after 600 NT2 hours with sufficient effort the college may set A2; never a right. */
export function afschalen(facts: Facts): Afschalen {
	const norm = parameter('afschalenNt2', facts.peildatum);
	const minuten = fact(facts, 'nt2Minuten');
	const answers = {
		leerroute: compute(fact(facts, 'leerroute'), (leerroute) => leerroute === 'b1'),
		uren: compute(minuten, (n) => n >= norm),
		inspanning: fact(facts, 'hasVoldoendeInspanning')
	};
	const isVervuld = every(Object.values(answers));
	return onderwerp(
		'afschalen',
		{
			nt2MinutenNorm: vastgesteld(norm),
			nt2MinutenNodig: compute(minuten, (n) => Math.max(0, norm - n)),
			voorwaarden: vastgesteld(valuesOf<Voorwaarden>(answers)),
			isVervuld
		},
		valueOf(isVervuld) ? 'b1_buiten_bereik' : null
	);
}

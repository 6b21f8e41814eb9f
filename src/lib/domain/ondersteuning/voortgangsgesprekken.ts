import type { Facts } from '#lib/domain/facts.ts';
import { fact, onbekend, onderwerp, type Onderwerp } from '#lib/domain/uitkomst.ts';

export type Voortgangsgesprekken = Onderwerp<{ wettelijkMinimum: number; aantalInPip: number }>;

/** Wi2021 art. 17 lid 1, Bi2021 art. 5.3 lid 4: the law has no number, the PIP states one. */
export function voortgangsgesprekken(facts: Facts): Voortgangsgesprekken {
	return onderwerp('voortgangsgesprekken', {
		wettelijkMinimum: onbekend('geen_wettelijk_aantal'),
		aantalInPip: fact(facts, 'voortgangsgesprekkenInPip')
	});
}

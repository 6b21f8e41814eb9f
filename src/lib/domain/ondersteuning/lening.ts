import type { Facts } from '#lib/domain/facts.ts';
import type { Groep } from '#lib/domain/persoon/groep.ts';
import {
	answerOf,
	combine,
	compute,
	derive,
	fact,
	onderwerp,
	vastgesteld,
	whenApplicable,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import { parameter, type ParameterNaam } from '#lib/domain/wet/parameters.ts';

export type Lening = Onderwerp<{
	isVanToepassing: boolean;
	draagkrachtvrijeVoetCenten: number;
	draagkrachtCenten: number;
	maximumCenten: number;
}>;

/** Wi2021 art. 19, 20, Ri2021 art. 6.1, 6.8: gezin_overig may borrow, less by income. Never promise an amount (U-21). */
export function lening(facts: Facts, groep: Groep): Lening {
	const { peildatum } = facts;
	const van: Uitkomst<boolean> = derive(answerOf(groep, 'waarde'), (waarde) =>
		waarde === 'gezin_overig' ? vastgesteld(true) : vastgesteld(false, 'alleen_gezin_overig')
	);
	const vrijeVoet = draagkrachtvrijeVoet(facts);
	const draagkracht = combine(vrijeVoet, fact(facts, 'toetsingsinkomenCenten'), (voet, inkomen) =>
		percentage(parameter('draagkracht', peildatum), Math.max(0, inkomen - voet))
	);
	const maximum = compute(draagkracht, (bedrag) => {
		const rest = parameter('leningMaximum', peildatum) - parameter('leningAftrek', peildatum) * bedrag;
		return rest < parameter('leningDrempel', peildatum) ? 0 : rest;
	});
	return onderwerp('lening', {
		isVanToepassing: van,
		...whenApplicable(van, {
			draagkrachtvrijeVoetCenten: vrijeVoet,
			draagkrachtCenten: draagkracht,
			maximumCenten: maximum
		})
	});
}

/** Ri2021 art. 6.8: 120 % of the taxable minimum wage with a partner or the alleenstaande-ouderenkorting, else 84 %. */
function draagkrachtvrijeVoet(facts: Facts): Uitkomst<number> {
	const deel = (naam: ParameterNaam) => parameter(naam, facts.peildatum);
	const procent = derive(fact(facts, 'hasPartner'), (hasPartner) =>
		hasPartner
			? vastgesteld(deel('vrijeVoetPartner'))
			: compute(fact(facts, 'hasAlleenstaandeOuderenkorting'), (hasKorting) =>
					deel(hasKorting ? 'vrijeVoetOuderenkorting' : 'vrijeVoetOverig')
				)
	);
	return derive(fact(facts, 'belastbaarMinimumloonCenten'), (loon) =>
		compute(procent, (n) => percentage(n, loon))
	);
}

/** Whole cents, rounded down, exact for every whole number that JSON can carry. */
function percentage(procent: number, centen: number): number {
	return Number((BigInt(procent) * BigInt(centen)) / 100n);
}

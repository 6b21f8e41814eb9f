import { isNa, isVoor, plusDagen, plusMaanden, readDag, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import {
	compute,
	derive,
	fact,
	onbekend,
	onderwerp,
	valueOf,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import type { Redencode } from '#lib/domain/wet/redenen.ts';
import { parameter, parameterBinnen, parameterTot } from '#lib/domain/wet/parameters.ts';

export type Inburgeringsplicht = Onderwerp<{
	isInburgeringsplichtig: boolean;
	aowDatum: Dag;
	laatsteDag: Dag;
}>;

/** Wi2021 art. 3, 4 lid 1, 5: obliged from 16 until the AOW age, unless excluded, exempt or relieved. */
export function inburgeringsplicht(facts: Facts): Inburgeringsplicht {
	const aow = aowDatum(facts);
	return onderwerp('inburgeringsplicht', {
		isInburgeringsplichtig: isInburgeringsplichtig(facts, aow),
		aowDatum: aow,
		laatsteDag: compute(aow, (dag) => plusDagen(dag, -1))
	});
}

/** AOW art. 7a: first day of the AOW age; SVB's date goes first, ages outside the table are not fixed (U-14). */
export function aowDatum(facts: Facts): Uitkomst<Dag> {
	if (facts.aowDatum) return vastgesteld(facts.aowDatum);
	return derive(fact(facts, 'geboortedatum'), (geboren) => {
		const maanden = parameterBinnen('aowLeeftijd', geboren);
		return maanden === null
			? onbekend('aow_leeftijd_niet_bekend')
			: vastgesteld(plusMaanden(geboren, maanden));
	});
}

const needed = [
	'nationaliteit',
	'verblijfsvergunning',
	'peildatum',
	'geboortedatum',
	'isKwalificatieplichtig',
	'vrijstelling',
	'ontheffing'
] as const;

function isInburgeringsplichtig(facts: Facts, aow: Uitkomst<Dag>): Uitkomst<boolean> {
	const exclusion = uitgeslotenDoor(facts, valueOf(aow));
	if (exclusion) return vastgesteld(false, exclusion);
	const missing = needed.find((naam) => facts[naam] === undefined);
	if (missing) return onbekend(`ontbreekt:${missing}`);
	if (aow.soort !== 'vastgesteld' && !isJongerDanElkeAowLeeftijd(facts))
		return onbekend('aow_leeftijd_niet_bekend');
	return vastgesteld(true);
}

function uitgeslotenDoor(facts: Facts, aow: Dag | null): Redencode | null {
	const { nationaliteit, verblijfsvergunning, peildatum, geboortedatum } = facts;
	if (nationaliteit === 'nederlands') return 'nederlander';
	if (nationaliteit === 'eu_eer_zwitsers') return 'eu_eer_zwitsers';
	if (verblijfsvergunning === 'regulier_tijdelijk_doel') return 'tijdelijk_doel';
	if (peildatum && geboortedatum) {
		const leeftijd = plusMaanden(geboortedatum, parameter('minimumleeftijd', peildatum));
		if (isVoor(peildatum, leeftijd)) return 'jonger_dan_16';
	}
	if (peildatum && aow && !isVoor(peildatum, aow)) return 'aow_leeftijd';
	if (facts.isKwalificatieplichtig) return 'kwalificatieplichtig';
	if (facts.vrijstelling === 'geheel') return 'vrijstelling';
	if (facts.ontheffing === 'geheel') return 'ontheffing';
	return null;
}

function isJongerDanElkeAowLeeftijd({ peildatum, geboortedatum }: Facts): boolean {
	const tot = readDag(parameterTot('aowLeeftijd') ?? '');
	if (!peildatum || !geboortedatum || !tot || !isNa(geboortedatum, tot)) return false;
	return isVoor(peildatum, plusMaanden(geboortedatum, parameter('aowLeeftijdMinimum', peildatum)));
}

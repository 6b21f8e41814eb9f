import { isVoor, jongste, laatsteDag, plusDagen, plusMaanden, type Dag } from '#lib/domain/dag.ts';
import type { Facts, LokaleInstellingen } from '#lib/domain/facts.ts';
import type { Inburgeringstermijn } from '#lib/domain/termijn/inburgeringstermijn.ts';
import {
	answerOf,
	combine,
	compute,
	derive,
	every,
	fact,
	onbekend,
	onderwerp,
	vastgesteld,
	type Onderwerp,
	type Uitkomst
} from '#lib/domain/uitkomst.ts';
import type { MaatschappelijkeBegeleiding } from './maatschappelijkeBegeleiding.ts';
import type { Ontzorgen } from './ontzorgen.ts';

export type LokaalBeleid = Onderwerp<{
	pipUiterlijk: Dag;
	voortgangsgesprekkenVanaf: Dag;
	voortgangsgesprekkenLaatsteDag: Dag;
	voortgangsgesprekkenMinimum: number;
	isSchakelenBinnenBeleid: boolean;
	afschalenVanaf: Dag;
	isAfschalenBinnenBeleid: boolean;
	ontzorgenLaatsteDag: Dag;
	praktischeBegeleidingLaatsteDag: Dag;
}>;
type Eerder = {
	inburgeringstermijn: Inburgeringstermijn;
	ontzorgen: Ontzorgen;
	maatschappelijkeBegeleiding: MaatschappelijkeBegeleiding;
};

/** lokaal beleid: guidance beside the law. No other subject may depend on it. */
export function lokaalBeleid(facts: Facts, eerder: Eerder): LokaalBeleid {
	const start = answerOf(eerder.inburgeringstermijn, 'start');
	const gesprekkenMaanden = setting(facts, 'voortgangsgesprekkenMaanden');
	const afschalenVanaf = derive(setting(facts, 'afschalenNaMaanden'), (maanden) =>
		compute(start, (dag) => plusMaanden(dag, maanden))
	);
	return onderwerp('lokaalBeleid', {
		pipUiterlijk: combine(
			setting(facts, 'pipWekenNaBredeIntake'),
			fact(facts, 'afrondingBredeIntake'),
			(weken, dag) => plusDagen(dag, 7 * weken)
		),
		voortgangsgesprekkenVanaf: derive(gesprekkenMaanden, () => start),
		voortgangsgesprekkenLaatsteDag: combine(gesprekkenMaanden, start, (maanden, dag) =>
			laatsteDag(dag, maanden)
		),
		voortgangsgesprekkenMinimum: setting(facts, 'voortgangsgesprekkenMinimum'),
		isSchakelenBinnenBeleid: combine(
			setting(facts, 'maximumSchakelingen'),
			fact(facts, 'eerdereSchakelingen'),
			(maximum, eerdere) => eerdere < maximum
		),
		afschalenVanaf,
		isAfschalenBinnenBeleid: isAfschalenBinnenBeleid(facts, afschalenVanaf),
		ontzorgenLaatsteDag: ontzorgenLaatsteDag(facts, eerder.ontzorgen),
		praktischeBegeleidingLaatsteDag: combine(
			setting(facts, 'praktischeBegeleidingMaanden'),
			answerOf(eerder.maatschappelijkeBegeleiding, 'vanaf'),
			(maanden, dag) => laatsteDag(dag, maanden)
		)
	});
}

function setting<K extends keyof LokaleInstellingen>(
	facts: Facts,
	naam: K
): Uitkomst<NonNullable<LokaleInstellingen[K]>> {
	const value = facts.lokaalBeleid?.[naam];
	return value === undefined ? onbekend('geen_lokaal_beleid') : vastgesteld(value);
}

function isAfschalenBinnenBeleid(facts: Facts, vanaf: Uitkomst<Dag>): Uitkomst<boolean> {
	return derive(setting(facts, 'afschalenNaMaanden'), () =>
		derive(setting(facts, 'afschalenNt2Minuten'), (norm) =>
			every([
				combine(vanaf, fact(facts, 'peildatum'), (dag, peildatum) => !isVoor(peildatum, dag)),
				compute(fact(facts, 'nt2Minuten'), (minuten) => minuten >= norm),
				fact(facts, 'hasVoldoendeInspanning')
			])
		)
	);
}

function ontzorgenLaatsteDag(facts: Facts, ontzorgen: Ontzorgen): Uitkomst<Dag> {
	if (!facts.lokaalBeleid?.isOntzorgenVerlengbaar) return onbekend('geen_lokaal_beleid');
	return combine(answerOf(ontzorgen, 'laatsteDag'), fact(facts, 'ontzorgenVerlengdTotEnMet'), jongste);
}

import type { Facts } from '#lib/domain/facts.ts';
import { afschalen, type Afschalen } from '#lib/domain/onderdelen/afschalen.ts';
import { examen, type Examen } from '#lib/domain/onderdelen/examen.ts';
import { leerroute, type Leerroute } from '#lib/domain/onderdelen/leerroute.ts';
import { moduleMap, type ModuleMap } from '#lib/domain/onderdelen/moduleMap.ts';
import { pvt, type Pvt } from '#lib/domain/onderdelen/pvt.ts';
import { voltooiing, type Voltooiing } from '#lib/domain/onderdelen/voltooiing.ts';
import { z, type Z } from '#lib/domain/onderdelen/z.ts';
import { elip, type Elip } from '#lib/domain/ondersteuning/elip.ts';
import { handhaving, type Handhaving } from '#lib/domain/ondersteuning/handhaving.ts';
import { inburgeringsaanbod, type Inburgeringsaanbod } from '#lib/domain/ondersteuning/inburgeringsaanbod.ts';
import { lening, type Lening } from '#lib/domain/ondersteuning/lening.ts';
import { lokaalBeleid, type LokaalBeleid } from '#lib/domain/ondersteuning/lokaalBeleid.ts';
import {
	maatschappelijkeBegeleiding,
	type MaatschappelijkeBegeleiding
} from '#lib/domain/ondersteuning/maatschappelijkeBegeleiding.ts';
import { ontzorgen, type Ontzorgen } from '#lib/domain/ondersteuning/ontzorgen.ts';
import {
	voortgangsgesprekken,
	type Voortgangsgesprekken
} from '#lib/domain/ondersteuning/voortgangsgesprekken.ts';
import { groep, type Groep } from '#lib/domain/persoon/groep.ts';
import { inburgeringsplicht, type Inburgeringsplicht } from '#lib/domain/persoon/inburgeringsplicht.ts';
import { toepasselijkeWet, type ToepasselijkeWet } from '#lib/domain/persoon/toepasselijkeWet.ts';
import { onderWi2013 } from '#lib/domain/persoon/wi2013.ts';
import { bezwaar, type Bezwaar } from '#lib/domain/termijn/bezwaar.ts';
import { inburgeringstermijn, type Inburgeringstermijn } from '#lib/domain/termijn/inburgeringstermijn.ts';
import { meldingen, type Melding } from '#lib/domain/termijn/meldingen.ts';
import { pip, type Pip } from '#lib/domain/termijn/pip.ts';
import { traject, type Traject } from '#lib/domain/termijn/traject.ts';
import { verhuizing, type Verhuizing } from '#lib/domain/termijn/verhuizing.ts';
import { verlenging, type Verlenging } from '#lib/domain/termijn/verlenging.ts';

export type Onderwerpen = {
	toepasselijkeWet: ToepasselijkeWet;
	groep: Groep;
	inburgeringsplicht: Inburgeringsplicht;
	pip: Pip;
	inburgeringstermijn: Inburgeringstermijn;
	verlenging: Verlenging;
	inburgeringsaanbod: Inburgeringsaanbod;
	leerroute: Leerroute;
	afschalen: Afschalen;
	examen: Examen;
	pvt: Pvt;
	moduleMap: ModuleMap;
	z: Z;
	voltooiing: Voltooiing;
	traject: Traject;
	ontzorgen: Ontzorgen;
	maatschappelijkeBegeleiding: MaatschappelijkeBegeleiding;
	bezwaar: Bezwaar;
	voortgangsgesprekken: Voortgangsgesprekken;
	verhuizing: Verhuizing;
	lening: Lening;
	elip: Elip;
	handhaving: Handhaving;
	lokaalBeleid: LokaalBeleid;
};
/** What the law says about these facts (contract.md chapter 6); as JSON exactly the output of the command. */
export type Outcome = Onderwerpen & { meldingen: readonly Melding[] };

/** How each subject is made: from the facts, and from the subjects it rests on. In the order of the outcome. */
const regels: { [K in keyof Onderwerpen]: (facts: Facts, eerder: Onderwerpen) => Onderwerpen[K] } = {
	toepasselijkeWet,
	groep,
	inburgeringsplicht,
	pip: (facts, eerder) => pip(facts, eerder.groep),
	inburgeringstermijn,
	verlenging,
	inburgeringsaanbod: (facts, eerder) => inburgeringsaanbod(facts, eerder.groep),
	leerroute,
	afschalen,
	examen: (facts, eerder) => examen(facts, eerder.groep),
	pvt,
	moduleMap,
	z: (facts, eerder) => z(facts, eerder.groep),
	voltooiing,
	traject,
	ontzorgen,
	maatschappelijkeBegeleiding: (facts, eerder) => maatschappelijkeBegeleiding(facts, eerder.groep),
	bezwaar,
	voortgangsgesprekken,
	verhuizing,
	lening: (facts, eerder) => lening(facts, eerder.groep),
	elip: (facts, eerder) => elip(facts, eerder.toepasselijkeWet),
	handhaving: () => handhaving(),
	lokaalBeleid
};
const alleNamen = Object.keys(regels) as (keyof Onderwerpen)[];

/** All subjects for one person. Depends on the facts and on nothing else; `peildatum` is today. */
export function uitkomst(facts: Facts): Outcome {
	const geldend = onderwerpenVan(facts, alleNamen);
	return { ...geldend, meldingen: meldingen(facts, geldend) };
}

/** Only these subjects, with the answers they have in `uitkomst`: for counting many people. */
export function onderwerpenVan<K extends keyof Onderwerpen>(
	facts: Facts,
	namen: readonly K[]
): Pick<Onderwerpen, K> {
	const alle = eersteKeer(facts);
	const gevraagd = Object.fromEntries(namen.map((naam) => [naam, alle[naam]])) as Pick<Onderwerpen, K>;
	return alle.toepasselijkeWet.wet === 'wi2013' ? onderWi2013(gevraagd) : gevraagd;
}

/** Each subject is made when it is first asked for, so that one that nobody asks for costs nothing. */
function eersteKeer(facts: Facts): Onderwerpen {
	const gemaakt: Partial<Record<PropertyKey, unknown>> = {};
	const alle: Onderwerpen = new Proxy({} as Onderwerpen, {
		get: (_, naam) => (gemaakt[naam] ??= regels[naam as keyof Onderwerpen](facts, alle))
	});
	return alle;
}

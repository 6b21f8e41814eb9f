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

/** All subjects for one person. Depends on the facts and on nothing else; `peildatum` is today. */
export function uitkomst(facts: Facts): Outcome {
	const onderwerpen = alleOnderwerpen(facts);
	const geldend = onderwerpen.toepasselijkeWet.wet === 'wi2013' ? onderWi2013(onderwerpen) : onderwerpen;
	return { ...geldend, meldingen: meldingen(facts, geldend) };
}

function alleOnderwerpen(facts: Facts): Onderwerpen {
	const persoon = {
		toepasselijkeWet: toepasselijkeWet(facts),
		groep: groep(facts),
		inburgeringsplicht: inburgeringsplicht(facts)
	};
	const termijn = { pip: pip(facts, persoon.groep), inburgeringstermijn: inburgeringstermijn(facts) };
	const onderdelen = { pvt: pvt(facts), moduleMap: moduleMap(facts), z: z(facts, persoon.groep) };
	const aanbod = { inburgeringsaanbod: inburgeringsaanbod(facts, persoon.groep) };
	const eerder = { ...persoon, ...termijn, ...onderdelen, ...aanbod };
	const route = { leerroute: leerroute(facts, eerder) };
	const slot = { voltooiing: voltooiing(facts, { ...eerder, ...route }) };
	const steun = {
		ontzorgen: ontzorgen(facts, persoon),
		maatschappelijkeBegeleiding: maatschappelijkeBegeleiding(facts, persoon.groep)
	};
	return {
		...persoon,
		...termijn,
		verlenging: verlenging(facts, eerder),
		...aanbod,
		...route,
		afschalen: afschalen(facts),
		examen: examen(facts, persoon.groep),
		...onderdelen,
		...slot,
		traject: traject(facts, { ...eerder, ...slot }),
		...steun,
		bezwaar: bezwaar(facts),
		voortgangsgesprekken: voortgangsgesprekken(facts),
		verhuizing: verhuizing(facts),
		lening: lening(facts, persoon.groep),
		elip: elip(facts, persoon.toepasselijkeWet),
		handhaving: handhaving(),
		lokaalBeleid: lokaalBeleid(facts, { ...termijn, ...steun })
	};
}

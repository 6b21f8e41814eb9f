import { isObject, readMembers } from '#lib/domain/facts/check.ts';
import { reportConflicts } from '#lib/domain/facts/conflict.ts';
import { shown, type Invalid, type Report } from '#lib/domain/facts/invalid.ts';
import {
	cents,
	choice,
	day,
	flag,
	integer,
	list,
	minutes,
	object,
	uniqueList,
	variant,
	type Value
} from '#lib/domain/facts/kind.ts';
import {
	examenonderdelen,
	groepen,
	leerroutes,
	moduleMapThemas,
	nationaliteiten,
	taalniveaus,
	verblijfsvergunningen,
	verlengingsgronden,
	verlengingsstatussen,
	vrijstellingen,
	wetten
} from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';

const lasting = <S extends string>(soort: S) => object({ soort: choice([soort]), van: day, tot: day }, {});
const momentary = <S extends string>(soort: S) => object({ soort: choice([soort]), op: day }, {});

const examenpoging = object(
	{ examenonderdeel: choice(examenonderdelen) },
	{
		niveauPip: choice(taalniveaus),
		niveau: choice(taalniveaus),
		isInPip: flag,
		eerderePogingen: integer('attempts')
	}
);
const lokaalBeleid = object(
	{},
	{
		pipWekenNaBredeIntake: integer('weeks', 1),
		voortgangsgesprekkenMinimum: integer('talks'),
		voortgangsgesprekkenMaanden: integer('months', 1),
		maximumSchakelingen: integer('switches'),
		afschalenNaMaanden: integer('months'),
		afschalenNt2Minuten: minutes,
		isOntzorgenVerlengbaar: flag,
		praktischeBegeleidingMaanden: integer('months', 1)
	}
);

/** All facts (contract.md chapter 4). An absent fact is unknown; a list that is present is complete. */
export const factsKind = object(
	{},
	{
		peildatum: day,
		toepasselijkeWet: choice(wetten),
		bekendmakingVerblijfsrecht: day,
		groep: choice(groepen),
		verblijfsvergunning: choice(verblijfsvergunningen),
		nationaliteit: choice(nationaliteiten),
		geboortedatum: day,
		aowDatum: day,
		isKwalificatieplichtig: flag,
		vrijstelling: choice(vrijstellingen),
		ontheffing: choice(vrijstellingen),
		voldaanVolgensDuo: day,
		kennisgevingDuo: day,
		inschrijvingBrp: day,
		inschrijvingBrpAzc: day,
		inschrijvingBrpHuisvesting: day,
		isWachtendOpInformatieDerden: flag,
		ontvangstInformatieDerden: day,
		dagtekeningEerstePip: day,
		ondertekeningPip: day,
		bekendmakingPip: day,
		laterePips: list(day),
		voortgangsgesprekkenInPip: integer('talks'),
		inschrijvingBrpNaVerhuizing: day,
		dagtekeningPipNaVerhuizing: day,
		startVolgensDuo: day,
		laatsteDagVolgensDuo: day,
		verlengingen: list(
			object(
				{ verlengingsgrond: choice(verlengingsgronden), status: choice(verlengingsstatussen) },
				{ maanden: integer('months', 1), weken: integer('weeks', 1), dagen: integer('days', 1) }
			)
		),
		onderbrekingen: list(object({ van: day }, { tot: day })),
		omstandigheden: list(
			variant('soort', {
				ziekte: lasting('ziekte'),
				blijf_van_mijn_lijf_huis: lasting('blijf_van_mijn_lijf_huis'),
				alfabetisering: lasting('alfabetisering'),
				dakloosheid: lasting('dakloosheid'),
				aanbieder: lasting('aanbieder'),
				bijzondere_omstandigheid: lasting('bijzondere_omstandigheid'),
				overlijden: momentary('overlijden'),
				bevalling: momentary('bevalling')
			})
		),
		startInburgeringsaanbod: day,
		leerroute: choice(leerroutes),
		schakelenNaar: choice(leerroutes),
		schakeldatum: day,
		eerdereSchakelingen: integer('switches'),
		isTaalschakeltrajectVoltooid: flag,
		behaaldeExamenonderdelen: uniqueList(choice(examenonderdelen)),
		examenpoging,
		hasAlleLessenGevolgd: flag,
		hasVoldoendeInspanning: flag,
		nt2Minuten: minutes,
		alfabetiseringMinuten: minutes,
		knmMinuten: minutes,
		pvtMinuten: minutes,
		hasPvtActiviteitOfExcursie: flag,
		isAanwezigBijPvtOndertekening: flag,
		isPvtOndertekend: flag,
		moduleMapMinuten: minutes,
		moduleMapPraktijkMinuten: minutes,
		moduleMapThemas: uniqueList(choice(moduleMapThemas)),
		hasModuleMapEindgesprek: flag,
		werkMaanden: integer('months'),
		werkMinutenPerMaand: minutes,
		overigeParticipatieMinuten: minutes,
		hasZEindgesprek: flag,
		zCursusMinutenNorm: integer('minutes', 0, () => parameter('zCursus')),
		hasBijstand: flag,
		ingangBijstand: day,
		laatsteDagBijstand: day,
		ontzorgenVerlengdTotEnMet: day,
		hasPartner: flag,
		hasAlleenstaandeOuderenkorting: flag,
		belastbaarMinimumloonCenten: cents,
		toetsingsinkomenCenten: cents,
		gebruikteLeningCenten: cents,
		afrondingBredeIntake: day,
		lokaalBeleid
	}
);

export type Facts = Value<typeof factsKind>;
export type Examenpoging = Value<typeof examenpoging>;
export type LokaleInstellingen = Value<typeof lokaalBeleid>;
export type Omstandigheid = NonNullable<Facts['omstandigheden']>[number];
export type Verlengingsbesluit = NonNullable<Facts['verlengingen']>[number];
export type ReadFacts = { isValid: true; facts: Facts } | { isValid: false; errors: readonly Invalid[] };

/** Reads one facts object from JSON; all errors together. `index`: its place in a list of facts. */
export function readFacts(json: unknown, index: number | null = null): ReadFacts {
	const errors: Invalid[] = [];
	const report: Report = (path, code, message) => errors.push({ index, path, code, message });
	if (!isObject(json)) {
		report('', 'type', `Facts must be an object; got ${shown(json)}`);
		return { isValid: false, errors };
	}
	const facts = readMembers(factsKind, json, '', report) as Facts;
	const isValid = (path: string) => !errors.some((e) => isAtOrBelow(e.path, path));
	reportConflicts(facts, isValid, report);
	return errors.length === 0 ? { isValid: true, facts } : { isValid: false, errors };
}

function isAtOrBelow(path: string, parent: string): boolean {
	return path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}

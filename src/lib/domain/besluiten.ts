import { isVoor, type Dag } from './dag.ts';
import type { Facts, Omstandigheid } from './facts.ts';
import type { Gronden } from './termijn/verlenging.ts';
import { trajectSlots, type TrajectSlots } from './trajectSlots.ts';
import type { Outcome } from './uitkomsten.ts';
import type { Decider, TrajectEventKind } from './vocabulary.ts';
import {
	voorwaardenAfschalen,
	voorwaardenKennisgeving,
	voorwaardenOntzorgen,
	voorwaardenSchakelen,
	voorwaardenTermijn,
	voorwaardenVerhuizing,
	voorwaardenVerlenging,
	voorwaardenVoltooiing,
	type Voorwaarde
} from './voorwaarden.ts';
import type { Grondslag } from './wet/artikelen.ts';
import type {
	LeerrouteNaam,
	taalonderdelen,
	verlengingsgronden,
	verlengingsstatussen,
	Wet
} from './wet/opsommingen.ts';

/** The decisions that staff record with the conditions of the law beside them. */
export const besluiten = ['schakelen', 'afschalen', 'verlenging', 'verhuizing', 'voltooiing', 'kennisgeving', 'termijn', 'ontzorgen'] as const; // prettier-ignore
export type Besluit = (typeof besluiten)[number];
export type Verlengingsgrond = (typeof verlengingsgronden)[number];
export type Lengte = { maanden?: number; weken?: number; dagen?: number };

/** What is considered. `dag`: the legal day of the decision, the request, the registration in the BRP. */
export type Overweging =
	| { besluit: 'schakelen'; dag: Dag; naar: LeerrouteNaam }
	| { besluit: 'afschalen'; dag: Dag; onderdelen: (typeof taalonderdelen)[number][] }
	| {
			besluit: 'verlenging';
			dag: Dag;
			status: (typeof verlengingsstatussen)[number];
			grond: Verlengingsgrond;
			/** When the request was made, for a decision on it. */
			aanvraagdag?: Dag;
			omstandigheden?: Omstandigheid[];
			/** As DUO wrote it; only with a grant. */
			lengte?: Lengte;
			laatsteDagVolgensDuo?: Dag;
	  }
	| { besluit: 'verhuizing'; dag: Dag; van: string; naar: string }
	| { besluit: 'voltooiing'; dag: Dag; document: 'diploma' | 'certificaat' }
	| { besluit: 'kennisgeving'; dag: Dag; wet: Wet; aowDatum?: Dag }
	/** As DUO registered it; `dag`: of its letter. */
	| { besluit: 'termijn'; dag: Dag; start: Dag; laatsteDag: Dag }
	/** `dag`: the first or the last day of the bijstand. */
	| { besluit: 'ontzorgen'; dag: Dag; wat: 'ingang' | 'einde' };

/** What the nature of the decision excludes; everything else is for the college or DUO to weigh. */
export type Onmogelijk = 'wi2013' | 'geen_leerroute' | 'zelfde_leerroute' | 'andere_leerroute' | 'voor_pip' | 'geen_bijstand'; // prettier-ignore
export type BesluitRij = {
	kind: TrajectEventKind;
	day: Dag;
	decidedBy: Decider;
	grondslag: Grondslag | null;
	slots: TrajectSlots;
};

/** The recorded facts with what is considered added to them: only to ask the law, never stored. */
export function metOverweging(facts: Facts, overweging: Overweging): Facts {
	const { dag } = overweging;
	switch (overweging.besluit) {
		case 'schakelen':
			return { ...facts, schakelenNaar: overweging.naar, schakeldatum: dag };
		case 'afschalen':
			return { ...facts, peildatum: dag };
		case 'verlenging': {
			const { aanvraagdag = dag, omstandigheden = facts.omstandigheden } = overweging;
			return { ...facts, peildatum: aanvraagdag, ...(omstandigheden ? { omstandigheden } : {}) };
		}
		case 'verhuizing': {
			const { dagtekeningPipNaVerhuizing: pip, ...rest } = facts;
			// A PIP of an earlier move says nothing about this one.
			const isNieuw = pip && !isVoor(pip, dag);
			return {
				...rest,
				inschrijvingBrpNaVerhuizing: dag,
				...(isNieuw ? { dagtekeningPipNaVerhuizing: pip } : {})
			};
		}
		case 'voltooiing':
			return { ...facts, voldaanVolgensDuo: dag };
		case 'kennisgeving': {
			const { wet: toepasselijkeWet, aowDatum = facts.aowDatum } = overweging;
			return { ...facts, kennisgevingDuo: dag, toepasselijkeWet, ...(aowDatum ? { aowDatum } : {}) };
		}
		case 'termijn': {
			// What the law computes, to lay beside the dates of DUO.
			const { startVolgensDuo: _start, laatsteDagVolgensDuo: _einde, ...rest } = facts;
			return rest;
		}
		case 'ontzorgen': {
			const { laatsteDagBijstand: _einde, hasBijstand: _heeft, ...rest } = facts;
			if (overweging.wat === 'einde') return { ...rest, laatsteDagBijstand: dag };
			return { ...rest, hasBijstand: true, ingangBijstand: dag };
		}
	}
}

const grondNamen: Partial<Record<Verlengingsgrond, keyof Gronden>> = {
	ziekte: 'ziekte',
	overlijden: 'overlijden',
	bevalling: 'bevalling',
	blijf_van_mijn_lijf_huis: 'blijfVanMijnLijfHuis',
	alfabetisering: 'alfabetisering',
	dakloosheid: 'dakloosheid',
	inburgeringsaanbod: 'inburgeringsaanbod',
	aanbieder: 'aanbieder',
	bijzondere_omstandigheid: 'bijzondereOmstandigheid',
	samenloop: 'samenloop',
	bijna_afgerond: 'bijnaAfgerond'
};
/** The answer about a ground; undefined for grounds that only DUO can establish. */
export const naamVanGrond = (grond: Verlengingsgrond) => grondNamen[grond];

/** The conditions of the law for what is considered. `outcome`: of `metOverweging`. */
export function voorwaardenVan(outcome: Outcome, overweging: Overweging): readonly Voorwaarde[] {
	switch (overweging.besluit) {
		case 'schakelen':
			return voorwaardenSchakelen(outcome);
		case 'afschalen':
			return voorwaardenAfschalen(outcome);
		case 'verlenging':
			return voorwaardenGrond(outcome, overweging.grond);
		case 'verhuizing':
			return voorwaardenVerhuizing(outcome);
		case 'voltooiing':
			return voorwaardenVoltooiing(outcome);
		case 'kennisgeving':
			return voorwaardenKennisgeving(outcome);
		case 'termijn':
			return voorwaardenTermijn(outcome, overweging);
		case 'ontzorgen':
			return voorwaardenOntzorgen(outcome);
	}
}

/** Bi2021 art. 4.3, 4.5: on an education that does not exempt, and of its own accord, DUO decides on what it alone knows. */
function voorwaardenGrond(outcome: Outcome, grond: Verlengingsgrond): readonly Voorwaarde[] {
	const naam = naamVanGrond(grond);
	if (naam) return voorwaardenVerlenging(outcome, naam);
	const voorDuo = {
		code: 'omstandigheid',
		state: 'beoordeling',
		grondslag: [grondslagVanGrond(grond)]
	} as const;
	const aanvraag = voorwaardenVerlenging(outcome, 'ziekte').filter(
		({ code }) => code === 'aanvraag_mogelijk'
	);
	return grond === 'ambtshalve' ? [voorDuo] : [...aanvraag, voorDuo];
}

/** Wi2021 art. 17, Bi2021 art. 5.4, 5.5, Pw art. 56a: only these stop a decision; null: nothing does. */
export function onmogelijk(outcome: Outcome, facts: Facts, overweging: Overweging): Onmogelijk | null {
	// A notice of DUO says which law it is: it can also put that right.
	if (overweging.besluit === 'kennisgeving') return null;
	if (outcome.toepasselijkeWet.wet === 'wi2013') return 'wi2013';
	if (overweging.besluit === 'ontzorgen' && overweging.wat === 'einde') {
		const { ingangBijstand: ingang } = facts;
		return !ingang || isVoor(overweging.dag, ingang) ? 'geen_bijstand' : null;
	}
	if (overweging.besluit !== 'schakelen' && overweging.besluit !== 'afschalen') return null;
	if (!facts.leerroute) return 'geen_leerroute';
	if (facts.dagtekeningEerstePip && isVoor(overweging.dag, facts.dagtekeningEerstePip)) return 'voor_pip';
	if (overweging.besluit === 'schakelen')
		return facts.leerroute === overweging.naar ? 'zelfde_leerroute' : null;
	return facts.leerroute === 'b1' ? null : 'andere_leerroute';
}

function grondslagVanGrond(grond: Verlengingsgrond): Grondslag {
	switch (grond) {
		case 'inburgeringsaanbod':
			return 'Ri2021 art. 4.1 lid 1 onder g';
		case 'niet_vrijstellend_onderwijs':
			return 'Bi2021 art. 4.3';
		case 'bijna_afgerond':
			return 'Bi2021 art. 4.4';
		case 'ambtshalve':
			return 'Bi2021 art. 4.5';
		default:
			return 'Ri2021 art. 4.1';
	}
}

/** The rows of the traject that record a decision. `outcome`, `facts`: as recorded, without what is considered. */
export function rijenVan(overweging: Overweging, facts: Facts, outcome: Outcome): BesluitRij[] {
	const { dag } = overweging;
	const row = (kind: TrajectEventKind, slots: TrajectSlots, other: Partial<BesluitRij> = {}): BesluitRij => {
		const { decidedBy, grondslag } = trajectSlots[kind];
		return { kind, day: dag, decidedBy, grondslag, slots, ...other };
	};
	switch (overweging.besluit) {
		case 'schakelen':
			return [row('schakelen', { van: facts.leerroute ?? '', naar: overweging.naar })];
		case 'afschalen':
			return [row('afschalen', { onderdelen: overweging.onderdelen, niveau: 'a2' })];
		case 'verhuizing':
			return verhuizingRijen({ ...overweging, verhuisdag: dag, inschrijving: dag });
		case 'voltooiing': {
			const { document } = overweging;
			const grondslag = document === 'diploma' ? 'Bi2021 art. 3.15' : 'Bi2021 art. 3.16';
			return [row('duo_voldaan', { document }, { grondslag })];
		}
		case 'kennisgeving': {
			const { wet, aowDatum } = overweging;
			return [row('duo_kennisgeving', { wet, ...(aowDatum ? { aowDatum: aowDatum.toString() } : {}) })];
		}
		case 'termijn': {
			const [start, laatsteDag] = [overweging.start.toString(), overweging.laatsteDag.toString()];
			return [row('duo_termijn', { start, laatsteDag })];
		}
		case 'ontzorgen':
			return [row(overweging.wat === 'ingang' ? 'bijstand' : 'bijstand_einde', {})];
		case 'verlenging': {
			const { grond, status, lengte = {}, laatsteDagVolgensDuo } = overweging;
			const decidedBy = status === 'aangevraagd' ? 'inburgeraar' : 'duo';
			const slots = { grond, status, ...(status === 'toegekend' ? lengte : {}) };
			const besluit = row('verlenging', slots, { decidedBy, grondslag: grondslagVanGrond(grond) });
			const { start } = outcome.inburgeringstermijn;
			if (status !== 'toegekend' || !laatsteDagVolgensDuo || !start) return [besluit];
			const termijn = { start: start.toString(), laatsteDag: laatsteDagVolgensDuo.toString() };
			return [besluit, row('duo_termijn', termijn)];
		}
	}
}

/** Wi2021 art. 15 lid 4, Bi2021 art. 5.3 lid 3: the move, and the registration from which the ten weeks count, once known. */
export function verhuizingRijen(move: {
	van: string;
	naar: string;
	verhuisdag: Dag;
	inschrijving?: Dag;
}): BesluitRij[] {
	const { van, naar, verhuisdag, inschrijving } = move;
	const row = (kind: TrajectEventKind, day: Dag, slots: TrajectSlots): BesluitRij => {
		const { decidedBy, grondslag } = trajectSlots[kind];
		return { kind, day, decidedBy, grondslag, slots };
	};
	return [
		row('verhuizing', verhuisdag, { van, naar }),
		...(inschrijving ? [row('inschrijving_brp_verhuizing', inschrijving, {})] : [])
	];
}

import type { Dag } from '#lib/domain/dag.ts';
import type { Gronden } from '#lib/domain/termijn/verlenging.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import type { Outcome } from './uitkomsten.ts';

export type VoorwaardeState = 'vervuld' | 'niet_vervuld' | 'onbekend' | 'beoordeling';
export type VoorwaardeCode =
	| 'andere_leerroute'
	| 'binnen_schakeltermijn'
	| 'leerroute_b1'
	| 'nt2_uren'
	| 'voldoende_inspanning'
	| 'b1_buiten_bereik'
	| 'aanvraag_mogelijk'
	| 'omstandigheid'
	| 'taalonderdelen'
	| 'knm'
	| 'pvt'
	| 'module_map'
	| 'aanwezigheid'
	| 'ingeschreven'
	| 'leerroute_overnemen'
	| 'pip_op_tijd'
	| 'leerroute'
	| 'bevestigd_door_duo'
	| 'inburgeringsplichtig'
	| 'begin_van_tien_weken'
	| 'start_volgens_wet'
	| 'einde_volgens_wet'
	| 'asielvergunning'
	| 'bijstand';
/** One condition of the law, for staff; the consultant or DUO decides, the portal never does. */
export type Voorwaarde = { code: VoorwaardeCode; state: VoorwaardeState; grondslag: readonly Grondslag[] };

/** Wi2021 art. 17 lid 2, Bi2021 art. 5.4: what a switch of leerroute needs; the number of earlier switches does not count. */
export function voorwaardenSchakelen({ leerroute }: Outcome): readonly Voorwaarde[] {
	const { isSchakelenToegestaan: isToegestaan, reden } = leerroute;
	const waarom = reden.isSchakelenToegestaan;
	const isRouteOnbekend =
		waarom === 'wi2013' || waarom === 'ontbreekt:leerroute' || waarom === 'ontbreekt:schakelenNaar';
	const isAnders = isRouteOnbekend ? null : waarom !== 'zelfde_leerroute';
	const state = waarom === 'na_achttien_maanden' ? 'beoordeling' : stateOf(isToegestaan || null);
	return [
		condition('andere_leerroute', stateOf(isAnders), ['Wi2021 art. 17 lid 2']),
		condition('binnen_schakeltermijn', state, ['Bi2021 art. 5.4'])
	];
}

/** Wi2021 art. 17 lid 3, Bi2021 art. 5.5: what downscaling to A2 needs; whether B1 is out of reach is for the college. */
export function voorwaardenAfschalen({ afschalen }: Outcome): readonly Voorwaarde[] {
	const { voorwaarden, grondslag } = afschalen;
	return [
		condition('leerroute_b1', stateOf(voorwaarden?.leerroute), grondslag),
		condition('nt2_uren', stateOf(voorwaarden?.uren), grondslag),
		condition('voldoende_inspanning', stateOf(voorwaarden?.inspanning), grondslag),
		condition('b1_buiten_bereik', 'beoordeling', grondslag)
	];
}

/** Wi2021 art. 12, Bi2021 art. 4.3-4.5, Ri2021 art. 4.1: what a request on this ground needs; DUO decides. */
export function voorwaardenVerlenging({ verlenging }: Outcome, naam: keyof Gronden): readonly Voorwaarde[] {
	const aanvraag = condition('aanvraag_mogelijk', stateOf(verlenging.isAanvraagMogelijk), [
		'Bi2021 art. 4.5'
	]);
	const grond = verlenging.gronden?.[naam];
	if (naam === 'bijnaAfgerond') return [aanvraag, ...voorwaardenBijnaAfgerond(verlenging.gronden)];
	const state = grond?.reden === 'beoordeling_duo' ? 'beoordeling' : stateOf(grond?.isVervuld);
	return [aanvraag, condition('omstandigheid', state, ['Ri2021 art. 4.1'])];
}

function voorwaardenBijnaAfgerond(gronden: Gronden | null): readonly Voorwaarde[] {
	const voorwaarden = gronden?.bijnaAfgerond.voorwaarden;
	const grondslag = ['Bi2021 art. 4.4'] as const;
	return [
		condition('leerroute_b1', stateOf(voorwaarden?.leerroute), grondslag),
		condition('taalonderdelen', stateOf(voorwaarden?.taalonderdelen), grondslag),
		condition('knm', stateOf(voorwaarden?.knm), grondslag),
		condition('pvt', stateOf(voorwaarden?.pvt), grondslag),
		condition('module_map', stateOf(voorwaarden?.moduleMap), grondslag),
		condition('aanwezigheid', stateOf(voorwaarden?.aanwezigheid), grondslag)
	];
}

/** Wi2021 art. 15 lid 4, Bi2021 art. 5.3 lid 3: what the new municipality does after a move. */
export function voorwaardenVerhuizing({ verhuizing }: Outcome): readonly Voorwaarde[] {
	return [
		condition('ingeschreven', stateOf(verhuizing.pipDag70 ? true : null), ['Bi2021 art. 5.3 lid 3']),
		condition('leerroute_overnemen', stateOf(verhuizing.leerroute ? true : null), ['Wi2021 art. 15 lid 4']),
		condition('pip_op_tijd', stateOf(verhuizing.isPipOpTijd), ['Bi2021 art. 5.3 lid 3'])
	];
}

/** Wi2021 art. 6 lid 1, 2: what completion needs; a partial vrijstelling or ontheffing is for DUO to weigh. */
export function voorwaardenVoltooiing({ voltooiing, moduleMap, traject }: Outcome): readonly Voorwaarde[] {
	const { onderdelen, beoordeling } = voltooiing;
	const isOnzeker = beoordeling !== null;
	const part = (value: boolean | null | undefined) =>
		isOnzeker && value !== true ? ('beoordeling' as const) : stateOf(value);
	const module = condition('module_map', part(onderdelen?.moduleMap), ['Wi2021 art. 6 lid 6']);
	return [
		condition('pvt', part(onderdelen?.pvt), ['Wi2021 art. 6 lid 3']),
		...(moduleMap.isVanToepassing === false ? [] : [module]),
		condition('leerroute', part(onderdelen?.leerroute), ['Wi2021 art. 6 lid 1']),
		condition('bevestigd_door_duo', stateOf(traject.status === 'voldaan' || null), ['Wi2021 art. 6 lid 2'])
	];
}

/** Wi2021 art. 3 lid 1, Bi2021 art. 5.3 lid 1, 9.1: what a notice of DUO starts; DUO decides who must integrate. */
export function voorwaardenKennisgeving(outcome: Outcome): readonly Voorwaarde[] {
	if (outcome.toepasselijkeWet.wet === 'wi2013') return [];
	return [
		plichtig(outcome),
		condition('begin_van_tien_weken', stateOf(outcome.pip.vanaf ? true : null), ['Bi2021 art. 5.3 lid 1'])
	];
}

/** Wi2021 art. 11, 12: are the dates of DUO those of the law? Those of DUO go first; a difference is for DUO to explain. */
export function voorwaardenTermijn(
	{ inburgeringstermijn: termijn }: Outcome,
	duo: { start: Dag; laatsteDag: Dag }
): readonly Voorwaarde[] {
	const compared = (wet: Dag | null, dag: Dag) => {
		if (!wet) return 'onbekend' as const;
		return wet.equals(dag) ? ('vervuld' as const) : ('beoordeling' as const);
	};
	return [
		condition('start_volgens_wet', compared(termijn.start, duo.start), ['Wi2021 art. 11 lid 2']),
		condition('einde_volgens_wet', compared(termijn.laatsteDag, duo.laatsteDag), [
			'Wi2021 art. 11 lid 1',
			'Wi2021 art. 12'
		])
	];
}

/** Pw art. 56a lid 1, 2: an asylum permit and bijstand; six months, or shorter when the bijstand ends. */
export function voorwaardenOntzorgen(outcome: Outcome): readonly Voorwaarde[] {
	const { vanaf, reden } = outcome.ontzorgen;
	const waarom = reden.isVanToepassing;
	const isOnbekend = waarom === 'ontbreekt:verblijfsvergunning' || waarom === 'niet_inburgeringsplichtig';
	const asiel = isOnbekend ? null : waarom !== 'alleen_asielvergunning';
	return [
		plichtig(outcome),
		condition('asielvergunning', stateOf(asiel), ['Pw art. 56a lid 1']),
		condition('bijstand', stateOf(vanaf ? true : null), ['Pw art. 56a lid 1', 'Pw art. 56a lid 2'])
	];
}

/** Wi2021 art. 3, Bi2021 art. 9.1: where facts are missing, DUO's notice says so. */
function plichtig({ inburgeringsplicht, toepasselijkeWet }: Outcome): Voorwaarde {
	const isBijDuo = toepasselijkeWet.bron === 'duo' || null;
	const state = stateOf(inburgeringsplicht.isInburgeringsplichtig ?? isBijDuo);
	return condition('inburgeringsplichtig', state, ['Wi2021 art. 3 lid 1', 'Bi2021 art. 9.1']);
}

function condition(
	code: VoorwaardeCode,
	state: VoorwaardeState,
	grondslag: readonly Grondslag[]
): Voorwaarde {
	return { code, state, grondslag };
}

function stateOf(value: boolean | null | undefined): VoorwaardeState {
	if (value === true) return 'vervuld';
	return value === false ? 'niet_vervuld' : 'onbekend';
}

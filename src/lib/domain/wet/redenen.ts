/** Why a value is null, or why a † value is false (contract.md 8.1), besides `ontbreekt:<fact>`. */
export const redencodes = [
	'wi2013',
	'niet_van_toepassing',
	'nederlander',
	'eu_eer_zwitsers',
	'tijdelijk_doel',
	'jonger_dan_16',
	'aow_leeftijd',
	'aow_leeftijd_niet_bekend',
	'kwalificatieplichtig',
	'vrijstelling',
	'ontheffing',
	'geen_uitzondering',
	'onderbreking_loopt',
	'onderbreking_langer_dan_een_jaar',
	'duur_verlenging_onbekend',
	'termijn_verstreken',
	'geen_omstandigheid',
	'korter_dan_drie_maanden',
	'andere_leerroute',
	'beoordeling_duo',
	'meer_dan_een_periode',
	'geen_samenloop',
	'voorwaarden_niet_vervuld',
	'alleen_asiel',
	'alleen_gezin_overig',
	'aanbod_op_tijd',
	'zelfde_leerroute',
	'na_achttien_maanden',
	'niet_in_leerroute',
	'niet_in_pip',
	'onder_niveau_pip',
	'twee_pogingen_gebruikt',
	'taalschakeltraject',
	'gedeeltelijke_vrijstelling_of_ontheffing',
	'niet_inburgeringsplichtig',
	'alleen_asielvergunning',
	'geen_bijstand',
	'geen_wettelijke_duur',
	'geen_wettelijk_aantal',
	'alleen_wi2013',
	'lening_niet_hoger',
	'termijn_eindigt_later',
	'geen_lokaal_beleid'
] as const;

/** Questions that only a person may answer (contract.md 8.2). */
export const vragen = [
	'nieuwe_situatie_na_onderbreking',
	'bijzondere_omstandigheid',
	'bijzonder_geval',
	'b1_buiten_bereik',
	'onderdelen_die_vervallen'
] as const;

export type Redencode = (typeof redencodes)[number];
export type Vraag = (typeof vragen)[number];

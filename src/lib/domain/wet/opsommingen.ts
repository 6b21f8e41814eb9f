export const wetten = ['wi2013', 'wi2021'] as const;
export const groepen = ['asiel', 'gezin_overig'] as const;
export const verblijfsvergunningen = [
	'asiel_bepaalde_tijd',
	'regulier_gezin_bij_asielhouder',
	'regulier_gezin',
	'regulier_geestelijke_bedienaar',
	'regulier_overig',
	'regulier_tijdelijk_doel'
] as const;
export const nationaliteiten = ['nederlands', 'eu_eer_zwitsers', 'overig'] as const;
export const vrijstellingen = ['geen', 'gedeeltelijk', 'geheel'] as const;
export const leerroutes = ['b1', 'onderwijs', 'z'] as const;
export const taalonderdelen = ['lezen', 'luisteren', 'schrijven', 'spreken'] as const;
export const examenonderdelen = [...taalonderdelen, 'knm'] as const;
/** Ascending: a level is at or above another one when it does not stand before it. */
export const taalniveaus = ['a2', 'b1', 'b2'] as const;
/** In the order of Bi2021 art. 3.2 lid 1. */
export const moduleMapThemas = [
	'beroepenorientatie',
	'werknemerscompetenties',
	'realistisch_beroepsbeeld',
	'beroepskansen',
	'beroepscompetenties_verwerven',
	'netwerk_opbouwen',
	'werk_vinden',
	'werkcultuur'
] as const;
/** In the order of Pw art. 56a lid 1. */
export const vasteLasten = ['huur', 'gas', 'water', 'stroom', 'zorgverzekering'] as const;
export const verlengingsstatussen = ['aangevraagd', 'toegekend', 'afgewezen'] as const;
export const verlengingsgronden = [
	'ziekte',
	'overlijden',
	'bevalling',
	'blijf_van_mijn_lijf_huis',
	'alfabetisering',
	'dakloosheid',
	'inburgeringsaanbod',
	'aanbieder',
	'bijzondere_omstandigheid',
	'samenloop',
	'niet_vrijstellend_onderwijs',
	'bijna_afgerond',
	'ambtshalve'
] as const;
/** Circumstances that last, and circumstances that happen on one day (Ri2021 art. 4.1 lid 1). */
export const durendeSoorten = [
	'ziekte',
	'blijf_van_mijn_lijf_huis',
	'alfabetisering',
	'dakloosheid',
	'aanbieder',
	'bijzondere_omstandigheid'
] as const;
export const eendaagseSoorten = ['overlijden', 'bevalling'] as const;

export type Wet = (typeof wetten)[number];
export type GroepNaam = (typeof groepen)[number];
export type LeerrouteNaam = (typeof leerroutes)[number];
export type Examenonderdeel = (typeof examenonderdelen)[number];
export type ModuleMapThema = (typeof moduleMapThemas)[number];
export type VasteLast = (typeof vasteLasten)[number];
export type Verblijfsvergunning = (typeof verblijfsvergunningen)[number];

/** Wi2021 art. 13 lid 1, art. 19: the group to which each permit belongs. */
export const groepPerVergunning: Record<Verblijfsvergunning, GroepNaam> = {
	asiel_bepaalde_tijd: 'asiel',
	regulier_gezin_bij_asielhouder: 'asiel',
	regulier_gezin: 'gezin_overig',
	regulier_geestelijke_bedienaar: 'gezin_overig',
	regulier_overig: 'gezin_overig',
	regulier_tijdelijk_doel: 'gezin_overig'
};

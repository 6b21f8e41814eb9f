import type {
	AfspraakSoort,
	AgreementState,
	Groep,
	Leerroute,
	PipThema,
	RedenWijziging,
	Uitvoerder,
	Verblijfsvergunning,
	ZinGebruik
} from '#lib/domain/vocabulary.ts';

/** What a field holds: decides how it is asked, said and compared. `minuten` are time worked. */
export type VeldSoort =
	| 'leerroute'
	| 'niveau'
	| 'einddoel'
	| 'minuten'
	| 'aantal'
	| 'ja_nee'
	| 'dag'
	| 'tekst'
	| 'lasten'
	| 'persoon';
/** For whom a PIP is made. `leerroute` null: not chosen yet. */
export type PipVoor = {
	groep: Groep;
	verblijfsvergunning: Verblijfsvergunning;
	leerroute: Leerroute | null;
	/** Setting of the municipality (rules.md chapter 8). */
	isOntzorgenVerlengbaar: boolean;
};
type Geldt = (voor: PipVoor) => boolean;
type Veld = { thema: PipThema; soort: VeldSoort; geldt: Geldt };

const altijd: Geldt = () => true;
const asiel: Geldt = ({ groep }) => groep === 'asiel';
const asielvergunning: Geldt = ({ verblijfsvergunning }) => verblijfsvergunning === 'asiel_bepaalde_tijd';
const routeZ: Geldt = ({ leerroute }) => leerroute === 'z';
const metNiveau: Geldt = ({ leerroute }) => leerroute === 'b1' || leerroute === 'z';
const metModuleMap: Geldt = ({ leerroute }) => leerroute !== 'onderwijs';

const veld = (thema: PipThema, soort: VeldSoort, geldt: Geldt = altijd): Veld => ({ thema, soort, geldt });

/**
 * Wi2021 art. 15, Bi2021 art. 5.3-5.5, Pw art. 56a (rules.md chapter 4): the fields of a PIP in the order of the plan,
 * and for whom each of them exists. The intensity of the course cannot be set for gezin_overig.
 */
export const pipVelden = {
	leerroute: veld('inburgering', 'leerroute'),
	niveauLezen: veld('inburgering', 'niveau', metNiveau),
	niveauLuisteren: veld('inburgering', 'niveau', metNiveau),
	niveauSchrijven: veld('inburgering', 'niveau', metNiveau),
	niveauSpreken: veld('inburgering', 'niveau', metNiveau),
	intensiteitMinutenPerWeek: veld('inburgering', 'minuten', asiel),
	intensiteitMinutenTotaal: veld('inburgering', 'minuten', asiel),
	isAlfabetiseringInPip: veld('inburgering', 'ja_nee'),
	alfabetiseringMinuten: veld('inburgering', 'minuten'),
	cursusinstelling: veld('inburgering', 'tekst'),
	startCursus: veld('inburgering', 'dag'),
	eindeCursus: veld('inburgering', 'dag'),
	hasKeurmerk: veld('inburgering', 'ja_nee'),
	hasKnmCursus: veld('inburgering', 'ja_nee', routeZ),
	isKnmExamenGewenst: veld('inburgering', 'ja_nee', routeZ),
	zCursusMinutenNorm: veld('inburgering', 'minuten', routeZ),
	zParticipatieMinutenNorm: veld('inburgering', 'minuten', (voor) => routeZ(voor) && asiel(voor)),
	einddoel: veld('inburgering', 'einddoel'),
	pvtMinutenGepland: veld('participatie', 'minuten'),
	moduleMapMinutenGepland: veld('participatie', 'minuten', metModuleMap),
	moduleMapPraktijkplaats: veld('participatie', 'tekst', metModuleMap),
	isNonFormeelVerplicht: veld('participatie', 'ja_nee'),
	isOntzorgenVanToepassing: veld('ontzorgen', 'ja_nee', asielvergunning),
	ontzorgenVanaf: veld('ontzorgen', 'dag', asielvergunning),
	ontzorgenLaatsteDag: veld('ontzorgen', 'dag', asielvergunning),
	ontzorgenVerlengdTotEnMet: veld(
		'ontzorgen',
		'dag',
		(voor) => asielvergunning(voor) && voor.isOntzorgenVerlengbaar
	),
	vasteLasten: veld('ontzorgen', 'lasten', asielvergunning),
	voortgangsgesprekkenInPip: veld('begeleiding', 'aantal'),
	maatschappelijkeBegeleidingDoor: veld('begeleiding', 'tekst', asiel),
	contactpersoonId: veld('begeleiding', 'persoon')
} satisfies Record<string, Veld>;

export type PipVeld = keyof typeof pipVelden;
export const alleVelden = Object.keys(pipVelden) as PipVeld[];

/** The fields of a PIP that apply to this person, in the order of the plan. */
export function veldenVoor(voor: PipVoor): PipVeld[] {
	return alleVelden.filter((naam) => pipVelden[naam].geldt(voor));
}

/** What an agreement can say besides what it is; `uitvoerder` and `toelichting` belong to all. */
export type AfspraakSlot =
	'minutenPerWeek' | 'minutenTotaal' | 'aantal' | 'metWie' | 'plaats' | 'vanaf' | 'tot';
type Soort = { themas: readonly PipThema[]; slots: readonly AfspraakSlot[]; geldt: Geldt };

const periode = ['vanaf', 'tot'] as const;
const uren = ['minutenPerWeek', 'minutenTotaal'] as const;
const les = [...uren, 'metWie', 'plaats', ...periode] as const;
const bijeenkomst = ['aantal', 'minutenTotaal', 'metWie', 'plaats', ...periode] as const;
const soort = (
	themas: PipThema | PipThema[],
	slots: readonly AfspraakSlot[],
	geldt: Geldt = altijd
): Soort => ({
	themas: [themas].flat(),
	slots,
	geldt
});

/** The kinds of agreement: under which themes they stand, what they can say, and for whom they exist. */
export const pipAfspraakSoorten: Record<AfspraakSoort, Soort> = {
	taalles: soort('inburgering', les, ({ leerroute }) => leerroute !== 'onderwijs'),
	knm_les: soort('inburgering', les),
	alfabetisering: soort('inburgering', les),
	taalschakeltraject: soort('inburgering', les, ({ leerroute }) => leerroute === 'onderwijs'),
	examen: soort('inburgering', ['aantal', 'plaats', ...periode]),
	pvt_bijeenkomst: soort('participatie', bijeenkomst),
	pvt_excursie: soort('participatie', bijeenkomst),
	module_map_bijeenkomst: soort('participatie', bijeenkomst, metModuleMap),
	praktijkplaats: soort('participatie', les, metModuleMap),
	vrijwilligerswerk: soort('participatie', les),
	werk: soort('participatie', les),
	taalmaatje: soort(['participatie', 'begeleiding'], les),
	sport: soort('participatie', les),
	workshop: soort(['participatie', 'begeleiding'], bijeenkomst),
	vve: soort('participatie', ['minutenPerWeek', 'metWie', 'plaats', ...periode]),
	vaste_lasten: soort('ontzorgen', ['metWie', ...periode], asielvergunning),
	budgetcoaching: soort(['ontzorgen', 'begeleiding'], bijeenkomst),
	voortgangsgesprek: soort('begeleiding', ['aantal', 'metWie', 'plaats', ...periode]),
	maatschappelijke_begeleiding: soort(
		'begeleiding',
		['minutenPerWeek', 'metWie', 'plaats', ...periode],
		asiel
	),
	vrijwilliger: soort('begeleiding', les),
	tolk: soort('begeleiding', ['metWie', ...periode]),
	eigen_afspraak: soort(
		['inburgering', 'participatie', 'ontzorgen', 'begeleiding'],
		[...uren, 'aantal', 'metWie', 'plaats', ...periode]
	)
};

/** The kinds of agreement that can be made under a theme with this person. */
export function soortenVoor(thema: PipThema, voor: PipVoor): AfspraakSoort[] {
	const alle = Object.keys(pipAfspraakSoorten) as AfspraakSoort[];
	return alle.filter((naam) => {
		const { themas, geldt } = pipAfspraakSoorten[naam];
		return themas.includes(thema) && geldt(voor) && (thema !== 'ontzorgen' || asielvergunning(voor));
	});
}

export type OpenVeld = 'leerroute' | 'voortgangsgesprekkenInPip' | 'intensiteit';
type Inhoud = {
	leerroute: Leerroute | null;
	voortgangsgesprekkenInPip: number | null;
	intensiteitMinutenPerWeek: number | null;
	intensiteitMinutenTotaal: number | null;
};

/** Wi2021 art. 15, Bi2021 art. 5.3 lid 4 (rules.md chapter 6): what a PIP lacks before the college can establish it. */
export function openVoorVaststellen(pip: Inhoud, groep: Groep): OpenVeld[] {
	const isIntensiteitBepaald =
		pip.intensiteitMinutenPerWeek !== null || pip.intensiteitMinutenTotaal !== null;
	const open: [OpenVeld, boolean][] = [
		['leerroute', pip.leerroute === null],
		['voortgangsgesprekkenInPip', pip.voortgangsgesprekkenInPip === null],
		['intensiteit', groep === 'asiel' && !isIntensiteitBepaald]
	];
	return open.filter(([, isOpen]) => isOpen).map(([naam]) => naam);
}

/** As plain data: minutes are whole, days YYYY-MM-DD, a person is a name. */
export type Waarde = string | number | boolean | readonly string[] | readonly ZinGebruik[] | null;
export type AfspraakDeel =
	AfspraakSlot | 'vanafDagen' | 'totDagen' | 'thema' | 'soort' | 'uitvoerder' | 'zinnen' | 'toelichting';
/** One agreement as a reader gets it. It keeps its id from version to version. */
export type PipAfspraak = {
	id: string;
	thema: PipThema;
	soort: AfspraakSoort;
	uitvoerder: Uitvoerder;
	minutenPerWeek: number | null;
	minutenTotaal: number | null;
	aantal: number | null;
	metWie: string | null;
	plaats: string | null;
	vanaf: string | null;
	tot: string | null;
	/** Days after the dagtekening, in a draft: published plans have days. */
	vanafDagen: number | null;
	totDagen: number | null;
	zinnen: readonly ZinGebruik[] | null;
	/** Dutch, as the consultant wrote it. */
	toelichting: string | null;
	state: AgreementState;
};
/** One version of a PIP as a reader gets it; `velden` holds only what applies and is filled in. */
export type PipVersie = {
	versie: number;
	dagtekening: string | null;
	bekendmaking: string | null;
	reden: RedenWijziging | null;
	/** Why, in phrases. */
	zinnen: readonly ZinGebruik[] | null;
	/** Dutch, as the consultant wrote it. */
	toelichting: string | null;
	/** Name of who published it; null for a draft. */
	door: string | null;
	leerroute: Leerroute | null;
	velden: Partial<Record<PipVeld, Waarde>>;
	afspraken: readonly PipAfspraak[];
};
/** One difference between two versions; every one of them can be said in words. */
export type Wijziging =
	| { wat: 'veld'; veld: PipVeld; van: Waarde; naar: Waarde }
	| { wat: 'afspraak_erbij' | 'afspraak_weg'; afspraak: PipAfspraak }
	| { wat: 'afspraak_deel'; afspraak: PipAfspraak; deel: AfspraakDeel; van: Waarde; naar: Waarde }
	| { wat: 'volgorde'; thema: PipThema };

/** The steps of a traject as a picture, and between them the days that matter. */
export const stapCodes = ['brede_intake', 'leerbaarheidstoets', 'pip', 'termijn_start', 'taallessen', 'taalschakeltraject', 'cursus_z', 'pvt', 'module_map', 'participatie', 'workshops', 'gesprekken', 'examens', 'eindgesprek_z', 'duo'] as const; // prettier-ignore
export const mijlpalen = ['ontzorgen_einde', 'halverwege', 'schakelen_uiterlijk', 'termijn_einde'] as const;
export type RouteStap = {
	code: (typeof stapCodes)[number] | (typeof mijlpalen)[number];
	isMijlpaal: boolean;
	staat: 'klaar' | 'nu' | 'later';
	/** YYYY-MM-DD: when it happened, or when it is expected; null: no day known. */
	dag: string | null;
	/** Whether DUO registered the day or the portal expects it; null where that is not the question. */
	bron: 'duo' | 'berekend' | null;
	/** So many of so many: exam parts passed, talks held. */
	teller: { klaar: number; van: number } | null;
};

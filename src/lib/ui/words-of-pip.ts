import type { AfspraakDeel, PipVeld, RouteStap } from '#lib/domain/pipVelden.ts';
import type { AfspraakSoort, AgreementState, Einddoel, PipThema, RedenWijziging, Uitvoerder, VasteLast } from '#lib/domain/vocabulary.ts'; // prettier-ignore
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';

export type Message = typeof m.pip_ja;

export const themaWords: Record<PipThema, { message: Message; icon: PictogramName }> = {
	inburgering: { message: m.pip_thema_inburgering, icon: 'inburgering' },
	participatie: { message: m.pip_thema_participatie, icon: 'participatie' },
	ontzorgen: { message: m.pip_thema_ontzorgen, icon: 'ontzorgen' },
	begeleiding: { message: m.pip_thema_begeleiding, icon: 'begeleiding' }
};

export const soortWords: Record<AfspraakSoort, { message: Message; icon: PictogramName }> = {
	taalles: { message: m.pip_soort_taalles, icon: 'language' },
	knm_les: { message: m.pip_soort_knm_les, icon: 'knm' },
	alfabetisering: { message: m.pip_soort_alfabetisering, icon: 'write' },
	taalschakeltraject: { message: m.pip_soort_taalschakeltraject, icon: 'school' },
	examen: { message: m.pip_soort_examen, icon: 'exam' },
	pvt_bijeenkomst: { message: m.pip_soort_pvt_bijeenkomst, icon: 'pvt' },
	pvt_excursie: { message: m.pip_soort_pvt_excursie, icon: 'excursion' },
	module_map_bijeenkomst: { message: m.pip_soort_module_map_bijeenkomst, icon: 'moduleMap' },
	praktijkplaats: { message: m.pip_soort_praktijkplaats, icon: 'work' },
	vrijwilligerswerk: { message: m.pip_soort_vrijwilligerswerk, icon: 'community' },
	werk: { message: m.pip_soort_werk, icon: 'work' },
	taalmaatje: { message: m.pip_soort_taalmaatje, icon: 'speak' },
	sport: { message: m.pip_soort_sport, icon: 'community' },
	workshop: { message: m.pip_soort_workshop, icon: 'workshop' },
	vve: { message: m.pip_soort_vve, icon: 'family' },
	vaste_lasten: { message: m.pip_soort_vaste_lasten, icon: 'ontzorgen' },
	budgetcoaching: { message: m.pip_soort_budgetcoaching, icon: 'money' },
	voortgangsgesprek: { message: m.pip_soort_voortgangsgesprek, icon: 'talk' },
	maatschappelijke_begeleiding: { message: m.pip_soort_maatschappelijke_begeleiding, icon: 'begeleiding' },
	vrijwilliger: { message: m.pip_soort_vrijwilliger, icon: 'helper' },
	tolk: { message: m.pip_soort_tolk, icon: 'interpreter' },
	eigen_afspraak: { message: m.pip_soort_eigen_afspraak, icon: 'note' }
};

/** `short` is who, for a column of a table. */
export const uitvoerderWords: Record<Uitvoerder, { message: Message; short: Message; icon: PictogramName }> =
	{
		inburgeraar: { message: m.pip_uitvoerder_inburgeraar, short: m.pip_wie_inburgeraar, icon: 'person' },
		gemeente: { message: m.pip_uitvoerder_gemeente, short: m.pip_wie_gemeente, icon: 'town' },
		aanbieder: { message: m.pip_uitvoerder_aanbieder, short: m.pip_wie_aanbieder, icon: 'school' },
		samen: { message: m.pip_uitvoerder_samen, short: m.pip_wie_samen, icon: 'group' }
	};

export const stateWords: Record<AgreementState, { message: Message; state: 'later' | 'now' | 'done' }> = {
	open: { message: m.pip_state_open, state: 'later' },
	bezig: { message: m.pip_state_bezig, state: 'now' },
	klaar: { message: m.pip_state_klaar, state: 'done' },
	gestopt: { message: m.pip_state_gestopt, state: 'later' }
};

export const redenWords: Record<RedenWijziging, Message> = {
	eerste_pip: m.pip_reden_eerste_pip,
	schakelen: m.pip_reden_schakelen,
	afschalen: m.pip_reden_afschalen,
	verhuizing: m.pip_reden_verhuizing,
	bezwaar: m.pip_reden_bezwaar,
	voortgang: m.pip_reden_voortgang,
	werk: m.pip_reden_werk,
	gezin: m.pip_reden_gezin,
	aanbod: m.pip_reden_aanbod,
	correctie: m.pip_reden_correctie,
	overig: m.pip_reden_overig
};

export const einddoelWords: Record<Einddoel, Message> = {
	werk: m.pip_einddoel_werk,
	opleiding: m.pip_einddoel_opleiding,
	participatie: m.pip_einddoel_participatie
};

export const lastWords: Record<VasteLast, Message> = {
	huur: m.pip_last_huur,
	gas: m.pip_last_gas,
	water: m.pip_last_water,
	stroom: m.pip_last_stroom,
	zorgverzekering: m.pip_last_zorgverzekering
};

export const veldWords: Record<PipVeld, Message> = {
	leerroute: m.pip_veld_leerroute,
	niveauLezen: m.pip_veld_niveau_lezen,
	niveauLuisteren: m.pip_veld_niveau_luisteren,
	niveauSchrijven: m.pip_veld_niveau_schrijven,
	niveauSpreken: m.pip_veld_niveau_spreken,
	intensiteitMinutenPerWeek: m.pip_veld_intensiteit_minuten_per_week,
	intensiteitMinutenTotaal: m.pip_veld_intensiteit_minuten_totaal,
	isAlfabetiseringInPip: m.pip_veld_is_alfabetisering_in_pip,
	alfabetiseringMinuten: m.pip_veld_alfabetisering_minuten,
	cursusinstelling: m.pip_veld_cursusinstelling,
	startCursus: m.pip_veld_start_cursus,
	eindeCursus: m.pip_veld_einde_cursus,
	hasKeurmerk: m.pip_veld_has_keurmerk,
	hasKnmCursus: m.pip_veld_has_knm_cursus,
	isKnmExamenGewenst: m.pip_veld_is_knm_examen_gewenst,
	zCursusMinutenNorm: m.pip_veld_z_cursus_minuten_norm,
	zParticipatieMinutenNorm: m.pip_veld_z_participatie_minuten_norm,
	einddoel: m.pip_veld_einddoel,
	pvtMinutenGepland: m.pip_veld_pvt_minuten_gepland,
	moduleMapMinutenGepland: m.pip_veld_module_map_minuten_gepland,
	moduleMapPraktijkplaats: m.pip_veld_module_map_praktijkplaats,
	isNonFormeelVerplicht: m.pip_veld_is_non_formeel_verplicht,
	isOntzorgenVanToepassing: m.pip_veld_is_ontzorgen_van_toepassing,
	ontzorgenVanaf: m.pip_veld_ontzorgen_vanaf,
	ontzorgenLaatsteDag: m.pip_veld_ontzorgen_laatste_dag,
	ontzorgenVerlengdTotEnMet: m.pip_veld_ontzorgen_verlengd_tot_en_met,
	vasteLasten: m.pip_veld_vaste_lasten,
	voortgangsgesprekkenInPip: m.pip_veld_voortgangsgesprekken_in_pip,
	maatschappelijkeBegeleidingDoor: m.pip_veld_maatschappelijke_begeleiding_door,
	contactpersoonId: m.pip_veld_contactpersoon_id
};

export const deelWords: Record<AfspraakDeel, Message> = {
	minutenPerWeek: m.pip_deel_minuten_per_week,
	minutenTotaal: m.pip_deel_minuten_totaal,
	aantal: m.pip_deel_aantal,
	metWie: m.pip_deel_met_wie,
	plaats: m.pip_deel_plaats,
	vanaf: m.pip_deel_vanaf,
	tot: m.pip_deel_tot,
	vanafDagen: m.pip_deel_vanaf,
	totDagen: m.pip_deel_tot,
	zinnen: m.pip_deel_zinnen,
	thema: m.pip_deel_thema,
	soort: m.pip_deel_soort,
	uitvoerder: m.pip_deel_uitvoerder,
	toelichting: m.pip_deel_toelichting
};

export const stapWords: Record<RouteStap['code'], { message: Message; icon: PictogramName }> = {
	brede_intake: { message: m.pip_stap_brede_intake, icon: 'intake' },
	leerbaarheidstoets: { message: m.pip_stap_leerbaarheidstoets, icon: 'test' },
	pip: { message: m.pip_stap_pip, icon: 'plan' },
	termijn_start: { message: m.pip_stap_termijn_start, icon: 'calendar' },
	taallessen: { message: m.pip_stap_taallessen, icon: 'language' },
	taalschakeltraject: { message: m.pip_stap_taalschakeltraject, icon: 'school' },
	cursus_z: { message: m.pip_stap_cursus_z, icon: 'language' },
	pvt: { message: m.pip_stap_pvt, icon: 'pvt' },
	module_map: { message: m.pip_stap_module_map, icon: 'moduleMap' },
	participatie: { message: m.pip_stap_participatie, icon: 'participatie' },
	workshops: { message: m.pip_stap_workshops, icon: 'workshop' },
	gesprekken: { message: m.pip_stap_gesprekken, icon: 'talk' },
	examens: { message: m.pip_stap_examens, icon: 'exam' },
	eindgesprek_z: { message: m.pip_stap_eindgesprek_z, icon: 'talk' },
	duo: { message: m.pip_stap_duo, icon: 'goal' },
	ontzorgen_einde: { message: m.pip_stap_ontzorgen_einde, icon: 'ontzorgen' },
	halverwege: { message: m.pip_stap_halverwege, icon: 'halfway' },
	schakelen_uiterlijk: { message: m.pip_stap_schakelen_uiterlijk, icon: 'routeSwitch' },
	termijn_einde: { message: m.pip_stap_termijn_einde, icon: 'term' }
};

import type {
	Decider,
	Examenonderdeel,
	ExamResult,
	GroupDone,
	ModuleMapThema,
	TrajectEventKind
} from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { fieldErrorWords } from './words-of-appointments-admin.ts';
import { onderdeelWords, themaWords } from './words-of-results.ts';

type Said = () => string;

export const eventWords: Record<TrajectEventKind, Said> = {
	duo_kennisgeving: m.admin_event_duo_kennisgeving,
	duo_termijn: m.admin_event_duo_termijn,
	duo_voldaan: m.admin_event_duo_voldaan,
	vrijstelling: m.admin_event_vrijstelling,
	ontheffing: m.admin_event_ontheffing,
	verlenging: m.admin_event_verlenging,
	onderbreking: m.admin_event_onderbreking,
	kwalificatieplicht: m.admin_event_kwalificatieplicht,
	inschrijving_brp: m.admin_event_inschrijving_brp,
	inschrijving_brp_azc: m.admin_event_inschrijving_brp_azc,
	inschrijving_brp_huisvesting: m.admin_event_inschrijving_brp_huisvesting,
	inschrijving_brp_verhuizing: m.admin_event_inschrijving_brp_verhuizing,
	koppeling: m.admin_event_koppeling,
	intake_oproep: m.admin_event_intake_oproep,
	intake_niet_verschenen: m.admin_event_intake_niet_verschenen,
	intake_gesprek: m.admin_event_intake_gesprek,
	intake_afgerond: m.admin_event_intake_afgerond,
	leerbaarheidstoets: m.admin_event_leerbaarheidstoets,
	wacht_op_informatie: m.admin_event_wacht_op_informatie,
	informatie_ontvangen: m.admin_event_informatie_ontvangen,
	pip_ondertekend: m.admin_event_pip_ondertekend,
	pip_na_verhuizing: m.admin_event_pip_na_verhuizing,
	aanbod_start: m.admin_event_aanbod_start,
	bijstand: m.admin_event_bijstand,
	bijstand_einde: m.admin_event_bijstand_einde,
	schakelen: m.admin_event_schakelen,
	afschalen: m.admin_event_afschalen,
	voldoende_inspanning: m.admin_event_voldoende_inspanning,
	alle_lessen_gevolgd: m.admin_event_alle_lessen_gevolgd,
	taalschakeltraject_voltooid: m.admin_event_taalschakeltraject_voltooid,
	z_norm: m.admin_event_z_norm,
	pvt_activiteit: m.admin_event_pvt_activiteit,
	pvt_ondertekeningsbijeenkomst: m.admin_event_pvt_ondertekeningsbijeenkomst,
	pvt_ondertekend: m.admin_event_pvt_ondertekend,
	module_map_thema: m.admin_event_module_map_thema,
	module_map_eindgesprek: m.admin_event_module_map_eindgesprek,
	z_eindgesprek: m.admin_event_z_eindgesprek,
	voortgangsgesprek: m.admin_event_voortgangsgesprek,
	verhuizing: m.admin_event_verhuizing,
	afsluiting: m.admin_event_afsluiting
};
export const deciderWords: Record<Decider, Said> = {
	college: m.admin_res_decider_college,
	duo: m.admin_res_decider_duo,
	inburgeraar: m.admin_res_decider_inburgeraar,
	aanbieder: m.admin_res_decider_aanbieder
};
export const resultWords: Record<ExamResult, Said> = {
	geslaagd: m.admin_res_result_geslaagd,
	gezakt: m.admin_res_result_gezakt,
	uitslag_volgt: m.admin_res_result_uitslag_volgt
};
const slots: Record<string, Said> = {
	wet: m.admin_slot_wet,
	aowDatum: m.admin_slot_aowdatum,
	start: m.admin_slot_start,
	laatsteDag: m.admin_slot_laatstedag,
	document: m.admin_slot_document,
	omvang: m.admin_slot_omvang,
	grond: m.admin_slot_grond,
	status: m.admin_slot_status,
	maanden: m.admin_slot_maanden,
	weken: m.admin_slot_weken,
	dagen: m.admin_slot_dagen,
	van: m.admin_slot_van,
	tot: m.admin_slot_tot,
	isKwalificatieplichtig: m.admin_slot_iskwalificatieplichtig,
	nummer: m.admin_slot_nummer,
	naar: m.admin_slot_naar,
	onderdelen: m.admin_slot_onderdelen,
	niveau: m.admin_slot_niveau,
	waarde: m.admin_slot_waarde,
	minuten: m.admin_slot_minuten,
	thema: m.admin_slot_thema,
	reden: m.admin_slot_reden
};
const values: Record<string, Said> = {
	wi2013: m.admin_value_wi2013,
	wi2021: m.admin_value_wi2021,
	diploma: m.admin_value_diploma,
	certificaat: m.admin_value_certificaat,
	geen: m.admin_value_geen,
	gedeeltelijk: m.admin_value_gedeeltelijk,
	geheel: m.admin_value_geheel,
	aangevraagd: m.admin_value_aangevraagd,
	toegekend: m.admin_value_toegekend,
	afgewezen: m.admin_value_afgewezen,
	b1: m.admin_value_b1,
	onderwijs: m.admin_value_onderwijs,
	z: m.admin_value_z,
	a2: m.admin_value_a2,
	voldaan: m.admin_value_voldaan,
	verhuisd: m.admin_value_verhuisd,
	aow: m.admin_value_aow,
	vertrokken: m.admin_value_vertrokken,
	overleden: m.admin_value_overleden,
	anders: m.admin_value_anders,
	ziekte: m.admin_value_ziekte,
	overlijden: m.admin_value_overlijden,
	bevalling: m.admin_value_bevalling,
	blijf_van_mijn_lijf_huis: m.admin_value_blijf_van_mijn_lijf_huis,
	alfabetisering: m.admin_value_alfabetisering,
	dakloosheid: m.admin_value_dakloosheid,
	inburgeringsaanbod: m.admin_value_inburgeringsaanbod,
	aanbieder: m.admin_value_aanbieder,
	bijzondere_omstandigheid: m.admin_value_bijzondere_omstandigheid,
	samenloop: m.admin_value_samenloop,
	niet_vrijstellend_onderwijs: m.admin_value_niet_vrijstellend_onderwijs,
	bijna_afgerond: m.admin_value_bijna_afgerond,
	ambtshalve: m.admin_value_ambtshalve
};

/** The names of the slots of domain/trajectSlots.ts; a name without words is shown as it is. */
export const slotWords = (name: string): string => slots[name]?.() ?? name;
/** The words among the values of slots. */
export const valueWords = (value: string): string =>
	values[value]?.() ??
	themaWords[value as ModuleMapThema]?.({}) ??
	onderdeelWords[value as Examenonderdeel]?.({}) ??
	value;

const refusals: Record<string, () => string> = {
	duur: m.admin_uren_fout_duur,
	toekomst: m.admin_uren_fout_toekomst,
	voor_geboorte: m.admin_uren_fout_voor_geboorte,
	voor_pip: m.admin_uren_fout_voor_pip,
	staat_er_al: m.admin_uren_fout_staat_er_al,
	andere_cursus: m.admin_uren_fout_andere_cursus,
	niets_anders: m.admin_uren_fout_niets_anders,
	uitleg_nodig: m.admin_uren_fout_uitleg_nodig,
	al_verstuurd: m.admin_uren_fout_al_verstuurd,
	niveau_nodig: m.admin_res_fout_niveau_nodig,
	achterhaald: m.admin_res_fout_achterhaald
};
/** What is wrong with a field, or why it was refused, for staff. */
export const staffErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (refusals[code]?.() ?? fieldErrorWords(code));

const themaOfModule = (thema: ModuleMapThema) => () =>
	m.admin_groep_gedaan_thema({ thema: themaWords[thema]() });
/** What a whole group did at once. */
export const groupDoneWords: Record<GroupDone, () => string> = {
	pvt_ondertekeningsbijeenkomst: eventWords.pvt_ondertekeningsbijeenkomst,
	pvt_activiteit: eventWords.pvt_activiteit,
	beroepenorientatie: themaOfModule('beroepenorientatie'),
	werknemerscompetenties: themaOfModule('werknemerscompetenties'),
	realistisch_beroepsbeeld: themaOfModule('realistisch_beroepsbeeld'),
	beroepskansen: themaOfModule('beroepskansen'),
	beroepscompetenties_verwerven: themaOfModule('beroepscompetenties_verwerven'),
	netwerk_opbouwen: themaOfModule('netwerk_opbouwen'),
	werk_vinden: themaOfModule('werk_vinden'),
	werkcultuur: themaOfModule('werkcultuur')
};

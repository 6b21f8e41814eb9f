import type { KeurmerkStand } from '#lib/domain/cursussen/actueel.ts';
import type { CursusDoel, CursusFeiten, CursusInbegrepen, CursusNiveau, Leerroute } from '#lib/domain/vocabulary.ts'; // prettier-ignore
import { m } from '#lib/paraglide/messages.js';
import type { CursusKolom } from '#lib/domain/cursussen/kolommen.ts';
import { pipErrorWords } from './words-of-pip-admin.ts';

type Said = typeof m.admin_cursussen;

export const courseFieldWords: Record<CursusKolom, Said> = {
	sleutel: m.admin_cursus_veld_sleutel,
	aanbieder: m.admin_cursus_veld_aanbieder,
	cursus: m.admin_cursus_veld_cursus,
	route: m.admin_cursus_veld_route,
	niveau_van: m.admin_cursus_veld_niveau_van,
	niveau_tot: m.admin_cursus_veld_niveau_tot,
	doel: m.admin_cursus_veld_doel,
	uren_nt2: m.admin_cursus_veld_uren_nt2,
	uren_knm: m.admin_cursus_veld_uren_knm,
	uren_online: m.admin_cursus_veld_uren_online,
	uren_in_de_klas: m.admin_cursus_veld_uren_in_de_klas,
	weken: m.admin_cursus_veld_weken,
	prijs_totaal: m.admin_cursus_veld_prijs_totaal,
	prijs_per_uur: m.admin_cursus_veld_prijs_per_uur,
	prijs_materiaal: m.admin_cursus_veld_prijs_materiaal,
	inbegrepen: m.admin_cursus_veld_inbegrepen,
	prijs_bron: m.admin_cursus_veld_prijs_bron,
	prijs_gezien_op: m.admin_cursus_veld_prijs_gezien_op,
	startdata: m.admin_cursus_veld_startdata,
	elke_week: m.admin_cursus_veld_elke_week,
	rooster: m.admin_cursus_veld_rooster,
	rooster_bron: m.admin_cursus_veld_rooster_bron,
	rooster_gezien_op: m.admin_cursus_veld_rooster_gezien_op,
	plaats: m.admin_cursus_veld_plaats,
	adres: m.admin_cursus_veld_adres,
	postcode: m.admin_cursus_veld_postcode,
	reistijd_minuten: m.admin_cursus_veld_reistijd_minuten,
	kinderopvang: m.admin_cursus_veld_kinderopvang,
	groepsgrootte: m.admin_cursus_veld_groepsgrootte,
	talen: m.admin_cursus_veld_talen,
	keurmerk: m.admin_cursus_veld_keurmerk,
	keurmerk_geldig_tot: m.admin_cursus_veld_keurmerk_geldig_tot,
	keurmerk_bron: m.admin_cursus_veld_keurmerk_bron,
	keurmerk_gezien_op: m.admin_cursus_veld_keurmerk_gezien_op,
	slagingspercentage: m.admin_cursus_veld_slagingspercentage,
	slagen_bron: m.admin_cursus_veld_slagen_bron,
	slagen_gezien_op: m.admin_cursus_veld_slagen_gezien_op,
	tevredenheid: m.admin_cursus_veld_tevredenheid,
	tevredenheid_bron: m.admin_cursus_veld_tevredenheid_bron,
	tevredenheid_gezien_op: m.admin_cursus_veld_tevredenheid_gezien_op,
	telefoon: m.admin_cursus_veld_telefoon,
	email: m.admin_cursus_veld_email,
	website: m.admin_cursus_veld_website,
	bron: m.admin_cursus_veld_bron,
	gezien_op: m.admin_cursus_veld_gezien_op,
	zichtbaar: m.admin_cursus_veld_zichtbaar
};

export const courseRouteWords: Record<Leerroute, Said> = {
	b1: m.leerroute_b1,
	onderwijs: m.leerroute_onderwijs,
	z: m.leerroute_z
};
export const doelWords: Record<CursusDoel, Said> = {
	inburgeringsexamen: m.admin_cursus_doel_inburgeringsexamen,
	staatsexamen: m.admin_cursus_doel_staatsexamen,
	opleiding: m.admin_cursus_doel_opleiding,
	zelfredzaamheid: m.admin_cursus_doel_zelfredzaamheid,
	alfabetisering: m.admin_cursus_doel_alfabetisering,
	knm: m.admin_cursus_doel_knm,
	werk: m.admin_cursus_doel_werk
};
export const inPrijsWords: Record<CursusInbegrepen, Said> = {
	boeken: m.admin_cursus_in_boeken,
	knm: m.admin_cursus_in_knm,
	oefenexamens: m.admin_cursus_in_oefenexamens,
	examens: m.admin_cursus_in_examens,
	kinderopvang: m.admin_cursus_in_kinderopvang,
	rekenen: m.admin_cursus_in_rekenen,
	studievaardigheden: m.admin_cursus_in_studievaardigheden,
	intake: m.admin_cursus_in_intake,
	online_oefenen: m.admin_cursus_in_online_oefenen,
	taalmaatje: m.admin_cursus_in_taalmaatje
};
const levels: Record<Exclude<CursusNiveau, 'alfa' | 'a0'>, string> = {
	a1: 'A1',
	a2: 'A2',
	b1: 'B1',
	b2: 'B2'
};
export const courseLevelWords = (level: CursusNiveau): string =>
	level === 'alfa'
		? m.admin_cursus_niveau_alfa()
		: level === 'a0'
			? m.admin_cursus_niveau_a0()
			: levels[level];
/** Groups of facts with a source and a day of their own. */
export const feitenWords: Record<CursusFeiten, Said> = {
	algemeen: m.admin_cursus_groep_cursus,
	prijs: m.admin_cursus_groep_prijs,
	rooster: m.admin_cursus_veld_rooster,
	keurmerk: m.admin_cursus_keurmerk_geldig,
	slagen: m.admin_cursus_veld_slagingspercentage,
	tevredenheid: m.admin_cursus_veld_tevredenheid
};
export const keurmerkWords: Record<KeurmerkStand, Said> = {
	geldig: m.admin_cursus_keurmerk_geldig,
	verlopen: m.admin_cursus_keurmerk_verlopen,
	geen: m.admin_cursus_keurmerk_geen,
	onbekend: m.admin_cursus_keurmerk_onbekend
};
const deeds: Record<string, Said> = {
	'catalogus.create': m.admin_cursus_deed_create,
	'catalogus.edit': m.admin_cursus_deed_edit,
	'catalogus.hide': m.admin_cursus_deed_hide,
	'catalogus.show': m.admin_cursus_deed_show,
	'catalogus.import': m.admin_cursus_deed_import
};
/** What somebody did to a course of the catalogue, by the action in the audit log. */
export const deedWords = (action: string): string => deeds[action]?.() ?? action;

/** What is wrong with a file, or on a line of it. */
export const fileFaultWords: Record<string, Said> = {
	leeg: m.admin_cursus_import_fout_leeg,
	te_groot: m.admin_cursus_import_fout_te_groot,
	te_veel_rijen: m.admin_cursus_import_fout_te_veel_rijen,
	te_veel_kolommen: m.admin_cursus_import_fout_te_veel_kolommen,
	te_lange_cel: m.admin_cursus_import_fout_te_lange_cel,
	aanhalingsteken: m.admin_cursus_import_fout_aanhalingsteken,
	geen_tekst: m.admin_cursus_import_fout_geen_tekst,
	kolommen: m.admin_cursus_import_fout_kolommen
};
export const lineFaultWords = (code: string): string =>
	code === 'dubbel'
		? m.admin_cursus_import_fout_dubbel()
		: code === 'kolommen'
			? m.admin_cursus_import_fout_te_veel_kolommen()
			: (pipErrorWords(code) ?? '');

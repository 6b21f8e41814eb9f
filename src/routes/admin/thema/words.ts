import type { Pair } from '#lib/server/theme-doctor.ts';
import { m } from '#lib/paraglide/messages.js';

export const pairWords: Record<Pair, () => string> = {
	tekst: m.admin_thema_paar_tekst,
	zachte_tekst: m.admin_thema_paar_zachte_tekst,
	kop: m.admin_thema_paar_kop,
	tussenkop: m.admin_thema_paar_tussenkop,
	alinea: m.admin_thema_paar_alinea,
	link: m.admin_thema_paar_link,
	link_hover: m.admin_thema_paar_link_hover,
	accent: m.admin_thema_paar_accent,
	knop: m.admin_thema_paar_knop,
	knop_hover: m.admin_thema_paar_knop_hover,
	tweede_knop: m.admin_thema_paar_tweede_knop,
	tweede_knop_hover: m.admin_thema_paar_tweede_knop_hover,
	stille_knop: m.admin_thema_paar_stille_knop,
	stille_knop_hover: m.admin_thema_paar_stille_knop_hover,
	gevaar_knop: m.admin_thema_paar_gevaar_knop,
	op_accent: m.admin_thema_paar_op_accent,
	op_tint: m.admin_thema_paar_op_tint,
	warm: m.admin_thema_paar_warm,
	paginakop: m.admin_thema_paar_paginakop,
	veld: m.admin_thema_paar_veld,
	veld_label: m.admin_thema_paar_veld_label,
	veld_uitleg: m.admin_thema_paar_veld_uitleg,
	veld_fout: m.admin_thema_paar_veld_fout,
	veldrand: m.admin_thema_paar_veldrand,
	focusring: m.admin_thema_paar_focusring
};
export const themeRefusalWords = {
	html: m.admin_thema_fout_html,
	adres: m.admin_thema_fout_adres,
	leeg: m.admin_thema_fout_leeg,
	vorm: m.admin_thema_fout_vorm,
	contrast: m.admin_thema_fout_contrast,
	verouderd: m.admin_thema_fout_verouderd,
	geen_vorig: m.admin_thema_fout_geen_vorig
};
export const colourFields = [
	['accent', m.admin_thema_accent],
	['opAccent', m.admin_thema_op_accent],
	['tekst', m.admin_thema_tekst],
	['link', m.admin_thema_link],
	['pagina', m.admin_thema_pagina],
	['kop', m.admin_thema_kop]
] as const;
export const fontWords = {
	systeem: m.admin_thema_letter_systeem,
	verdana: () => 'Verdana',
	arial: () => 'Arial',
	georgia: () => 'Georgia'
};
export const radiusWords = {
	recht: m.admin_thema_hoeken_recht,
	klein: m.admin_thema_hoeken_klein,
	rond: m.admin_thema_hoeken_rond
};

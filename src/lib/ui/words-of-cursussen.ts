import type { Betaler, Kostenpost } from '#lib/domain/cursussen/geld.ts';
import type { CriteriumCode, Oordeel, PassingReden } from '#lib/domain/cursussen/passing.ts';
import type { Dagdeel } from '#lib/domain/cursussen/vraag.ts';
import type { CursusInbegrepen, CursusNiveau } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';
import { say } from './say.ts';
import { partWords } from './words-of-appointments.ts';
import type { Words } from './words.ts';

type Said = typeof m.cursus_geheel_past;

export const oordeelWords: Record<Oordeel, { message: Said; state: 'done' | 'waiting' | 'later' | 'question'; icon: PictogramName }> = {
	past: { message: m.cursus_geheel_past, state: 'done', icon: 'done' },
	deels: { message: m.cursus_geheel_deels, state: 'waiting', icon: 'halfway' },
	niet: { message: m.cursus_geheel_niet, state: 'later', icon: 'wrong' },
	onbekend: { message: m.cursus_geheel_onbekend, state: 'question', icon: 'question' }
}; // prettier-ignore
/** How the whole course fits; what nobody knows is part of the answer. */
export const geheelWords = ({ geheel, onbekend }: { geheel: Oordeel; onbekend: number }) =>
	geheel === 'past' && onbekend > 0
		? ({ message: m.cursus_geheel_zover_bekend, state: 'question', icon: 'done' } as const)
		: oordeelWords[geheel];
export const criteriumWords: Record<CriteriumCode, { message: Said; icon: PictogramName }> = {
	route: { message: m.pip_veld_leerroute, icon: 'route' },
	niveau: { message: m.cursus_c_niveau, icon: 'goal' },
	dagen: { message: m.cursus_c_dagen, icon: 'calendar' },
	reis: { message: m.cursus_c_reis, icon: 'travel' },
	opvang: { message: m.cursus_c_opvang, icon: 'care' },
	start: { message: m.cursus_c_start, icon: 'forward' },
	keurmerk: { message: m.cursus_c_keurmerk, icon: 'signing' },
	termijn: { message: m.cursus_c_termijn, icon: 'term' },
	uren: { message: m.cursus_c_uren, icon: 'hours' }
};

/** What a reason needs to be said. */
type Reason = { reden: PassingReden; minuten?: string; uren?: string };
const reis = ({ minuten = '' }: Reason) => say(m.cursus_r_reis, { minuten });
const past = () => say(m.cursus_r_past);
const nietGezegd = () => say(m.cursus_r_niet_ingevuld);
const vraagSchool = () => say(m.cursus_r_vraag_school);
const inPlan = () => say(m.cursus_r_in_plan);
const redenen: Record<PassingReden, (reason: Reason) => Words> = {
	route_past: past,
	route_anders: () => say(m.cursus_r_andere_route),
	route_onbekend: inPlan,
	alfabetisering_niet_in_plan: () => say(m.cursus_r_alfabetisering),
	niveau_past: past,
	niveau_begint_hoger: () => say(m.cursus_r_begint_hoger),
	niveau_te_hoog: () => say(m.cursus_r_te_hoog),
	niveau_al_gehaald: () => say(m.cursus_r_al_gehaald),
	niveau_doel_lager: () => say(m.cursus_r_doel_lager),
	niveau_niet_gezegd: nietGezegd,
	dagen_passen: past,
	dagen_deels: () => say(m.cursus_r_dagen_deels),
	dagen_passen_niet: () => say(m.cursus_r_dagen_niet),
	dagen_niet_gezegd: nietGezegd,
	rooster_onbekend: vraagSchool,
	reis_past: reis,
	reis_iets_verder: reis,
	reis_te_ver: reis,
	reis_online: () => say(m.cursus_r_online),
	reis_niet_gezegd: nietGezegd,
	reis_onbekend: vraagSchool,
	opvang_is_er: () => say(m.cursus_r_opvang_ja),
	opvang_niet_nodig: () => say(m.cursus_r_opvang_niet_nodig),
	opvang_geen: () => say(m.cursus_r_opvang_nee),
	opvang_niet_gezegd: nietGezegd,
	opvang_onbekend: vraagSchool,
	start_op_tijd: () => say(m.cursus_r_begint),
	start_elke_week: () => say(m.cursus_r_elke_week),
	start_later: () => say(m.cursus_r_begint),
	start_voorbij: () => say(m.cursus_r_geen_start),
	start_onbekend: vraagSchool,
	keurmerk_geldig: () => say(m.cursus_r_keurmerk),
	keurmerk_loopt_af: () => say(m.cursus_r_keurmerk_stopt),
	keurmerk_verlopen: () => say(m.cursus_r_keurmerk_verlopen),
	keurmerk_geen: () => say(m.cursus_r_keurmerk_geen),
	keurmerk_geen_lening: () => say(m.cursus_r_keurmerk_vraag),
	keurmerk_vraag_erkenning: () => say(m.cursus_r_erkend),
	keurmerk_onbekend: vraagSchool,
	termijn_ruim: () => say(m.cursus_r_op_tijd),
	termijn_krap: () => say(m.cursus_r_krap),
	termijn_te_laat: () => say(m.cursus_r_te_laat),
	termijn_onbekend: inPlan,
	tempo_onbekend: vraagSchool,
	uren_genoeg: () => say(m.cursus_r_uren_genoeg),
	uren_te_weinig: ({ uren = '' }) => say(m.cursus_r_uren_tekort, { uren }),
	uren_klaar: () => say(m.cursus_r_uren_klaar),
	uren_gedaan_onbekend: inPlan,
	uren_onbekend: vraagSchool
};
/** Why a course fits on one point, or not; a day that belongs to it stands behind these words. */
export const redenWords = (reason: Reason): Words => redenen[reason.reden](reason);

export const inbegrepenWords: Record<CursusInbegrepen, Said> = {
	boeken: m.cursus_in_boeken,
	knm: m.cursus_in_knm,
	oefenexamens: m.cursus_in_oefenexamens,
	examens: m.cursus_in_examens,
	kinderopvang: m.cursus_c_opvang,
	rekenen: m.cursus_in_rekenen,
	studievaardigheden: m.cursus_in_studievaardigheden,
	intake: m.cursus_in_intake,
	online_oefenen: m.cursus_in_online_oefenen,
	taalmaatje: m.cursus_in_taalmaatje
};
const codes: Record<Exclude<CursusNiveau, 'alfa' | 'a0'>, string> = {
	a1: 'A1',
	a2: 'A2',
	b1: 'B1',
	b2: 'B2'
};
export const niveauWords = (niveau: CursusNiveau): Words =>
	niveau === 'alfa' ? say(m.cursus_niveau_alfa) : niveau === 'a0' ? say(m.cursus_niveau_a0) : codes[niveau];
export const dagdeelWords: Record<Dagdeel, Said> = {
	ochtend: partWords.ochtend.message,
	middag: partWords.middag.message,
	avond: partWords.avond.message
};
export const kostenpostWords: Record<Kostenpost, { message: Said; icon: PictogramName }> = {
	cursus: { message: m.cursus_k_cursus, icon: 'course' },
	examens: { message: m.cursus_in_examens, icon: 'exam' },
	module_map: { message: m.meter_module_map_praktijk, icon: 'moduleMap' },
	pvt: { message: m.meter_pvt, icon: 'pvt' },
	intake: { message: m.cursus_w_gesprekken, icon: 'talk' },
	begeleiding: { message: m.pip_thema_begeleiding, icon: 'begeleiding' }
};
export const betalerWords: Record<
	Exclude<Betaler, 'rijk' | 'niemand'>,
	{ message: Said; icon: PictogramName }
> = {
	zelf: { message: m.cursus_w_zelf, icon: 'person' },
	gemeente: { message: m.cursus_w_gemeente, icon: 'town' }
};
/** What to ask a school before signing, and what to watch out for: said at a desk in Dutch. */
export const schoolvragen: readonly Said[] = [
	m.cursus_q_keurmerk,
	m.cursus_q_prijs,
	m.cursus_q_boeken,
	m.cursus_q_uren,
	m.cursus_q_groep,
	m.cursus_q_start,
	m.cursus_q_ziek,
	m.cursus_q_stoppen,
	m.cursus_q_slagen,
	m.cursus_q_proefles
];
export const waarschuwingen: readonly Said[] = [
	m.cursus_x_vandaag,
	m.cursus_x_ineens,
	m.cursus_x_digid,
	m.cursus_x_leeg,
	m.cursus_x_belofte,
	m.cursus_x_stoppen,
	m.cursus_x_contract,
	m.cursus_x_keurmerk
];

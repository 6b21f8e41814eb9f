import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { StapCode } from '#lib/domain/volgendeStap.ts';
import type { Begrip } from '#lib/domain/wet/begrippen.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

type Said = typeof m.start_intro;
/** What a page knows of itself, as far as it decides which of these texts it shows. */
type PageData = {
	step?: { code: string };
	begrip?: string;
	next?: unknown;
	term?: { isOver?: boolean } | null;
};
export interface CoreText {
	message: Said;
	/** Id of the route where the text stands. */
	page: string;
	/** Absent: the page always shows it. */
	isShown?: (data: PageData) => boolean;
}

const today = '/(inburgeraar)/vandaag';
const step = (code: StapCode, message: Said): CoreText => ({
	message,
	page: today,
	isShown: (data) => data.step?.code === code
});
const term = (begrip: Begrip, message: Said): CoreText => ({
	message,
	page: '/(public)/uitleg/[begrip]',
	isShown: (data) => data.begrip === begrip
});
const on = (page: string, message: Said): CoreText => ({ message, page });

/**
 * What matters most to somebody who does not read, by the key of its message: recorded in languages that no phone
 * speaks. Whole sentences without a number or a name in them, since a recording cannot fill those in.
 */
export const coreTexts = {
	start_intro: on('/(public)', m.start_intro),
	start_languages: on('/(public)', m.start_languages),
	aanmelden_letter_text: on('/(public)/aanmelden', m.aanmelden_letter_text),
	stap_naar_intake_komen: step('naar_intake_komen', m.stap_naar_intake_komen),
	stap_leerbaarheidstoets_doen: step('leerbaarheidstoets_doen', m.stap_leerbaarheidstoets_doen),
	stap_intake_oproepen: step('intake_oproepen', m.stap_intake_oproepen),
	stap_pip_opstellen: step('pip_opstellen', m.stap_pip_opstellen),
	stap_pip_bekijken: step('pip_bekijken', m.stap_pip_bekijken),
	stap_cursus_kiezen: step('cursus_kiezen', m.stap_cursus_kiezen),
	stap_lessen_beginnen: step('lessen_beginnen', m.stap_lessen_beginnen),
	stap_open_punt_doen: step('open_punt_doen', m.stap_open_punt_doen),
	stap_doorgaan: step('doorgaan', m.stap_doorgaan),
	stap_pvt_uren: step('pvt_uren', m.stap_pvt_uren),
	stap_pvt_activiteit_of_excursie: step('pvt_activiteit_of_excursie', m.stap_pvt_activiteit_of_excursie),
	stap_pvt_ondertekening: step('pvt_ondertekening', m.stap_pvt_ondertekening),
	stap_module_map_praktijk: step('module_map_praktijk', m.stap_module_map_praktijk),
	stap_module_map_themas: step('module_map_themas', m.stap_module_map_themas),
	stap_z_cursus: step('z_cursus', m.stap_z_cursus),
	stap_z_participatie: step('z_participatie', m.stap_z_participatie),
	stap_gesprek_plannen: step('gesprek_plannen', m.stap_gesprek_plannen),
	stap_verlenging_aanvragen: step('verlenging_aanvragen', m.stap_verlenging_aanvragen),
	stap_wacht_op_kennisgeving_duo: step('wacht_op_kennisgeving_duo', m.stap_wacht_op_kennisgeving_duo),
	stap_consulent_bellen: step('consulent_bellen', m.stap_consulent_bellen),
	stap_klaar: step('klaar', m.stap_klaar),
	vandaag_geen_afspraak: { message: m.vandaag_geen_afspraak, page: today, isShown: (data) => !data.next },
	vandaag_termijn_voorbij: {
		message: m.vandaag_termijn_voorbij,
		page: today,
		isShown: (data) => data.term?.isOver ?? false
	},
	voortgang_full: on('/(inburgeraar)/voortgang', m.voortgang_full),
	afspraak_ik_kan_niet: on('/(inburgeraar)/afspraken/[id]', m.afspraak_ik_kan_niet),
	afspraak_waarom: on('/(inburgeraar)/afspraken/[id]/antwoord', m.afspraak_waarom),
	uren_dispute_title: on('/(inburgeraar)/voortgang/uren/[uur]', m.uren_dispute_title),
	vragen_waarover: on('/(inburgeraar)/vragen', m.vragen_waarover),
	vragen_geen_spoed: on('/(inburgeraar)/vragen', m.vragen_geen_spoed),
	instellingen_hulp_title: on('/(inburgeraar)/instellingen', m.instellingen_hulp_title),
	uitleg_pip_wat: term('pip', m.uitleg_pip_wat),
	uitleg_pip_doen: term('pip', m.uitleg_pip_doen),
	uitleg_map_wat: term('map', m.uitleg_map_wat),
	uitleg_map_doen: term('map', m.uitleg_map_doen),
	uitleg_pvt_wat: term('pvt', m.uitleg_pvt_wat),
	uitleg_pvt_doen: term('pvt', m.uitleg_pvt_doen),
	uitleg_inburgeringstermijn_u: term('inburgeringstermijn', m.uitleg_inburgeringstermijn_u),
	uitleg_inburgeringstermijn_doen: term('inburgeringstermijn', m.uitleg_inburgeringstermijn_doen),
	uitleg_voortgangsgesprek_wat: term('voortgangsgesprek', m.uitleg_voortgangsgesprek_wat),
	uitleg_voortgangsgesprek_doen: term('voortgangsgesprek', m.uitleg_voortgangsgesprek_doen)
} satisfies Record<string, CoreText>;

export type CoreKey = keyof typeof coreTexts;
export const isCoreKey = (key: string): key is CoreKey => Object.hasOwn(coreTexts, key);

const entries = Object.entries(coreTexts) as [CoreKey, CoreText][];

/** The texts with what they say in a language; only those of one route when that is given. */
export const spokenTexts = (locale: LocaleId, page?: string): { key: CoreKey; text: string }[] =>
	entries
		.filter(([, core]) => page === undefined || core.page === page)
		.map(([key, { message }]) => ({ key, text: message({}, { locale: locale as Locale }) }));

/** Whether the page, with this data, shows the text. */
export const isOnPage = (key: CoreKey, data: PageData): boolean =>
	(coreTexts[key] as CoreText).isShown?.(data) ?? true;

import { page } from '$app/state';
import { dingen, slotKind, stockKey, type stockZinnen, type Ding, type ReadSlot, type ReadZin, type StockZin, type TranslationState, type ZinKind } from '#lib/domain/zinnen.ts'; // prettier-ignore
import type { SlotKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { setApart } from './isolated.ts';
import type { Words } from './words.ts';
import { bringWords } from './words-of-appointments.ts';
import { fieldErrorWords } from './words-of-appointments-admin.ts';

type Slots<K extends StockZin> = Record<(typeof stockZinnen)[K]['slots'][number], string>;
type Sentence<I> = (inputs: I, options?: { locale?: Locale }) => string;
/** The common stock in words. A phrase without a message, or with other slots than its message, fails the type check. */
const stockWords: { [K in StockZin]: Sentence<Slots<K>> } = {
	reden_cursus_moeilijk: m.zin_reden_cursus_moeilijk,
	reden_cursus_makkelijk: m.zin_reden_cursus_makkelijk,
	reden_andere_school: m.zin_reden_andere_school,
	reden_werk: m.zin_reden_werk,
	reden_kind: m.zin_reden_kind,
	reden_ziek: m.zin_reden_ziek,
	reden_besproken: m.zin_reden_besproken,
	reden_uw_vraag: m.zin_reden_uw_vraag,
	afspraak_over_werk: m.zin_afspraak_over_werk,
	afspraak_over_lessen: m.zin_afspraak_over_lessen,
	afspraak_over_plan: m.zin_afspraak_over_plan,
	afspraak_over_geld: m.zin_afspraak_over_geld,
	afspraak_neem_mee: m.zin_afspraak_neem_mee,
	afspraak_kom_eerder: m.zin_afspraak_kom_eerder,
	afspraak_iemand_mee: m.zin_afspraak_iemand_mee,
	afspraak_kinderen_mee: m.zin_afspraak_kinderen_mee,
	afspraak_duur: m.zin_afspraak_duur,
	afspraak_balie: m.zin_afspraak_balie,
	afspraak_persoon_ziek: m.zin_afspraak_persoon_ziek,
	afspraak_tolk: m.zin_afspraak_tolk,
	afspraak_niet_komen: m.zin_afspraak_niet_komen,
	afspraak_andere_plaats: m.zin_afspraak_andere_plaats,
	afspraak_verplaatst: m.zin_afspraak_verplaatst,
	afspraak_plaats_niet_vrij: m.zin_afspraak_plaats_niet_vrij,
	antwoord_ik_bel: m.zin_antwoord_ik_bel,
	antwoord_kom: m.zin_antwoord_kom,
	antwoord_cursus_begint: m.zin_antwoord_cursus_begint,
	antwoord_ik_vraag_school: m.zin_antwoord_ik_vraag_school,
	antwoord_brief_ontvangen: m.zin_antwoord_brief_ontvangen,
	antwoord_duurt_nog: m.zin_antwoord_duurt_nog,
	antwoord_uren_kloppen: m.zin_antwoord_uren_kloppen,
	antwoord_persoon_helpt: m.zin_antwoord_persoon_helpt,
	antwoord_niets_doen: m.zin_antwoord_niets_doen,
	antwoord_ik_maak_afspraak: m.zin_antwoord_ik_maak_afspraak,
	pip_oefen_thuis: m.zin_pip_oefen_thuis,
	pip_taalmaatje: m.zin_pip_taalmaatje,
	pip_lessen: m.zin_pip_lessen,
	pip_lezen: m.zin_pip_lezen,
	pip_vrijwilligerswerk: m.zin_pip_vrijwilligerswerk,
	pip_werkervaring: m.zin_pip_werkervaring,
	pip_praktijkplek: m.zin_pip_praktijkplek,
	pip_kinderopvang: m.zin_pip_kinderopvang,
	pip_examen: m.zin_pip_examen,
	bericht_welkom: m.zin_bericht_welkom,
	bericht_plan_klaar: m.zin_bericht_plan_klaar,
	bericht_geen_les: m.zin_bericht_geen_les,
	bericht_les_andere_tijd: m.zin_bericht_les_andere_tijd,
	bericht_nieuwe_consulent: m.zin_bericht_nieuwe_consulent,
	bericht_ik_ben_weg: m.zin_bericht_ik_ben_weg,
	bericht_goed_gedaan: m.zin_bericht_goed_gedaan,
	bericht_gemist: m.zin_bericht_gemist,
	advies_past: m.zin_advies_past,
	advies_keurmerk: m.zin_advies_keurmerk,
	advies_geen_keurmerk: m.zin_advies_geen_keurmerk,
	advies_te_laat: m.zin_advies_te_laat,
	advies_te_hoog: m.zin_advies_te_hoog,
	advies_goedkoper: m.zin_advies_goedkoper,
	advies_proefles: m.zin_advies_proefles,
	advies_nog_niet_tekenen: m.zin_advies_nog_niet_tekenen,
	advies_inschrijven: m.zin_advies_inschrijven,
	advies_samen_kiezen: m.zin_advies_samen_kiezen,
	advies_zelf_kiezen: m.zin_advies_zelf_kiezen
};
type Said = typeof m.zin_ding_bankpas;
const dingWords: Record<Ding, Said> = {
	identiteitsbewijs: bringWords.identiteitsbewijs.message,
	brief: bringWords.brief.message,
	pen_en_papier: bringWords.pen_en_papier.message,
	bril: bringWords.bril.message,
	telefoon: bringWords.telefoon.message,
	diploma: bringWords.diploma.message,
	eten: bringWords.eten.message,
	werkkleding: bringWords.werkkleding.message,
	bankpas: m.zin_ding_bankpas,
	contract: m.zin_ding_contract,
	lesboek: m.zin_ding_lesboek,
	rapport: m.zin_ding_rapport
};
const slotWords: Record<SlotKind, Said> = {
	day: m.admin_zin_plek_dag,
	time: m.admin_zin_plek_tijd,
	place: m.admin_zin_plek_plaats,
	person: m.admin_zin_plek_persoon,
	thing: m.admin_zin_plek_ding,
	minutes: m.admin_zin_plek_minuten
};
export const zinKindWords: Record<ZinKind, Said> = {
	antwoord: m.admin_zin_soort_antwoord,
	bericht: m.admin_zin_soort_bericht,
	afspraak: m.admin_zin_soort_afspraak,
	afspraak_in_pip: m.admin_zin_soort_afspraak_in_pip,
	reden: m.admin_zin_soort_reden,
	advies: m.admin_zin_soort_advies
};
export const translationStateWords: Record<TranslationState, Said> = {
	missing: m.admin_zin_staat_missing,
	machine: m.admin_zin_staat_machine,
	translated: m.admin_zin_staat_translated,
	reviewed: m.admin_zin_staat_reviewed,
	outdated: m.admin_zin_staat_outdated
};

/** What the field of a slot is called; for a second one of its kind with its number. */
export function slotLabel(name: string): string {
	const word = slotWords[slotKind(name) ?? 'place']();
	return [word.charAt(0).toUpperCase() + word.slice(1), /\d$/.exec(name)?.[0]].filter(Boolean).join(' ');
}
export const dingOptions = () => dingen.map((ding) => ({ value: ding, text: dingWords[ding]() }));

/** A slot as the reader sees it; what is not filled in yet as its name between brackets. */
function slotText(name: string, slot: ReadSlot, locale: Locale): string {
	const { kind, value } = slot;
	if (value === undefined) return `[${slotWords[kind]({}, { locale: 'nl' })}]`;
	if (kind === 'day') return (locale === 'nl' ? slot.nl : slot.own) ?? value;
	if (kind === 'thing') return dingWords[value as Ding]?.({}, { locale }) ?? value;
	if (kind === 'minutes') return m.pip_minuten({ count: Number(value) }, { locale });
	return kind === 'time' ? value : setApart(value);
}

function textIn({ zin, slots }: Pick<ReadZin, 'zin' | 'slots'>, locale: Locale, text: string | undefined): string | undefined {
	const words = Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slotText(name, slot, locale)]));
	const key = stockKey(zin);
	if (key) return (stockWords[key] as Sentence<Record<string, string>>)(words, { locale });
	return text?.replaceAll(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot);
} // prettier-ignore

/** The Dutch of a phrase, used or to be chosen. */
export const dutchOf = (zin: Pick<ReadZin, 'zin' | 'slots' | 'texts'>): string =>
	textIn(zin, 'nl', zin.texts?.nl) ?? '';

/** A used phrase in the language of its reader and in Dutch. `own` is absent when there is no translation: show the Dutch, marked. */
export function saidZin(zin: ReadZin): { own?: string; nl: string; state: TranslationState } {
	const own = zin.locale === 'nl' ? undefined : textIn(zin, zin.locale, zin.texts?.own);
	return { own, nl: dutchOf(zin), state: zin.state };
}

/** The same for the reader of this page: the Dutch beside it when that is switched on. */
export function zinWords(zin: ReadZin): Words {
	const { own, nl } = saidZin(zin);
	if (zin.locale === 'nl') return nl;
	return page.data.hasDutchBeside || own === undefined ? { own, nl } : own;
}

const phraseErrors: Record<string, () => string> = { plekken: m.admin_zinnen_fout_plekken, eerder: m.admin_afspraak_eerder }; // prettier-ignore
/** What is wrong with a text of the phrase-book, from its code. */
export const phraseErrorWords = (code: string | undefined): string | undefined =>
	code && phraseErrors[code] ? phraseErrors[code]() : fieldErrorWords(code);

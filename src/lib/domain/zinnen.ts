import { bringItems, type BringItem, type LocaleId, type phraseKinds, type SlotKind, type translationStates, type ZinGebruik } from './vocabulary.ts'; // prettier-ignore

export type ZinKind = (typeof phraseKinds)[number];
export type TranslationState = (typeof translationStates)[number];

/** The slots of a phrase by their Dutch name, as it is written in the text: `Ik bel u op {dag} om {tijd}.` */
export const slotNames = { dag: 'day', tijd: 'time', plaats: 'place', persoon: 'person', ding: 'thing', minuten: 'minutes' } as const satisfies Record<string, SlotKind>; // prettier-ignore
export type SlotName = keyof typeof slotNames;

/** The common stock: sentences that exist in every language as message `zin_<key>`. A key is never removed. */
export const stockZinnen = {
	reden_cursus_moeilijk: { kind: 'reden', slots: [] },
	reden_cursus_makkelijk: { kind: 'reden', slots: [] },
	reden_andere_school: { kind: 'reden', slots: ['plaats'] },
	reden_werk: { kind: 'reden', slots: [] },
	reden_kind: { kind: 'reden', slots: [] },
	reden_ziek: { kind: 'reden', slots: [] },
	reden_besproken: { kind: 'reden', slots: ['dag'] },
	reden_uw_vraag: { kind: 'reden', slots: [] },
	afspraak_over_werk: { kind: 'afspraak', slots: [] },
	afspraak_over_lessen: { kind: 'afspraak', slots: [] },
	afspraak_over_plan: { kind: 'afspraak', slots: [] },
	afspraak_over_geld: { kind: 'afspraak', slots: [] },
	afspraak_neem_mee: { kind: 'afspraak', slots: ['ding'] },
	afspraak_kom_eerder: { kind: 'afspraak', slots: [] },
	afspraak_iemand_mee: { kind: 'afspraak', slots: [] },
	afspraak_kinderen_mee: { kind: 'afspraak', slots: [] },
	afspraak_duur: { kind: 'afspraak', slots: ['minuten'] },
	afspraak_balie: { kind: 'afspraak', slots: ['persoon'] },
	afspraak_persoon_ziek: { kind: 'afspraak', slots: ['persoon'] },
	afspraak_tolk: { kind: 'afspraak', slots: [] },
	afspraak_niet_komen: { kind: 'afspraak', slots: [] },
	afspraak_andere_plaats: { kind: 'afspraak', slots: ['plaats'] },
	afspraak_verplaatst: { kind: 'afspraak', slots: ['dag', 'tijd'] },
	afspraak_plaats_niet_vrij: { kind: 'afspraak', slots: ['plaats'] },
	antwoord_ik_bel: { kind: 'antwoord', slots: ['dag', 'tijd'] },
	antwoord_kom: { kind: 'antwoord', slots: ['dag', 'tijd', 'plaats'] },
	antwoord_cursus_begint: { kind: 'antwoord', slots: ['dag', 'plaats'] },
	antwoord_ik_vraag_school: { kind: 'antwoord', slots: ['dag'] },
	antwoord_brief_ontvangen: { kind: 'antwoord', slots: [] },
	antwoord_duurt_nog: { kind: 'antwoord', slots: ['dag'] },
	antwoord_uren_kloppen: { kind: 'antwoord', slots: [] },
	antwoord_persoon_helpt: { kind: 'antwoord', slots: ['persoon'] },
	antwoord_niets_doen: { kind: 'antwoord', slots: [] },
	antwoord_ik_maak_afspraak: { kind: 'antwoord', slots: [] },
	pip_oefen_thuis: { kind: 'afspraak_in_pip', slots: ['minuten'] },
	pip_taalmaatje: { kind: 'afspraak_in_pip', slots: ['minuten'] },
	pip_lessen: { kind: 'afspraak_in_pip', slots: [] },
	pip_lezen: { kind: 'afspraak_in_pip', slots: ['minuten'] },
	pip_vrijwilligerswerk: { kind: 'afspraak_in_pip', slots: ['plaats'] },
	pip_werkervaring: { kind: 'afspraak_in_pip', slots: ['dag', 'plaats'] },
	pip_praktijkplek: { kind: 'afspraak_in_pip', slots: ['dag'] },
	pip_kinderopvang: { kind: 'afspraak_in_pip', slots: [] },
	pip_examen: { kind: 'afspraak_in_pip', slots: ['dag'] },
	bericht_welkom: { kind: 'bericht', slots: [] },
	bericht_plan_klaar: { kind: 'bericht', slots: [] },
	bericht_geen_les: { kind: 'bericht', slots: ['dag'] },
	bericht_les_andere_tijd: { kind: 'bericht', slots: ['tijd'] },
	bericht_nieuwe_consulent: { kind: 'bericht', slots: ['persoon'] },
	bericht_ik_ben_weg: { kind: 'bericht', slots: ['dag', 'persoon'] },
	bericht_goed_gedaan: { kind: 'bericht', slots: [] },
	bericht_gemist: { kind: 'bericht', slots: [] },
	advies_past: { kind: 'advies', slots: [] },
	advies_keurmerk: { kind: 'advies', slots: [] },
	advies_geen_keurmerk: { kind: 'advies', slots: [] },
	advies_te_laat: { kind: 'advies', slots: [] },
	advies_te_hoog: { kind: 'advies', slots: [] },
	advies_goedkoper: { kind: 'advies', slots: [] },
	advies_proefles: { kind: 'advies', slots: [] },
	advies_nog_niet_tekenen: { kind: 'advies', slots: [] },
	advies_inschrijven: { kind: 'advies', slots: ['dag'] },
	advies_samen_kiezen: { kind: 'advies', slots: [] },
	advies_zelf_kiezen: { kind: 'advies', slots: [] }
} as const satisfies Record<string, { kind: ZinKind; slots: readonly SlotName[] }>;
export type StockZin = keyof typeof stockZinnen;

/** What can stand in a slot for a thing: words that exist in every language. */
export const dingen = [...bringItems.filter((item) => item !== 'tolk_mag_mee'), 'bankpas', 'contract', 'lesboek', 'rapport'] as Ding[]; // prettier-ignore
export type Ding = Exclude<BringItem, 'tolk_mag_mee'> | 'bankpas' | 'contract' | 'lesboek' | 'rapport';

const prefix = 'stock:';
export const stockId = (key: StockZin): string => `${prefix}${key}`;
/** The key of a phrase of the common stock; undefined for a municipal one, and for what was never in the stock. */
export function stockKey(zin: string): StockZin | undefined {
	const key = zin.startsWith(prefix) ? zin.slice(prefix.length) : '';
	return Object.hasOwn(stockZinnen, key) ? (key as StockZin) : undefined;
}

/** What stands between braces in a text, in order, each once. */
export const slotsIn = (text: string): string[] => [
	...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? ''))
];
const bare = (name: string) => name.replace(/[2-9]$/, '');
/** The kind of a slot by its name: `dag` and, where a sentence has a second day, `dag2`. Undefined: no such slot. */
export function slotKind(name: string): SlotKind | undefined {
	const found = bare(name);
	return Object.hasOwn(slotNames, found) ? slotNames[found as SlotName] : undefined;
}
/** Whether the braces of a text are all slots that exist. */
export const hasOnlySlots = (text: string): boolean =>
	!/[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, '')) && slotsIn(text).every(slotKind);

/** What stands in a slot: `own` and `nl` where they differ per language; absent: nothing was filled in yet. */
export interface ReadSlot {
	kind: SlotKind;
	value?: string;
	own?: string;
	nl?: string;
}
/**
 * A used phrase, ready for the words of `lib/ui/words-of-zinnen.ts`: the stock has messages, a municipal phrase brings
 * its texts along, `own` only when there is a translation that fits the Dutch.
 */
export interface ReadZin {
	zin: string;
	/** The language of the reader. */
	locale: LocaleId;
	slots: Record<string, ReadSlot>;
	texts: { nl: string; own?: string } | null;
	/** How far the translation for the reader is. */
	state: TranslationState;
}

/** A line of the phrase-book. */
export type BookZin = ReadZin & { kind: ZinKind; isActive: boolean; isStock: boolean };
/** Used phrases ready for one reader, by `zinSleutel`. */
export type ZinTeksten = Record<string, ReadZin>;
export const zinSleutel = ({ zin, slots }: ZinGebruik): string =>
	JSON.stringify([zin, Object.entries(slots).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** A phrase that can be chosen. */
export type ZinOption = Pick<ReadZin, 'zin' | 'slots' | 'texts'> & { kind: ZinKind };
/** One phrase in a form: what was typed in its slots, and how it reads so far. */
export interface ZinRow {
	zin: string;
	slots: { name: string; kind: SlotKind; typed: string }[];
	read: ReadZin;
}
/** What ZinnenKiezer shows. */
export interface ZinKeuze {
	options: ZinOption[];
	rows: ZinRow[];
	/** The language of who will read it; absent: several people. */
	locale: LocaleId;
}

import type { PipAfspraak, PipVeld, RouteStap, Waarde } from '#lib/domain/pipVelden.ts';
import { pipVelden } from '#lib/domain/pipVelden.ts';
import { einddoelen, leerroutes, vasteLasten, type ZinGebruik } from '#lib/domain/vocabulary.ts';
import { zinSleutel, type ZinTeksten } from '#lib/domain/zinnen.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Fact } from '../Facts.svelte';
import { leerrouteWords } from '../words-of-people.ts';
import { deelWords, einddoelWords, lastWords, stapWords, uitvoerderWords } from '../words-of-pip.ts';
import { saidZin } from '../words-of-zinnen.ts';
import type { Words } from '../words.ts';

/** Who reads: the participant, or staff who look at the plan as the participant sees it. */
export type Reader = {
	locale: Locale;
	hasDutchBeside: boolean;
	/** Every phrase that the versions of this page use, ready for this reader. */
	zinnen: ZinTeksten;
};
export type In = { locale: Locale };
/** The end of the term; `rest`: how long from today, null on the last day and after it. */
export type Termijn = {
	laatsteDag: string;
	bron: 'duo' | 'berekend' | null;
	isVerstreken: boolean;
	rest: { maanden: number; dagen: number } | null;
};

/** A sentence in the language of the reader, with the Dutch beside it when the reader has that on. */
export function both(reader: Reader, text: (language: In) => string): Words {
	const own = text({ locale: reader.locale });
	if (reader.locale === 'nl' || !reader.hasDutchBeside) return own;
	return { own, nl: text({ locale: 'nl' }) };
}

/** `14-03-2028` from YYYY-MM-DD: the same digits in every language; components keep them left to right. */
export const dag = (iso: string): string => iso.split('-').reverse().join('-');

const joined = (parts: string[], language: In): string =>
	parts.reduce((a, b) => (a ? m.pip_en({ a, b }, language) : b), '');

/** `6 uur`, `45 minuten`, `2 uur en 30 minuten`. */
export function uren(minutes: number, language: In): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	const parts = [];
	if (hours > 0 || rest === 0) parts.push(m.pip_uren({ count: hours }, language));
	if (rest > 0) parts.push(m.pip_minuten({ count: rest }, language));
	return joined(parts, language);
}

/** `1 jaar en 3 maanden`; days only when it is less than three months. */
export function lengte({ maanden, dagen }: { maanden: number; dagen: number }, language: In): string {
	const [years, months] = [Math.floor(maanden / 12), maanden % 12];
	const parts = [];
	if (years > 0) parts.push(m.pip_jaren({ count: years }, language));
	if (months > 0) parts.push(m.pip_maanden({ count: months }, language));
	if (maanden < 3 && (dagen > 0 || maanden === 0)) parts.push(m.pip_dagen({ count: dagen }, language));
	return joined(parts, language);
}

/** Dutch free text and names of schools are shown as they were written. */
export const isVrijeTekst = (veld: PipVeld): boolean => ['tekst', 'persoon'].includes(pipVelden[veld].soort);

export const oneOf = <T extends string>(list: readonly T[], value: Waarde) =>
	list.find((item) => item === value);

/** What a field holds, in words. */
export function waarde(veld: PipVeld, value: Waarde, language: In): string {
	switch (pipVelden[veld].soort) {
		case 'leerroute':
			return words(leerrouteWords, oneOf(leerroutes, value), language);
		case 'einddoel':
			return words(einddoelWords, oneOf(einddoelen, value), language);
		case 'niveau':
			return String(value).toUpperCase();
		case 'minuten':
			return uren(Number(value), language);
		case 'aantal':
			return m.pip_keer({ count: Number(value) }, language);
		case 'ja_nee':
			return value === true ? m.pip_ja({}, language) : m.pip_nee({}, language);
		case 'dag':
			return dag(String(value));
		case 'lasten':
			return vasteLasten
				.filter((last) => (value as readonly string[]).includes(last))
				.map((last) => lastWords[last]({}, language))
				.join(' · ');
		case 'tekst':
		case 'persoon':
			return String(value);
	}
}

function words<K extends string>(
	table: Record<K, typeof m.pip_ja>,
	key: K | undefined,
	language: In
): string {
	return key ? table[key]({}, language) : '';
}

/** How much of an agreement: per week, in total, so many times. */
export function hoeveel(
	afspraak: Pick<PipAfspraak, 'minutenPerWeek' | 'minutenTotaal' | 'aantal'>,
	language: In
): string[] {
	const { minutenPerWeek, minutenTotaal, aantal } = afspraak;
	return [
		...(minutenPerWeek ? [m.pip_per_week({ duur: uren(minutenPerWeek, language) }, language)] : []),
		...(minutenTotaal ? [m.pip_in_totaal({ duur: uren(minutenTotaal, language) }, language)] : []),
		...(aantal ? [m.pip_keer({ count: aantal }, language)] : [])
	];
}

type Periode = Pick<PipAfspraak, 'vanaf' | 'tot' | 'vanafDagen' | 'totDagen'>;
const isAantal = (value: number | null): value is number => value !== null;

/** `14 dagen na de datum van uw plan` */
export const dagenNa = (count: number, language: In): string =>
	m.pip_dagen_na({ dagen: m.pip_dagen({ count }, language) }, language);

/** From when until when in a draft whose dagtekening is not known. */
function relatief({ vanaf, tot, vanafDagen, totDagen }: Periode, language: In): string {
	const said = (day: string | null, count: number | null) =>
		day ? dag(day) : isAantal(count) ? dagenNa(count, language) : '';
	const [from, until] = [said(vanaf, vanafDagen), said(tot, totDagen)];
	const parts = [
		from && m.pip_begint({ wanneer: from }, language),
		until && m.pip_eindigt({ wanneer: until }, language)
	];
	return parts.filter(Boolean).join(' · ');
}

/** Phrases for this reader: in the own language with the Dutch beside it, or the Dutch, marked. */
export function zinWoorden(zinnen: readonly ZinGebruik[] | null, reader: Reader): Words[] {
	return (zinnen ?? []).flatMap((zin): Words[] => {
		const read = reader.zinnen[zinSleutel(zin)];
		if (!read) return [];
		const { own, nl } = saidZin(read);
		if (reader.locale === 'nl') return [nl];
		return [reader.hasDutchBeside || own === undefined ? { own, nl } : own];
	});
}

/** From when until when; empty when neither is known. */
export function periode(afspraak: Periode, language: In): string {
	const { vanaf, tot, vanafDagen, totDagen } = afspraak;
	if ((!vanaf && isAantal(vanafDagen)) || (!tot && isAantal(totDagen))) return relatief(afspraak, language);
	if (vanaf && tot) return m.pip_periode({ vanaf: dag(vanaf), tot: dag(tot) }, language);
	if (vanaf) return m.pip_vanaf({ dag: dag(vanaf) }, language);
	return tot ? m.pip_tot({ dag: dag(tot) }, language) : '';
}

/** An agreement as a list of pictures and short texts. */
export function feitenVan(afspraak: PipAfspraak, reader: Reader): Fact[] {
	const label = (naam: keyof typeof deelWords) => deelWords[naam]({}, { locale: reader.locale });
	const facts: Fact[] = hoeveel(afspraak, { locale: reader.locale }).map((_, n) => ({
		icon: 'clock',
		words: both(reader, (language) => hoeveel(afspraak, language)[n] ?? '')
	}));
	if (afspraak.metWie) facts.push({ icon: 'person', label: label('metWie'), words: { nl: afspraak.metWie } });
	if (afspraak.plaats) facts.push({ icon: 'place', label: label('plaats'), words: { nl: afspraak.plaats } });
	if (periode(afspraak, reader))
		facts.push({ icon: 'calendar', words: both(reader, (language) => periode(afspraak, language)) });
	const wie = uitvoerderWords[afspraak.uitvoerder];
	return [...facts, { icon: wie.icon, words: both(reader, (language) => wie.message({}, language)) }];
}

/** So many of so many, where a step is counted. */
export function teller({ code, teller: count }: RouteStap, language: In): string {
	if (!count) return '';
	return code === 'examens'
		? m.pip_teller_examens(count, language)
		: m.pip_teller_gesprekken(count, language);
}

/** How a step or a day that matters stands. A passed end date never says that it is too late. */
export function staat(stap: RouteStap, language: In): string {
	if (stap.isMijlpaal)
		return stap.staat === 'klaar' ? m.pip_staat_voorbij({}, language) : m.pip_staat_komt({}, language);
	if (stap.staat === 'klaar') return m.pip_staat_klaar({}, language);
	return stap.staat === 'nu' ? m.pip_staat_nu({}, language) : m.pip_staat_later({}, language);
}

export const titel = (stap: RouteStap, language: In): string => stapWords[stap.code].message({}, language);

/** An agreement in one line, for staff: how much, with whom, where, when and who does it. */
export const inEenRegel = (afspraak: PipAfspraak, reader: Reader): string =>
	[
		...[...hoeveel(afspraak, reader), afspraak.metWie, afspraak.plaats, periode(afspraak, reader)],
		uitvoerderWords[afspraak.uitvoerder].short({}, reader)
	]
		.filter(Boolean)
		.join(' · ');

import type { PipAfspraak, Waarde, Wijziging } from '#lib/domain/pipVelden.ts';
import { afspraakSoorten, pipThemas, uitvoerders, type ZinGebruik } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { deelWords, soortWords, themaWords, uitvoerderWords, veldWords } from '../words-of-pip.ts';
import { ownOf, type Words } from '../words.ts';
import {
	both,
	dag,
	dagenNa,
	hoeveel,
	isVrijeTekst,
	oneOf,
	periode,
	uren,
	waarde,
	zinWoorden,
	type In,
	type Reader
} from './phrases.ts';

export type Change = { label: Words; before?: string; after?: string; lang?: string };

/** What one part of an agreement holds, in words. */
function deel(
	naam: Extract<Wijziging, { wat: 'afspraak_deel' }>['deel'],
	value: Waarde,
	language: Reader
): string {
	switch (naam) {
		case 'minutenPerWeek':
		case 'minutenTotaal':
			return uren(Number(value), language);
		case 'aantal':
			return m.pip_keer({ count: Number(value) }, language);
		case 'vanaf':
		case 'tot':
			return dag(String(value));
		case 'thema':
			return themaWords[oneOf(pipThemas, value) ?? 'begeleiding'].message({}, language);
		case 'soort':
			return soortWords[oneOf(afspraakSoorten, value) ?? 'eigen_afspraak'].message({}, language);
		case 'uitvoerder':
			return uitvoerderWords[oneOf(uitvoerders, value) ?? 'samen'].message({}, language);
		case 'vanafDagen':
		case 'totDagen':
			return dagenNa(Number(value), language);
		case 'zinnen':
			return zinWoorden(value as readonly ZinGebruik[], language)
				.map(ownOf)
				.join(' ');
		case 'metWie':
		case 'plaats':
		case 'toelichting':
			return String(value);
	}
}

/** One difference between two versions as a line: what it is about, what stood there and what stands there now. */
export function regel(wijziging: Wijziging, reader: Reader): Change {
	const language = { ...reader, hasDutchBeside: false };
	const soortVan = (afspraak: PipAfspraak, o: In) => soortWords[afspraak.soort].message({}, o);
	const said = (value: Waarde, text: () => string) =>
		value === null ? m.pip_geen_waarde({}, language) : text();
	switch (wijziging.wat) {
		case 'veld': {
			const { veld, van, naar } = wijziging;
			return {
				label: both(reader, (o) => veldWords[veld]({}, o)),
				before: said(van, () => waarde(veld, van, language)),
				after: said(naar, () => waarde(veld, naar, language)),
				lang: isVrijeTekst(veld) ? 'nl' : undefined
			};
		}
		case 'afspraak_erbij':
			return {
				label: both(reader, (o) => m.pip_wijziging_erbij({}, o)),
				after: geheel(wijziging.afspraak, language)
			};
		case 'afspraak_weg':
			return {
				label: both(reader, (o) => m.pip_wijziging_weg({}, o)),
				before: geheel(wijziging.afspraak, language)
			};
		case 'afspraak_deel': {
			const { afspraak, deel: naam, van, naar } = wijziging;
			return {
				label: both(reader, (o) =>
					m.pip_wijziging_deel({ soort: soortVan(afspraak, o), deel: deelWords[naam]({}, o) }, o)
				),
				before: said(van, () => deel(naam, van, language)),
				after: said(naar, () => deel(naam, naar, language)),
				lang: ['metWie', 'plaats', 'toelichting'].includes(naam) ? 'nl' : undefined
			};
		}
		case 'volgorde': {
			const { message } = themaWords[wijziging.thema];
			return { label: both(reader, (o) => m.pip_wijziging_volgorde({ thema: message({}, o) }, o)) };
		}
	}
}

/** An agreement in one line: what, how much, when. */
function geheel(afspraak: PipAfspraak, language: In): string {
	const soort = soortWords[afspraak.soort].message({}, language);
	return [soort, ...hoeveel(afspraak, language), periode(afspraak, language)].filter(Boolean).join(' · ');
}

import { cursusMinuten, eerstvolgendeStart, isVerouderd, type Bron, type Cursusaanbod, type Lesmoment } from '#lib/domain/cursussen/aanbod.ts'; // prettier-ignore
import { cursuseinde, type Criterium, type Oordeel, type Passing } from '#lib/domain/cursussen/passing.ts';
import type { Cursusvraag } from '#lib/domain/cursussen/vraag.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { euroText, hoursText, numericDate, weekdayNames } from './format.ts';

/** A criterion as a page says it: numbers and days are strings. */
export type CriteriumText = Pick<Criterium, 'code' | 'oordeel' | 'reden'> & {
	minuten?: string;
	uren?: string;
	dag?: string;
};
/** One course in a list: how it fits, the worst points first. */
export interface AanbodText {
	id: string;
	name: string;
	provider: string;
	geheel: Oordeel;
	onbekend: number;
	prijs: string | null;
	criteria: CriteriumText[];
}
export interface BronText {
	text: { bron: string; dag: string };
	isVerouderd: boolean;
}

export const criteriumText = ({ code, oordeel, reden, minuten, dag }: Criterium): CriteriumText => ({
	...{ code, oordeel, reden },
	...(minuten !== undefined && { minuten: String(minuten), uren: hoursText(minuten) }),
	...(dag && { dag: numericDate(dag) })
});

export const aanbodText = (aanbod: Cursusaanbod, { geheel, onbekend, criteria }: Passing): AanbodText => ({
	...{ id: aanbod.id, name: aanbod.name, provider: aanbod.provider, geheel, onbekend },
	prijs: euro(aanbod.priceTotalCents),
	criteria: criteria.map(criteriumText)
});

/** Every fact of a course as strings; null: nobody knows. */
export function feitenText(aanbod: Cursusaanbod, vraag: Cursusvraag, locale: LocaleId) {
	const start = eerstvolgendeStart(aanbod, vraag.vanaf);
	const einde = cursuseinde(aanbod, vraag);
	const { bronnen, includes, hasChildcare, hasKeurmerk, travelMinutes, groupSize } = aanbod;
	const bron = (one: Bron | null): BronText | null =>
		one && { text: { bron: one.bron, dag: numericDate(one.op) }, isVerouderd: isVerouderd(one, vraag.vandaag) }; // prettier-ignore
	return {
		...{ includes, hasChildcare, hasKeurmerk, languages: aanbod.languages, place: aanbod.place },
		...{ levelFrom: aanbod.levelFrom, levelTo: aanbod.levelTo, route: aanbod.route },
		...{ phone: aanbod.phone, email: aanbod.email, website: aanbod.website },
		prijs: euro(aanbod.priceTotalCents),
		uurprijs: euro(aanbod.pricePerHourCents),
		materiaal: euro(aanbod.materialCents),
		taaluren: hours(aanbod.nt2Minutes),
		knmUren: hours(aanbod.knmMinutes),
		onlineUren: hours(aanbod.onlineMinutes),
		urenSamen: hours(cursusMinuten(aanbod)),
		reis: travelMinutes === null ? null : String(travelMinutes),
		groep: groupSize === null ? null : String(groupSize),
		geslaagd: aanbod.passRatePercent === null ? null : `${aanbod.passRatePercent}%`,
		tevreden: aanbod.satisfactionTenths === null ? null : `${aanbod.satisfactionTenths / 10}`.replace('.', ','), // prettier-ignore
		keurmerkTot: aanbod.keurmerkValidUntil && numericDate(aanbod.keurmerkValidUntil),
		isElkeWeek: aanbod.hasContinuousStart,
		start: start && numericDate(start),
		einde: einde && numericDate(einde),
		rooster: roosterText(aanbod.schedule, locale),
		bronnen: {
			algemeen: bron(bronnen.algemeen),
			prijs: bron(bronnen.prijs),
			rooster: bron(bronnen.rooster),
			keurmerk: bron(bronnen.keurmerk),
			slagen: bron(bronnen.slagen),
			tevredenheid: bron(bronnen.tevredenheid)
		}
	};
}
export type FeitenText = ReturnType<typeof feitenText>;

/** Days and times, one lesson each; the Dutch beside the own language. */
export function roosterText(schedule: readonly Lesmoment[], locale: LocaleId): { own: string; nl: string }[] {
	const name = (weekday: number, language: LocaleId) =>
		weekdayNames(language).find(({ value }) => value === String(weekday))?.text ?? '';
	return schedule.map(({ weekday, from, until }) => ({
		own: `${name(weekday, locale)} ${from}–${until}`,
		nl: `${name(weekday, 'nl')} ${from}–${until}`
	}));
}

const euro = (cents: number | null) => (cents === null ? null : euroText(cents));
const hours = (minutes: number | null) => (minutes === null ? null : hoursText(minutes));

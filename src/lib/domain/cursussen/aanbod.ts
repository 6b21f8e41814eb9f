import { dagenTussen, isVoor, type Dag } from '#lib/domain/dag.ts';
import type { CursusDoel, CursusFeiten, CursusInbegrepen, CursusNiveau, Leerroute } from '#lib/domain/vocabulary.ts'; // prettier-ignore

/** A lesson of every week; 1 is Monday, times are HH:MM. */
export type Lesmoment = { weekday: number; from: string; until: string };
/** Who said it, and on which day somebody looked. */
export type Bron = { bron: string; op: Dag };

/** A course as the catalogue of a municipality knows it. Null: nobody knows. Minutes, cents, calendar days. */
export type Cursusaanbod = {
	id: string;
	provider: string;
	name: string;
	route: Leerroute;
	goal: CursusDoel | null;
	levelFrom: CursusNiveau;
	levelTo: CursusNiveau;
	nt2Minutes: number | null;
	knmMinutes: number | null;
	/** Of all minutes, how many are online and how many in a classroom. */
	onlineMinutes: number | null;
	physicalMinutes: number | null;
	/** How many weeks it lasts, when the provider says so. */
	weeks: number | null;
	priceTotalCents: number | null;
	pricePerHourCents: number | null;
	/** Books and accounts that are not in the price. */
	materialCents: number | null;
	includes: readonly CursusInbegrepen[];
	/** Days on which a group begins, past ones too. */
	startsOn: readonly Dag[];
	/** Somebody can begin every week. */
	hasContinuousStart: boolean;
	/** Empty: not known. */
	schedule: readonly Lesmoment[];
	place: string | null;
	/** By public transport from the centre of the municipality. */
	travelMinutes: number | null;
	hasChildcare: boolean | null;
	groupSize: number | null;
	languages: readonly string[];
	passRatePercent: number | null;
	/** From 10 to 100: 78 is 7.8. */
	satisfactionTenths: number | null;
	hasKeurmerk: boolean | null;
	/** Last day of the keurmerk. */
	keurmerkValidUntil: Dag | null;
	phone: string | null;
	email: string | null;
	website: string | null;
	bronnen: Record<CursusFeiten, Bron | null>;
};

/** Ours, not the law's: what nobody looked at for half a year may have changed. */
export const verouderdNaDagen = 183;

/** May the fact have changed since somebody looked? */
export const isVerouderd = ({ op }: Bron, vandaag: Dag) => dagenTussen(op, vandaag) > verouderdNaDagen;

/** All minutes of the course, of which both parts must be known to be complete: a school that names no KNM has none. */
export function cursusMinuten({ nt2Minutes, knmMinutes }: Cursusaanbod): number | null {
	return nt2Minutes === null ? null : nt2Minutes + (knmMinutes ?? 0);
}

/** Minutes of lessons in a week; null when the schedule is not known. */
export function weekMinuten({ schedule }: Cursusaanbod): number | null {
	const total = schedule.reduce((sum, { from, until }) => sum + minuutVan(until) - minuutVan(from), 0);
	return total > 0 ? total : null;
}

/** The first day on which somebody can begin from `vanaf` on; null when no such day is known. */
export function eerstvolgendeStart(aanbod: Cursusaanbod, vanaf: Dag): Dag | null {
	const later = aanbod.startsOn.filter((dag) => !isVoor(dag, vanaf)).toSorted(Temporal.PlainDate.compare)[0];
	return aanbod.hasContinuousStart ? vanaf : (later ?? null);
}

/** Are all lessons online? Null when that is not known. */
export function isHelemaalOnline(aanbod: Cursusaanbod): boolean | null {
	const minuten = cursusMinuten(aanbod);
	if (aanbod.onlineMinutes === null || minuten === null) return null;
	return minuten > 0 && aanbod.onlineMinutes >= minuten;
}

function minuutVan(tijd: string): number {
	const [uur, minuut] = tijd.split(':').map(Number);
	return (uur ?? 0) * 60 + (minuut ?? 0);
}

import { dagenTussen, isNa, jongste, plusDagen, vroegste, type Dag } from './dag.ts';
import type { Gewerkt } from './prognose.ts';
import type { Meter } from './onderdelenPerRoute.ts';
import {
	hourCategories,
	type EnrolmentKind,
	type Groep,
	type HourCategory,
	type Leerroute
} from './vocabulary.ts';

/**
 * Wi2021 art. 6, Bi2021 art. 3.1, 3.14, Ri2021 art. 3.1: which hours fill which meter. Of the module only the practice
 * has a norm; in the Z-route PVT and the whole module count as participation.
 */
export const categoriesOfMeter: Record<Meter['code'], readonly HourCategory[]> = {
	pvt: ['pvt'],
	module_map_praktijk: ['module_map_praktijk'],
	z_cursus: ['nt2', 'alfabetisering', 'knm'],
	z_participatie: ['participatie', 'module_map', 'module_map_praktijk', 'pvt']
};
/** Lessons of language and KNM, where they have no norm of hours. */
export const courseCategories = categoriesOfMeter.z_cursus;

/** Wi2021 art. 8 lid 3, Bi2021 art. 3.14 (rules.md chapter 5): kinds of hours that can be recorded in a leerroute; all before the PIP. */
export function categoriesFor(leerroute: Leerroute | null, groep: Groep): HourCategory[] {
	const hasModuleMap = leerroute !== 'onderwijs';
	const hasParticipatie = hasModuleMap && (leerroute !== 'z' || groep === 'asiel');
	return hourCategories.filter((category) => {
		if (category === 'participatie') return hasParticipatie;
		return hasModuleMap || (category !== 'module_map' && category !== 'module_map_praktijk');
	});
}

/** One row of the ledger; `correctsId` names the first row of the entry that it corrects. */
export interface HourRow {
	id: string;
	category: HourCategory;
	day: Dag;
	minutes: number;
	correctsId: string | null;
	isConfirmed: boolean;
}
export type HourPlace = Pick<HourRow, 'category' | 'day' | 'minutes'>;
/** A first row with its corrections. `now`: what stands there after them; null when nothing is left. */
export interface HourEntry<R extends HourRow = HourRow> {
	id: string;
	rows: R[];
	now: HourPlace | null;
	/** Grows with each correction. */
	version: number;
}
/** Minutes. `recorded` is the sum of all rows, `confirmed` the part of it that counts for the law. */
export interface HourTotal {
	recorded: number;
	confirmed: number;
}

/** Rows together with their corrections, in the order of `rows`. */
export function hourEntries<R extends HourRow>(rows: readonly R[]): HourEntry<R>[] {
	const byRoot = new Map<string, R[]>();
	for (const row of rows) {
		const root = row.correctsId ?? row.id;
		byRoot.set(root, [...(byRoot.get(root) ?? []), row]);
	}
	return [...byRoot].map(([id, own]) => ({ id, rows: own, now: placeOf(own), version: own.length }));
}

function placeOf(rows: readonly HourRow[]): HourPlace | null {
	for (const { category, day } of rows) {
		const here = rows.filter((row) => row.category === category && row.day.equals(day));
		const minutes = sumOf(here);
		if (minutes > 0) return { category, day, minutes };
	}
	return null;
}

/** The rows that turn what stands there into what is wanted; empty when nothing changes. `minutes` 0: nothing is left. */
export function correctionOf({ rows, now }: HourEntry, wanted: HourPlace): HourPlace[] {
	const first = rows[0];
	const place = now ?? (first ? { ...first, minutes: 0 } : wanted);
	const isSamePlace =
		wanted.minutes === 0 || (place.category === wanted.category && place.day.equals(wanted.day));
	const changes = isSamePlace
		? [{ category: place.category, day: place.day, minutes: wanted.minutes - place.minutes }]
		: [{ category: place.category, day: place.day, minutes: -place.minutes }, wanted];
	return changes.filter(({ minutes }) => minutes !== 0);
}

/**
 * Minutes of one entry in one category. Only what somebody else confirmed counts for the law; a correction downwards
 * counts at once, so that too much never counts.
 */
export function totalOf(rows: readonly HourRow[]): HourTotal {
	const counting = rows.filter((row) => row.minutes < 0 || row.isConfirmed);
	return { recorded: sumOf(rows), confirmed: Math.max(0, sumOf(counting)) };
}

/** The rows that take back what was confirmed of an entry: what counts goes away, and comes back to wait. Empty: nothing counts. */
export function unconfirmed({ rows, now }: HourEntry): HourPlace[] {
	if (!now) return [];
	const { category, day } = now;
	const { confirmed } = totalOf(rows.filter((row) => row.category === category));
	const minutes = Math.min(confirmed, now.minutes);
	return minutes > 0
		? [
				{ category, day, minutes: -minutes },
				{ category, day, minutes }
			]
		: [];
}

export type HourTotals = Record<HourCategory, HourTotal>;

/** Totals per category: sums over the entries. */
export function hourTotals(entries: readonly HourEntry[]): HourTotals {
	const totals = Object.fromEntries(
		hourCategories.map((c) => [c, { recorded: 0, confirmed: 0 }])
	) as HourTotals;
	for (const { rows } of entries)
		for (const category of new Set(rows.map((row) => row.category))) {
			const total = totalOf(rows.filter((row) => row.category === category));
			totals[category].recorded += total.recorded;
			totals[category].confirmed += total.confirmed;
		}
	return totals;
}

/** Several categories together. */
export function totalFor(totals: HourTotals, categories: readonly HourCategory[]): HourTotal {
	return {
		recorded: categories.reduce((sum, category) => sum + totals[category].recorded, 0),
		confirmed: categories.reduce((sum, category) => sum + totals[category].confirmed, 0)
	};
}

export const sumOf = (rows: readonly { minutes: number }[]): number =>
	rows.reduce((sum, { minutes }) => sum + minutes, 0);

/** The category of the hours of a lesson or activity. */
export const categoryOfEnrolment: Record<EnrolmentKind, HourCategory> = {
	taalcursus: 'nt2',
	knm_cursus: 'knm',
	alfabetisering: 'alfabetisering',
	taalschakeltraject: 'nt2',
	pvt: 'pvt',
	module_map: 'module_map',
	praktijkplaats: 'module_map_praktijk',
	vrijwilligerswerk: 'participatie',
	workshop: 'participatie',
	sport: 'participatie',
	taalmaatje: 'participatie'
};

export interface LessonPlan {
	kind: EnrolmentKind;
	vanaf: Dag;
	tot: Dag | null;
	weekdays: readonly { weekday: number; from: string; until: string }[];
}

/** Lessons of these categories after `today`, until `end` at the latest. */
export function plannedLessons(
	plans: readonly LessonPlan[],
	categories: readonly HourCategory[],
	today: Dag,
	end: Dag
): Gewerkt[] {
	const lessons: Gewerkt[] = [];
	for (const plan of plans.filter(({ kind }) => categories.includes(categoryOfEnrolment[kind])))
		for (
			let day = jongste(plusDagen(today, 1), plan.vanaf);
			!isNa(day, plan.tot ?? end) && !isNa(day, end);
		) {
			for (const { weekday, from, until } of plan.weekdays)
				if (weekday === day.dayOfWeek) lessons.push({ dag: day, minuten: minutesBetween(from, until) });
			day = plusDagen(day, 1);
		}
	return lessons;
}

/** `plannedLessons` summed, counted by weeks and not day by day. `laatste`: the day of the last one. */
export function plannedTotal(
	plans: readonly LessonPlan[],
	categories: readonly HourCategory[],
	today: Dag,
	end: Dag
): { minuten: number; laatste: Dag | null } {
	let [minuten, laatste]: [number, Dag | null] = [0, null];
	for (const { kind, vanaf, tot, weekdays } of plans) {
		if (!categories.includes(categoryOfEnrolment[kind])) continue;
		const first = jongste(plusDagen(today, 1), vanaf);
		const days = dagenTussen(first, tot ? vroegste(tot, end) : end);
		for (const { weekday, from, until } of weekdays) {
			const lesson = (weekday - first.dayOfWeek + 7) % 7;
			if (lesson > days) continue;
			const weeks = Math.floor((days - lesson) / 7);
			minuten += (weeks + 1) * minutesBetween(from, until);
			const day = plusDagen(first, lesson + 7 * weeks);
			laatste = laatste ? jongste(laatste, day) : day;
		}
	}
	return { minuten, laatste };
}

export function minutesBetween(from: string, until: string): number {
	return Math.max(0, minutesOf(until) - minutesOf(from));
}

/** Minutes since midnight of a time that is kept as HH:MM. */
const minutesOf = (time: string) => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5));

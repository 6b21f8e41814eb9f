/** Days put on a par with holidays by royal decree (Atw art. 3 lid 3). None is known for 2029 and later (U-20). */
export const gelijkgesteldeDagen: readonly string[] = [
	'2023-04-28',
	'2023-05-19',
	'2024-05-10',
	'2024-12-27',
	'2025-05-30',
	'2026-01-02',
	'2026-05-15',
	'2027-05-07',
	'2028-04-28',
	'2028-05-26'
];

const perYear = new Map<number, ReadonlySet<string>>();

/** Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher). */
export function paaszondag(year: number): Temporal.PlainDate {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Atw art. 3: the holidays of a year, 5 May of every year and the days put on a par included, ascending. */
export function feestdagen(year: number): readonly string[] {
	const pasen = paaszondag(year);
	const koningsdag = new Temporal.PlainDate(year, 4, 27);
	const days = [
		new Temporal.PlainDate(year, 1, 1),
		pasen.subtract({ days: 2 }),
		pasen.add({ days: 1 }),
		koningsdag.dayOfWeek === 7 ? koningsdag.subtract({ days: 1 }) : koningsdag,
		new Temporal.PlainDate(year, 5, 5),
		pasen.add({ days: 39 }),
		pasen.add({ days: 50 }),
		new Temporal.PlainDate(year, 12, 25),
		new Temporal.PlainDate(year, 12, 26)
	].map(String);
	const decreed = gelijkgesteldeDagen.filter((d) => Number(d.slice(0, 4)) === year);
	return [...new Set([...days, ...decreed])].sort();
}

/** Atw art. 3: is the day a holiday or put on a par with one? Sundays are not asked here. */
export function isFeestdag(dag: Temporal.PlainDate): boolean {
	let days = perYear.get(dag.year);
	if (!days) perYear.set(dag.year, (days = new Set(feestdagen(dag.year))));
	return days.has(dag.toString());
}

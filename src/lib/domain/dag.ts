import { isFeestdag } from '#lib/domain/wet/feestdagen.ts';

/** A calendar day in Europe/Amsterdam, no time. */
export type Dag = Temporal.PlainDate;
/** First and last day, both inclusive. */
export type Dagen = { van: Dag; tot: Dag };
/** Whole months, and the days after them. */
export type Duur = { maanden: number; dagen: number };

// Far outside every law and inside what Temporal can hold: absurd lengths stop here instead of throwing.
const eersteDagOoit = new Temporal.PlainDate(-99_999, 1, 1);
const laatsteDagOoit = new Temporal.PlainDate(99_999, 12, 31);

/** Reads YYYY-MM-DD; null when the text has another form or the day does not exist. */
export function readDag(text: string): Dag | null {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!parts) return null;
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	return new Temporal.PlainDate(year, month, day);
}

export const isVoor = (a: Dag, b: Dag) => Temporal.PlainDate.compare(a, b) < 0;
export const isNa = (a: Dag, b: Dag) => Temporal.PlainDate.compare(a, b) > 0;
export const isZelfde = (a: Dag, b: Dag) => Temporal.PlainDate.compare(a, b) === 0;
export const vroegste = (a: Dag, b: Dag) => (isNa(a, b) ? b : a);
export const jongste = (a: Dag, b: Dag) => (isVoor(a, b) ? b : a);
/** Days from `a` to `b`: 1 from a day to the next one, negative when `b` is earlier. */
export const dagenTussen = (a: Dag, b: Dag) => a.until(b, { largestUnit: 'days' }).days;
/** Days of a period, both ends counted. */
export const aantalDagen = ({ van, tot }: Dagen) => dagenTussen(van, tot) + 1;

/** `n` days later, or earlier when `n` is negative. */
export function plusDagen(dag: Dag, n: number): Dag {
	// The ordinary case: nowhere near the first or last day.
	if (Math.abs(dag.year) < 90_000 && Math.abs(n) < 1_000_000) return dag.add({ days: n });
	if (n > dagenTussen(dag, laatsteDagOoit)) return laatsteDagOoit;
	if (n < dagenTussen(dag, eersteDagOoit)) return eersteDagOoit;
	return dag.add({ days: n });
}

export const dagErvoor = (dag: Dag): Dag => plusDagen(dag, -1);
export const dagErna = (dag: Dag): Dag => plusDagen(dag, 1);

/** For two weeks somebody reads on the home page what changed: the product's choice, no law. */
export const plusNieuws = (dag: Dag): Dag => plusDagen(dag, 14);

/** The same day number `n` months later; a day that does not exist becomes the 1st of the month after it. */
export function plusMaanden(dag: Dag, n: number): Dag {
	const { year, month } = monthAfter(dag, n);
	if (year > laatsteDagOoit.year) return laatsteDagOoit;
	if (dag.day <= daysInMonth(year, month)) return new Temporal.PlainDate(year, month, dag.day);
	return new Temporal.PlainDate(year, month + 1, 1); // December has 31 days: month + 1 always exists
}

/** The same day number `n` months earlier; a day that does not exist becomes the last day of that month. */
export function minMaanden(dag: Dag, n: number): Dag {
	const { year, month } = monthAfter(dag, -n);
	if (year < eersteDagOoit.year) return eersteDagOoit;
	return new Temporal.PlainDate(year, month, Math.min(dag.day, daysInMonth(year, month)));
}

/** Last day of a period of `n` months whose first day is `dag`. */
export function laatsteDag(dag: Dag, n: number): Dag {
	return plusDagen(plusMaanden(dag, n), -1);
}

/** Atw art. 1, 3: the day itself, or the first later day that is not a Saturday, a Sunday or a holiday. */
export function gewoneDag(dag: Dag): Dag {
	let day = dag;
	while (day.dayOfWeek > 5 || isFeestdag(day)) day = plusDagen(day, 1);
	return day;
}

/** So many days later, counting only days that are no Saturday, Sunday or holiday. */
export function werkdagenNa(dag: Dag, n: number): Dag {
	let day = dag;
	for (let left = n; left > 0; left--) day = gewoneDag(plusDagen(day, 1));
	return day;
}

/** Length of a period as whole months, then days. */
export function duur({ van, tot }: Dagen): Duur {
	let maanden = (tot.year - van.year) * 12 + tot.month - van.month + 1;
	while (maanden > 0 && isNa(laatsteDag(van, maanden), tot)) maanden--;
	return { maanden, dagen: dagenTussen(laatsteDag(van, maanden), tot) };
}

/** Does the period last at least `n` months? Exactly that long is enough (`drieMaanden` of the contract for n = 3). */
export function duurtMinstens({ van, tot }: Dagen, n: number): boolean {
	return !isVoor(tot, laatsteDag(van, n));
}

function monthAfter(dag: Dag, n: number): { year: number; month: number } {
	const months = dag.year * 12 + dag.month - 1 + n;
	const year = Math.floor(months / 12);
	return { year, month: months - year * 12 + 1 };
}

function daysInMonth(year: number, month: number): number {
	if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

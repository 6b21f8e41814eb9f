import { dagenTussen, isNa, isVoor, jongste, plusDagen, type Dag, type Dagen } from './dag.ts';

export type Gewerkt = { dag: Dag; minuten: number };
/** Lessons to come: a list of days, or minutes per day of the week (1 = Monday) from a first to a last day. */
export type Gepland =
	| { soort: 'dagen'; lessen: readonly Gewerkt[] }
	| { soort: 'week'; van: Dag; tot: Dag; lessen: readonly { weekdag: number; minuten: number }[] };
export type PrognoseInvoer = {
	/** Minutes that must be reached. */
	norm: number;
	/** What was done, in any order. Rows after `vandaag` do not count yet. */
	gewerkt: readonly Gewerkt[];
	gepland?: Gepland;
	/** Holidays, illness and other periods in which nothing is expected. May overlap. */
	pauzes?: readonly Dagen[];
	vandaag: Dag;
	/** Last day of the term; null when it is not known. */
	laatsteDag: Dag | null;
};
export type Prognose =
	/** The norm is reached. `dag`: on which day; null when the norm is 0. A full bar is not completion. */
	| { kind: 'vol'; dag: Dag | null }
	/** Expected on `dag`; null for `isBinnenTermijn` when the last day of the term is not known. */
	| { kind: 'verwacht'; dag: Dag; isBinnenTermijn: boolean | null; basis: 'gepland' | 'tempo' }
	/** Nothing planned that reaches the norm, and too few weeks to see a pace. */
	| { kind: 'te_weinig_gegevens'; weken: number; wekenNodig: number }
	/** Planned lessons and pace do not reach the norm within ten years. `tekort`: minutes missing after what is planned. */
	| { kind: 'haalt_niet'; tekort: number };

/** Ours, not the law's: fewer weeks than this say nothing about a pace. */
export const wekenNodig = 4;
/** Ours, not the law's: the pace is that of the last weeks, so that an old start does not hide a change. */
export const tempoWeken = 12;
/** The first day whose hours say something about the pace. */
export const tempoVanaf = (vandaag: Dag): Dag => plusDagen(vandaag, 1 - 7 * tempoWeken);
/** Ours, not the law's: beyond this nobody should read a forecast. */
export const horizonJaren = 10;

/**
 * When a norm will be reached. Planned lessons go first: each counts on its own day. After the last planned
 * lesson the person goes on at the pace of the last twelve weeks: minutes per day, days in breaks left out of
 * both. In breaks nothing is expected. Weekday and month only; never a promise.
 */
export function prognose(invoer: PrognoseInvoer): Prognose {
	const { norm, vandaag } = invoer;
	const gewerkt = invoer.gewerkt.filter((rij) => !isNa(rij.dag, vandaag));
	const vol = dagVan(gewerkt, norm);
	if (norm <= 0 || vol) return { kind: 'vol', dag: norm <= 0 ? null : vol };
	const gedaan = sum(gewerkt);
	const lessen = geplandeLessen(invoer);
	const gepland = dagVan(lessen, norm - gedaan);
	if (gepland) return verwacht(gepland, 'gepland', invoer);
	const tekort = norm - gedaan - sum(lessen);
	const tempo = tempoVan(gewerkt, invoer);
	if (tempo.dagen < 7 * wekenNodig)
		return { kind: 'te_weinig_gegevens', weken: Math.floor(tempo.dagen / 7), wekenNodig };
	if (tempo.minuten === 0) return { kind: 'haalt_niet', tekort };
	const van = jongste(vandaag, lessen.at(-1)?.dag ?? vandaag);
	const dag = dagNa(van, Math.ceil((tekort * tempo.dagen) / tempo.minuten), invoer);
	return dag ? verwacht(dag, 'tempo', invoer) : { kind: 'haalt_niet', tekort };
}

/** What `prognose` needs of one norm, summed: for many people at once. Minutes; days null: none. */
export type NormStand = {
	norm: number;
	/** The first day with hours. */
	eerste: Dag | null;
	/** Done before `tempoVanaf`, and from then on. */
	ervoor: number;
	recent: number;
	/** Lessons to come within the term, and the day of the last one. */
	gepland: number;
	laatsteLes: Dag | null;
};

/** Says `prognose` that the norm is reached after the last day of the term, or not at all? Too few weeks: no. */
export function isTeTraag(stand: NormStand, vandaag: Dag, laatsteDag: Dag): boolean {
	const { norm, eerste, ervoor, recent, gepland, laatsteLes } = stand;
	const tekort = norm - ervoor - recent - gepland;
	if (tekort <= 0 || !eerste || isNa(eerste, vandaag)) return false;
	const dagen = dagenTussen(jongste(eerste, tempoVanaf(vandaag)), vandaag) + 1;
	if (dagen < 7 * wekenNodig) return false;
	if (recent <= 0) return true;
	const van = jongste(vandaag, laatsteLes ?? vandaag);
	return Math.ceil((tekort * dagen) / recent) > dagenTussen(van, laatsteDag);
}

function verwacht(dag: Dag, basis: 'gepland' | 'tempo', { laatsteDag }: PrognoseInvoer): Prognose {
	return { kind: 'verwacht', dag, isBinnenTermijn: laatsteDag && !isNa(dag, laatsteDag), basis };
}

/** The day on which the running total reaches the norm. */
function dagVan(rijen: readonly Gewerkt[], norm: number): Dag | null {
	let total = 0;
	for (const rij of rijen.toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag))) {
		total += rij.minuten;
		if (total >= norm) return rij.dag;
	}
	return null;
}

/** Lessons after today and not in a break, ascending. */
function geplandeLessen(invoer: PrognoseInvoer): readonly Gewerkt[] {
	const lessen =
		invoer.gepland?.soort === 'week' ? weeklessen(invoer.gepland, invoer) : invoer.gepland?.lessen;
	return (lessen ?? [])
		.filter((les) => isNa(les.dag, invoer.vandaag) && !isPauze(les.dag, invoer))
		.toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag));
}

function weeklessen(week: Extract<Gepland, { soort: 'week' }>, invoer: PrognoseInvoer): readonly Gewerkt[] {
	const lessen: Gewerkt[] = [];
	const einde = horizon(invoer);
	for (let dag = jongste(week.van, invoer.vandaag); !isNa(dag, week.tot) && !isNa(dag, einde);) {
		for (const les of week.lessen)
			if (les.weekdag === dag.dayOfWeek) lessen.push({ dag, minuten: les.minuten });
		dag = plusDagen(dag, 1);
	}
	return lessen;
}

/** Minutes and counting days of the last weeks up to and including today, days in breaks left out. */
function tempoVan(gewerkt: readonly Gewerkt[], invoer: PrognoseInvoer): { minuten: number; dagen: number } {
	const eerste = gewerkt.map((rij) => rij.dag).toSorted(Temporal.PlainDate.compare)[0];
	if (!eerste) return { minuten: 0, dagen: 0 };
	const van = jongste(eerste, tempoVanaf(invoer.vandaag));
	const telt = gewerkt.filter((rij) => !isVoor(rij.dag, van) && !isPauze(rij.dag, invoer));
	let dagen = 0;
	for (let dag = van; !isNa(dag, invoer.vandaag); dag = plusDagen(dag, 1)) if (!isPauze(dag, invoer)) dagen++;
	return { minuten: sum(telt), dagen };
}

/** The day on which `n` counting days after `van` have passed; null beyond the horizon. */
function dagNa(van: Dag, n: number, invoer: PrognoseInvoer): Dag | null {
	if (n > dagenTussen(van, horizon(invoer))) return null;
	let [dag, left] = [van, n];
	while (left > 0) {
		dag = plusDagen(dag, 1);
		if (!isPauze(dag, invoer)) left--;
		if (isNa(dag, horizon(invoer))) return null;
	}
	return dag;
}

function horizon({ vandaag }: PrognoseInvoer): Dag {
	return vandaag.add({ years: horizonJaren });
}

function isPauze(dag: Dag, { pauzes }: PrognoseInvoer): boolean {
	return (pauzes ?? []).some(({ van, tot }) => !isVoor(dag, van) && !isNa(dag, tot));
}

function sum(rijen: readonly Gewerkt[]): number {
	return rijen.reduce((total, rij) => total + rij.minuten, 0);
}

import { dagenTussen, isNa, isVoor, plusDagen, type Dag } from '#lib/domain/dag.ts';
import { cursusNiveaus } from '#lib/domain/vocabulary.ts';
import { cursusMinuten, eerstvolgendeStart, isHelemaalOnline, weekMinuten, type Cursusaanbod, type Lesmoment } from './aanbod.ts'; // prettier-ignore
import { minutenNodig, type Cursusvraag, type Dagdeel } from './vraag.ts';

export const criteria = ['route', 'niveau', 'dagen', 'reis', 'opvang', 'start', 'keurmerk', 'termijn', 'uren'] as const; // prettier-ignore
export type CriteriumCode = (typeof criteria)[number];
/** Ascending: the worst known one says how the whole course fits. */
export const oordelen = ['past', 'deels', 'niet'] as const;
export type Oordeel = (typeof oordelen)[number] | 'onbekend';
export type PassingReden =
	| 'route_past'
	| 'route_anders'
	| 'route_onbekend'
	| 'alfabetisering_niet_in_plan'
	| 'niveau_past'
	| 'niveau_begint_hoger'
	| 'niveau_te_hoog'
	| 'niveau_al_gehaald'
	| 'niveau_doel_lager'
	| 'niveau_niet_gezegd'
	| 'dagen_passen'
	| 'dagen_deels'
	| 'dagen_passen_niet'
	| 'dagen_niet_gezegd'
	| 'rooster_onbekend'
	| 'reis_past'
	| 'reis_iets_verder'
	| 'reis_te_ver'
	| 'reis_online'
	| 'reis_niet_gezegd'
	| 'reis_onbekend'
	| 'opvang_is_er'
	| 'opvang_niet_nodig'
	| 'opvang_geen'
	| 'opvang_niet_gezegd'
	| 'opvang_onbekend'
	| 'start_op_tijd'
	| 'start_elke_week'
	| 'start_later'
	| 'start_voorbij'
	| 'start_onbekend'
	| 'keurmerk_geldig'
	| 'keurmerk_loopt_af'
	| 'keurmerk_verlopen'
	| 'keurmerk_geen'
	| 'keurmerk_geen_lening'
	| 'keurmerk_vraag_erkenning'
	| 'keurmerk_onbekend'
	| 'termijn_ruim'
	| 'termijn_krap'
	| 'termijn_te_laat'
	| 'termijn_onbekend'
	| 'tempo_onbekend'
	| 'uren_genoeg'
	| 'uren_te_weinig'
	| 'uren_klaar'
	| 'uren_gedaan_onbekend'
	| 'uren_onbekend';

/** How a course fits on one point. `minuten` and `dag`: what the reason is about. */
export type Criterium = {
	code: CriteriumCode;
	oordeel: Oordeel;
	reden: PassingReden;
	minuten?: number;
	dag?: Dag;
};
/** `geheel` is the worst that is known, 'onbekend' when nothing is; `onbekend` counts the points that nobody knows. */
export type Passing = { geheel: Oordeel; onbekend: number; criteria: readonly Criterium[] };

/** Ours, not the law's: so much further than somebody wants to travel is worth a look. */
const ietsVerderMinuten = 15;
/** Ours, not the law's: exams, results and a lesson that falls out take so many days before the end of the term. */
const krapDagen = 56;
/** Ours, not the law's: who wants to begin waits gladly for so many days. */
const wachtDagen = 91;

/** How a course fits the plan and the week of somebody: a known fact or an answer per point, never a guess. */
export function passing(aanbod: Cursusaanbod, vraag: Cursusvraag): Passing {
	const rows = [
		route(aanbod, vraag),
		niveau(aanbod, vraag),
		dagen(aanbod, vraag),
		reis(aanbod, vraag),
		opvang(aanbod, vraag),
		start(aanbod, vraag),
		keurmerk(aanbod, vraag),
		termijn(aanbod, vraag),
		...(vraag.leerroute === 'z' ? [uren(aanbod, vraag)] : [])
	];
	const known = rows.map(({ oordeel }) => oordelen.findIndex((code) => code === oordeel));
	return {
		geheel: oordelen[Math.max(...known)] ?? 'onbekend',
		onbekend: rows.filter(({ oordeel }) => oordeel === 'onbekend').length,
		criteria: rows
	};
}

const order: readonly Oordeel[] = ['past', 'deels', 'onbekend', 'niet'];

/** Best fit first (of what does not fit: what misses fewest points), then the lowest price (not known: last), then the name. */
export function opVolgorde(
	a: { aanbod: Cursusaanbod; passing: Passing },
	b: { aanbod: Cursusaanbod; passing: Passing }
): number {
	const price = ({ aanbod }: typeof a) => aanbod.priceTotalCents ?? Number.MAX_SAFE_INTEGER;
	const misses = ({ passing }: typeof a) =>
		passing.criteria.filter(({ oordeel }) => oordeel === 'niet').length;
	const name = ({ aanbod }: typeof a) => `${aanbod.name}\n${aanbod.provider}\n${aanbod.id}`;
	return (
		order.indexOf(a.passing.geheel) - order.indexOf(b.passing.geheel) ||
		misses(a) - misses(b) ||
		price(a) - price(b) ||
		(name(a) < name(b) ? -1 : 1)
	);
}

/** On which day somebody who begins at the first start has had the lessons that are needed; null: not known. */
export function cursuseinde(aanbod: Cursusaanbod, vraag: Cursusvraag): Dag | null {
	const begin = eerstvolgendeStart(aanbod, vraag.vanaf);
	const weken = cursusweken(aanbod, vraag);
	return begin && weken !== null ? plusDagen(begin, Math.max(0, weken * 7 - 1)) : null;
}

/** Whole weeks of lessons: the hours needed at the pace of the schedule, else what the provider says. */
export function cursusweken(aanbod: Cursusaanbod, vraag: Cursusvraag): number | null {
	const minuten = cursusMinuten(aanbod);
	const perWeek = weekMinuten(aanbod);
	if (minuten === null || perWeek === null) return aanbod.weeks;
	return Math.ceil(Math.min(minuten, minutenNodig(vraag) ?? minuten) / perWeek);
}

/** Wi2021 art. 7-9: a course of another leerroute does not finish one's own. Bi2021 art. 6.2: alfabetisering when in the PIP. */
function route({ route, goal }: Cursusaanbod, vraag: Cursusvraag): Criterium {
	const code = 'route';
	if (!vraag.leerroute) return { code, oordeel: 'onbekend', reden: 'route_onbekend' };
	if (goal === 'alfabetisering' && vraag.isAlfabetiseringInPip === false)
		return { code, oordeel: 'deels', reden: 'alfabetisering_niet_in_plan' };
	return route === vraag.leerroute
		? { code, oordeel: 'past', reden: 'route_past' }
		: { code, oordeel: 'niet', reden: 'route_anders' };
}

function niveau({ levelFrom, levelTo }: Cursusaanbod, vraag: Cursusvraag): Criterium {
	const code = 'niveau';
	if (!vraag.niveau) return { code, oordeel: 'onbekend', reden: 'niveau_niet_gezegd' };
	const [van, tot, nu] = [levelFrom, levelTo, vraag.niveau].map((n) => cursusNiveaus.indexOf(n)) as [number, number, number]; // prettier-ignore
	if (nu >= tot) return { code, oordeel: 'niet', reden: 'niveau_al_gehaald' };
	if (van > nu + 1) return { code, oordeel: 'niet', reden: 'niveau_te_hoog' };
	if (van > nu) return { code, oordeel: 'deels', reden: 'niveau_begint_hoger' };
	if (vraag.doelNiveau && tot < cursusNiveaus.indexOf(vraag.doelNiveau))
		return { code, oordeel: 'deels', reden: 'niveau_doel_lager' };
	return { code, oordeel: 'past', reden: 'niveau_past' };
}

/** Noon and six in the evening part the day: a lesson belongs to the part in which it begins. */
export function dagdeelVan({ from }: Lesmoment): Dagdeel {
	if (from < '12:00') return 'ochtend';
	return from < '18:00' ? 'middag' : 'avond';
}

function dagen({ schedule }: Cursusaanbod, { dagen, delen }: Cursusvraag): Criterium {
	const code = 'dagen';
	if (dagen.length === 0 && delen.length === 0)
		return { code, oordeel: 'onbekend', reden: 'dagen_niet_gezegd' };
	if (schedule.length === 0) return { code, oordeel: 'onbekend', reden: 'rooster_onbekend' };
	const kan = schedule.filter(
		(les) =>
			(dagen.length === 0 || dagen.includes(les.weekday)) &&
			(delen.length === 0 || delen.includes(dagdeelVan(les)))
	).length;
	if (kan === schedule.length) return { code, oordeel: 'past', reden: 'dagen_passen' };
	return kan > 0
		? { code, oordeel: 'deels', reden: 'dagen_deels' }
		: { code, oordeel: 'niet', reden: 'dagen_passen_niet' };
}

function reis(aanbod: Cursusaanbod, { reisMinuten }: Cursusvraag): Criterium {
	const code = 'reis';
	const { travelMinutes: minuten } = aanbod;
	if (isHelemaalOnline(aanbod)) return { code, oordeel: 'past', reden: 'reis_online' };
	if (reisMinuten === null) return { code, oordeel: 'onbekend', reden: 'reis_niet_gezegd' };
	if (minuten === null) return { code, oordeel: 'onbekend', reden: 'reis_onbekend' };
	if (minuten <= reisMinuten) return { code, oordeel: 'past', reden: 'reis_past', minuten };
	return minuten <= reisMinuten + ietsVerderMinuten
		? { code, oordeel: 'deels', reden: 'reis_iets_verder', minuten }
		: { code, oordeel: 'niet', reden: 'reis_te_ver', minuten };
}

function opvang({ hasChildcare }: Cursusaanbod, { heeftOpvangNodig }: Cursusvraag): Criterium {
	const code = 'opvang';
	if (heeftOpvangNodig === null) return { code, oordeel: 'onbekend', reden: 'opvang_niet_gezegd' };
	if (!heeftOpvangNodig) return { code, oordeel: 'past', reden: 'opvang_niet_nodig' };
	if (hasChildcare === null) return { code, oordeel: 'onbekend', reden: 'opvang_onbekend' };
	return hasChildcare
		? { code, oordeel: 'past', reden: 'opvang_is_er' }
		: { code, oordeel: 'niet', reden: 'opvang_geen' };
}

function start(aanbod: Cursusaanbod, { vanaf }: Cursusvraag): Criterium {
	const code = 'start';
	if (aanbod.hasContinuousStart) return { code, oordeel: 'past', reden: 'start_elke_week' };
	if (aanbod.startsOn.length === 0) return { code, oordeel: 'onbekend', reden: 'start_onbekend' };
	const dag = eerstvolgendeStart(aanbod, vanaf);
	if (!dag) return { code, oordeel: 'niet', reden: 'start_voorbij' };
	return dagenTussen(vanaf, dag) <= wachtDagen
		? { code, oordeel: 'past', reden: 'start_op_tijd', dag }
		: { code, oordeel: 'deels', reden: 'start_later', dag };
}

/**
 * Bi2021 art. 6.2: the loan pays schools with a keurmerk only. Bi2021 art. 3.14, 5.5: lessons of the Z-route and those for
 * A2 count only there. Wi2021 art. 8: a taalschakeltraject can be of a recognised institution instead.
 */
function keurmerk(aanbod: Cursusaanbod, vraag: Cursusvraag): Criterium {
	const code = 'keurmerk';
	const { hasKeurmerk, keurmerkValidUntil: geldigTot } = aanbod;
	if (hasKeurmerk === null) return { code, oordeel: 'onbekend', reden: 'keurmerk_onbekend' };
	if (hasKeurmerk && geldigTot && isVoor(geldigTot, vraag.vandaag))
		return { code, oordeel: 'niet', reden: 'keurmerk_verlopen', dag: geldigTot };
	if (hasKeurmerk) return keurmerkTot(geldigTot, cursuseinde(aanbod, vraag));
	if (aanbod.route === 'onderwijs') return { code, oordeel: 'deels', reden: 'keurmerk_vraag_erkenning' };
	const isNodig = vraag.isMetLening !== false || vraag.leerroute === 'z';
	return isNodig
		? { code, oordeel: 'niet', reden: 'keurmerk_geen' }
		: { code, oordeel: 'deels', reden: 'keurmerk_geen_lening' };
}

function keurmerkTot(geldigTot: Dag | null, einde: Dag | null): Criterium {
	const code = 'keurmerk';
	if (geldigTot && einde && isNa(einde, geldigTot))
		return { code, oordeel: 'deels', reden: 'keurmerk_loopt_af', dag: geldigTot };
	return { code, oordeel: 'past', reden: 'keurmerk_geldig', ...(geldigTot && { dag: geldigTot }) };
}

/** Wi2021 art. 11: the last lesson on the last day of the term is in time, but leaves no room for an exam. */
function termijn(aanbod: Cursusaanbod, vraag: Cursusvraag): Criterium {
	const code = 'termijn';
	if (!vraag.laatsteDag) return { code, oordeel: 'onbekend', reden: 'termijn_onbekend' };
	const dag = cursuseinde(aanbod, vraag);
	if (!dag) return { code, oordeel: 'onbekend', reden: 'tempo_onbekend' };
	if (isNa(dag, vraag.laatsteDag)) return { code, oordeel: 'niet', reden: 'termijn_te_laat', dag };
	return dagenTussen(dag, vraag.laatsteDag) < krapDagen
		? { code, oordeel: 'deels', reden: 'termijn_krap', dag }
		: { code, oordeel: 'past', reden: 'termijn_ruim', dag };
}

/** Bi2021 art. 3.14: NT2 and KNM hours of the course against what is left of the norm of the Z-route. */
function uren(aanbod: Cursusaanbod, vraag: Cursusvraag): Criterium {
	const code = 'uren';
	const nodig = minutenNodig(vraag);
	const minuten = cursusMinuten(aanbod);
	if (nodig === null) return { code, oordeel: 'onbekend', reden: 'uren_gedaan_onbekend' };
	if (nodig === 0) return { code, oordeel: 'past', reden: 'uren_klaar' };
	if (minuten === null) return { code, oordeel: 'onbekend', reden: 'uren_onbekend' };
	return minuten >= nodig
		? { code, oordeel: 'past', reden: 'uren_genoeg', minuten: nodig }
		: { code, oordeel: 'deels', reden: 'uren_te_weinig', minuten: nodig - minuten };
}

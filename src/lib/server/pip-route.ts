import { isNa, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { onderdelenPerRoute } from '#lib/domain/onderdelenPerRoute.ts';
import type { PipVersie, PipVoor, RouteStap } from '#lib/domain/pipVelden.ts';
import { halverwege } from '#lib/domain/termijn/looptijd.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import { examenonderdelen } from '#lib/domain/vocabulary.ts';

type Gebeurtenis = { kind: string; day: Dag };
export type RouteInvoer = {
	facts: Facts;
	outcome: Outcome;
	voor: PipVoor;
	/** Absent: no PIP yet. */
	huidig: PipVersie | undefined;
	/** What was recorded of the intake and the talks, corrections applied. */
	gebeurtenissen: readonly Gebeurtenis[];
	today: Dag;
};
type Staat = RouteStap['staat'];
type Meer = Partial<Pick<RouteStap, 'dag' | 'bron' | 'teller'>>;

const stap = (code: RouteStap['code'], staat: Staat, meer: Meer = {}): RouteStap => ({
	...{ code, isMijlpaal: false, staat, dag: null, bron: null, teller: null },
	...meer
});
const iso = (dag: Dag | null | undefined) => dag?.toString() ?? null;
const staatVan = (isKlaar: boolean | null | undefined, isBegonnen: boolean): Staat =>
	isKlaar ? 'klaar' : isBegonnen ? 'nu' : 'later';

/** The traject of one person as steps and days that matter, in order; what does not apply to the route is not in it. */
export function routeSteps(invoer: RouteInvoer): RouteStap[] {
	const voorPip = stappenTotPip(invoer);
	if (!invoer.huidig) return [...voorPip, stap('termijn_start', 'later'), stap('duo', 'later')];
	const mijlpalen = mijlpalenVan(invoer);
	const einde = mijlpalen.filter(({ code }) => code === 'termijn_einde');
	return [
		...voorPip,
		...stappenInTermijn(invoer),
		...mijlpalen.filter(({ code }) => code !== 'termijn_einde'),
		...afronding(invoer),
		...einde,
		stap(
			'duo',
			staatVan(Boolean(invoer.facts.voldaanVolgensDuo), invoer.outcome.traject.status === 'wacht_op_duo'),
			{
				dag: iso(invoer.facts.voldaanVolgensDuo)
			}
		)
	];
}

/** Wi2021 art. 14, 15: what comes before the plan. With a plan, only what was recorded: nobody is told what did not happen. */
function stappenTotPip({ huidig, gebeurtenissen, facts }: RouteInvoer): RouteStap[] {
	const dag = (kind: string) => gebeurtenissen.findLast((g) => g.kind === kind)?.day;
	const intake = dag('intake_afgerond') ?? facts.afrondingBredeIntake;
	const toets = dag('leerbaarheidstoets');
	const isBegonnen = Boolean(dag('intake_oproep') ?? dag('intake_gesprek'));
	const eerste = [
		stap('brede_intake', staatVan(Boolean(intake ?? huidig), isBegonnen), { dag: iso(intake) }),
		...(toets || !huidig ? [stap('leerbaarheidstoets', staatVan(Boolean(toets), Boolean(dag('intake_gesprek'))), { dag: iso(toets) })] : []) // prettier-ignore
	];
	const pip = huidig
		? stap('pip', 'klaar', { dag: iso(facts.dagtekeningEerstePip) ?? huidig.dagtekening })
		: stap('pip', staatVan(false, Boolean(intake)));
	return [...eerste, pip];
}

function stappenInTermijn(invoer: RouteInvoer): RouteStap[] {
	const { outcome, facts, huidig, voor, today } = invoer;
	const { start, bron } = outcome.inburgeringstermijn;
	const begin = stap('termijn_start', start && !isNa(start, today) ? 'klaar' : 'later', {
		dag: iso(start),
		bron: facts.startVolgensDuo ? 'duo' : start ? 'berekend' : bron
	});
	const delen = onderdelenPerRoute(huidig?.leerroute ?? 'b1', voor.groep, today).map(({ code }) => code);
	const has = (code: (typeof delen)[number]) => delen.includes(code);
	return [
		begin,
		lessen(invoer),
		...(has('pvt') ? [stap('pvt', staatVan(outcome.pvt.isVervuld, (facts.pvtMinuten ?? 0) > 0))] : []),
		...(has('module_map') ? [moduleMap(invoer)] : []),
		...(has('participatie') ? [participatie(invoer)] : []),
		...begeleiding(invoer)
	];
}

function lessen({ outcome, facts, huidig, today }: RouteInvoer): RouteStap {
	const minuten = (facts.nt2Minuten ?? 0) + (facts.alfabetiseringMinuten ?? 0) + (facts.knmMinuten ?? 0);
	const start = facts.startInburgeringsaanbod ?? dagOf(huidig?.velden.startCursus);
	const isBegonnen = minuten > 0 || (start !== undefined && !isNa(start, today));
	const dag = isBegonnen ? {} : { dag: iso(start) };
	if (huidig?.leerroute === 'onderwijs')
		return stap('taalschakeltraject', staatVan(facts.isTaalschakeltrajectVoltooid, isBegonnen), dag);
	if (huidig?.leerroute === 'z')
		return stap('cursus_z', staatVan(outcome.z.voorwaarden?.cursus, isBegonnen), dag);
	return stap('taallessen', staatVan(outcome.leerroute.isVervuld, isBegonnen), dag);
}

const dagOf = (value: unknown): Dag | undefined =>
	typeof value === 'string' ? Temporal.PlainDate.from(value) : undefined;

function moduleMap({ outcome, facts }: RouteInvoer): RouteStap {
	const minuten = (facts.moduleMapMinuten ?? 0) + (facts.moduleMapPraktijkMinuten ?? 0);
	const isBegonnen = minuten > 0 || (facts.moduleMapThemas?.length ?? 0) > 0;
	return stap('module_map', staatVan(outcome.moduleMap.isVervuld, isBegonnen));
}

function participatie({ outcome }: RouteInvoer): RouteStap {
	const isBegonnen = (outcome.z.participatieMinuten ?? 0) > 0;
	return stap('participatie', staatVan(outcome.z.voorwaarden?.participatie, isBegonnen));
}

/** Bi2021 art. 5.3 lid 4: the talks that the PIP promises, and the workshops that were agreed. */
function begeleiding({ huidig, gebeurtenissen }: RouteInvoer): RouteStap[] {
	const workshops = huidig?.afspraken.filter(({ soort }) => soort === 'workshop') ?? [];
	const isKlaar = workshops.every(({ state }) => state === 'klaar');
	const isBezig = workshops.some(({ state }) => state !== 'open');
	const van = Number(huidig?.velden.voortgangsgesprekkenInPip ?? 0);
	const klaar = gebeurtenissen.filter(({ kind }) => kind === 'voortgangsgesprek').length;
	return [
		...(workshops.length > 0 ? [stap('workshops', staatVan(isKlaar, isBezig))] : []),
		...(van > 0 ? [stap('gesprekken', staatVan(klaar >= van, klaar > 0), { teller: { klaar, van } })] : [])
	];
}

/** Wi2021 art. 7, 9: exam parts passed (b1), or the end talk (z). The onderwijsroute ends with its own school. */
function afronding({ outcome, facts, huidig }: RouteInvoer): RouteStap[] {
	if (huidig?.leerroute === 'z')
		return [stap('eindgesprek_z', staatVan(facts.hasZEindgesprek, outcome.z.voorwaarden?.cursus === true))];
	if (huidig?.leerroute !== 'b1') return [];
	const klaar = facts.behaaldeExamenonderdelen?.length ?? 0;
	return [
		stap('examens', staatVan(outcome.leerroute.isVervuld, klaar > 0), {
			teller: { klaar, van: examenonderdelen.length }
		})
	];
}

/** The days that matter, in order of time; the day itself still counts. */
function mijlpalenVan({ outcome, facts, huidig, today }: RouteInvoer): RouteStap[] {
	const { start, laatsteDag, bron } = outcome.inburgeringstermijn;
	const helft = start && laatsteDag && halverwege(start, laatsteDag);
	const ontzorgen = huidig?.velden.isOntzorgenVanToepassing
		? (dagOf(huidig.velden.ontzorgenVerlengdTotEnMet) ?? dagOf(huidig.velden.ontzorgenLaatsteDag) ?? outcome.ontzorgen.laatsteDag) // prettier-ignore
		: null;
	const dagen: [RouteStap['code'], Dag | null | undefined, RouteStap['bron']][] = [
		['ontzorgen_einde', ontzorgen, null],
		['halverwege', helft, null],
		['schakelen_uiterlijk', outcome.leerroute.schakelenUiterlijk, 'berekend'],
		['termijn_einde', laatsteDag, bron ?? (facts.laatsteDagVolgensDuo ? 'duo' : 'berekend')]
	];
	return dagen
		.flatMap(([code, dag, van]) => (dag ? [{ code, dag, van }] : []))
		.sort((a, b) => Temporal.PlainDate.compare(a.dag, b.dag))
		.map(({ code, dag, van }) => ({
			...stap(code, isNa(today, dag) ? 'klaar' : 'later', { dag: iso(dag), bron: van }),
			isMijlpaal: true
		}));
}

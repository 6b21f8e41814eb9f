import { isNa } from '#lib/domain/dag.ts';
import { readFacts, type Facts } from '#lib/domain/facts.ts';
import { courseCategories, type HourTotal } from '#lib/domain/hours.ts';
import { behaaldeOnderdelen, type PipNiveaus } from '#lib/domain/onderdelen/examenstand.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { sumHoursOf } from './db/hours.ts';
import type { FactAttempt, FactEvent, FactPerson, FactPip } from './db/facts-of-gemeente.ts';
import { listInburgeraren, type Inburgeraar } from './db/inburgeraren.ts';
import type { Gemeente } from './db/people.ts';
import { listPublishedPipsOf, type PipRow } from './db/pips.ts';
import { listExamAttemptsOf, type ExamAttemptLine } from './db/results.ts';
import { listTrajectEventsOf, type TrajectEventLine } from './db/traject-events.ts';
import { factsOfEvents, present } from './facts-of-events.ts';

export interface FactRows {
	inburgeraar: Inburgeraar;
	/** Setting of the municipality; absent: only the law. */
	lokaalBeleid: Gemeente['lokaalBeleid'] | null;
	events: readonly TrajectEventLine[];
	/** Published versions, newest first. */
	pips: readonly PipRow[];
	hours: ReadonlyMap<HourCategory, HourTotal>;
	attempts: readonly ExamAttemptLine[];
}

/** What of the rows becomes facts. */
export interface FactSource {
	inburgeraar: FactPerson;
	lokaalBeleid: Gemeente['lokaalBeleid'] | null;
	events: readonly FactEvent[];
	pips: readonly FactPip[];
	hours: ReadonlyMap<HourCategory, Pick<HourTotal, 'confirmed'>>;
	attempts: readonly FactAttempt[];
}

/** The facts of wet/contract.md chapter 4 about one person on `today`; undefined when there is no such person. Checks no rights. */
export async function factsOf(
	inburgeraarId: string,
	today: Temporal.PlainDate,
	tx: Reader = database().read
): Promise<Facts | undefined> {
	const rows = await findFactRows(tx, inburgeraarId);
	return rows && factsFrom(rows, today);
}

/** The facts and what the law says about them; undefined when there is no such person. Checks no rights. */
export async function uitkomstOf(
	inburgeraarId: string,
	today: Temporal.PlainDate,
	tx: Reader = database().read
): Promise<{ facts: Facts; outcome: Outcome } | undefined> {
	const facts = await factsOf(inburgeraarId, today, tx);
	return facts && { facts, outcome: uitkomst(facts) };
}

/** The day of DUO's letter with the term that holds; null when DUO's dates are not recorded. */
export const registeredOn = ({ events }: FactRows): Temporal.PlainDate | null =>
	standingRows(events).findLast(({ kind }) => kind === 'duo_termijn')?.day ?? null;

export const findFactRows = async (tx: Reader, inburgeraarId: string): Promise<FactRows | undefined> =>
	(await listFactRows(tx, [inburgeraarId])).get(inburgeraarId);

/** The rows of several people, in a fixed number of reads; people who do not exist are absent. */
export async function listFactRows(tx: Reader, ids: readonly string[]): Promise<Map<string, FactRows>> {
	if (ids.length === 0) return new Map();
	const people = await listInburgeraren(tx, ids);
	const events = grouped(await listTrajectEventsOf(tx, ids));
	const pips = grouped(await listPublishedPipsOf(tx, ids));
	const hours = await sumHoursOf(tx, ids);
	const attempts = grouped(await listExamAttemptsOf(tx, ids));
	return new Map(
		people.map(({ inburgeraar, lokaalBeleid }) => {
			const id = inburgeraar.inburgeraarId;
			const rows: FactRows = {
				...{ inburgeraar, lokaalBeleid },
				events: events.get(id) ?? [],
				pips: pips.get(id) ?? [],
				hours: hours.get(id) ?? new Map(),
				attempts: attempts.get(id) ?? []
			};
			return [id, rows];
		})
	);
}

/** Rows of several people by person, each in the order in which they came. */
export function grouped<R extends { inburgeraarId: string }>(rows: readonly R[]): Map<string, R[]> {
	const people = new Map<string, R[]>();
	for (const row of rows) {
		const own = people.get(row.inburgeraarId);
		if (own) own.push(row);
		else people.set(row.inburgeraarId, [row]);
	}
	return people;
}

/** Folds the rows of one person into facts. What was not recorded stays absent, except hours: see `factsOfHours`. */
export function factsFrom(rows: FactSource, today: Temporal.PlainDate): Facts {
	const { groep, verblijfsvergunning, nationaliteit, geboortedatum, bekendmakingVerblijfsrecht } =
		rows.inburgeraar;
	const events = factsOfEvents(rows.events);
	const zNorm = events.zCursusMinutenNorm ?? rows.pips[0]?.zCursusMinutenNorm ?? undefined;
	return present({
		peildatum: today,
		groep,
		verblijfsvergunning,
		nationaliteit,
		geboortedatum,
		bekendmakingVerblijfsrecht: bekendmakingVerblijfsrecht ?? undefined,
		...factsOfPips(rows.pips),
		...factsOfHours(rows),
		...factsOfExams(rows),
		...events,
		zCursusMinutenNorm: zNorm !== undefined && zNorm <= parameter('zCursus', today) ? zNorm : undefined,
		lokaalBeleid: rows.lokaalBeleid ? settingsOf(rows.lokaalBeleid) : undefined
	});
}

/** A PIP made because of a move is that of the new municipality: it is not one of the later versions (contract.md 6.20). */
function factsOfPips(pips: readonly FactPip[]): Facts {
	const current = pips[0];
	const oldestFirst = pips.toReversed();
	const own = oldestFirst.filter(({ redenWijziging }) => redenWijziging !== 'verhuizing');
	const [eerste, ...latere] = own.map(({ dagtekening }) => dagtekening).filter((day) => day !== null);
	const laterePips: Temporal.PlainDate[] = [];
	for (const day of latere) if (isNa(day, laterePips.at(-1) ?? eerste ?? day)) laterePips.push(day);
	return present({
		dagtekeningEerstePip: eerste,
		laterePips: laterePips.length > 0 ? laterePips : undefined,
		dagtekeningPipNaVerhuizing:
			oldestFirst.findLast(({ redenWijziging }) => redenWijziging === 'verhuizing')?.dagtekening ?? undefined,
		bekendmakingPip: current?.bekendmaking ?? undefined,
		leerroute: current?.leerroute ?? undefined,
		voortgangsgesprekkenInPip: current?.voortgangsgesprekkenInPip ?? undefined,
		ontzorgenVerlengdTotEnMet: current?.ontzorgenVerlengdTotEnMet ?? undefined
	});
}

/**
 * Only confirmed minutes are facts; what was recorded and not confirmed is shown apart and counts for nothing.
 * From the first PIP on the ledger is the college's own complete registration (Wi2021 art. 6 lid 5, art. 17): no row
 * is a known 0. Not the lessons of gezin_overig: they choose a school themselves, and it reports only when asked.
 */
function factsOfHours({ hours, pips, inburgeraar }: FactSource): Facts {
	const minutes = (...categories: HourCategory[]) =>
		categories.reduce((sum, category) => sum + (hours.get(category)?.confirmed ?? 0), 0);
	const hasPip = pips.length > 0;
	const isCourseKnown =
		(hasPip && inburgeraar.groep === 'asiel') || courseCategories.some((category) => hours.has(category));
	const known = (isKnown: boolean, n: number) => (isKnown ? n : undefined);
	return present({
		nt2Minuten: known(isCourseKnown, minutes('nt2', 'alfabetisering')),
		alfabetiseringMinuten: known(isCourseKnown, minutes('alfabetisering')),
		knmMinuten: known(isCourseKnown, minutes('knm')),
		pvtMinuten: known(hasPip || hours.has('pvt'), minutes('pvt')),
		moduleMapMinuten: known(
			hasPip || hours.has('module_map') || hours.has('module_map_praktijk'),
			minutes('module_map', 'module_map_praktijk')
		),
		moduleMapPraktijkMinuten: known(
			hasPip || hours.has('module_map_praktijk'),
			minutes('module_map_praktijk')
		),
		overigeParticipatieMinuten: known(hasPip || hours.has('participatie'), minutes('participatie'))
	});
}

/** Without any attempt nothing is known; with one, the list is complete. */
function factsOfExams({ attempts, pips }: FactSource): Facts {
	const standing = standingRows(attempts);
	if (standing.length === 0) return {};
	return { behaaldeExamenonderdelen: behaaldeOnderdelen(standing, niveausOf(pips[0])) };
}

/** The levels that the PIP sets. */
export const niveausOf = (pip: FactPip | undefined): PipNiveaus => ({
	lezen: pip?.niveauLezen ?? null,
	luisteren: pip?.niveauLuisteren ?? null,
	schrijven: pip?.niveauSchrijven ?? null,
	spreken: pip?.niveauSpreken ?? null
});

/** What was read of settings, while somebody holds them: thousands of people have the same. */
const readSettings = new WeakMap<Gemeente['lokaalBeleid'], Facts['lokaalBeleid']>();

/** Only the settings that the law engine knows, and only when they have a sensible value. */
function settingsOf(settings: Gemeente['lokaalBeleid']): Facts['lokaalBeleid'] {
	const known = readSettings.get(settings);
	if (known) return known;
	const isSensible = ([key, value]: [string, unknown]) => readFacts({ lokaalBeleid: { [key]: value } }).isValid; // prettier-ignore
	const read = Object.fromEntries(Object.entries(settings).filter(isSensible));
	readSettings.set(settings, read);
	return read;
}

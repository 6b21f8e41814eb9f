import { standingRows } from '#lib/domain/standingRows.ts';
import type { Intakegebeurtenis, Werkproces } from '#lib/domain/trajectStatus.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import { volgendeStap, type Stap } from '#lib/domain/volgendeStap.ts';
import { dayOf } from './clock.ts';
import type { Reader } from './db/database.ts';
import { listEnrolments } from './db/hours.ts';
import { countUpcomingAppointments, findDraftStart } from './db/next-step.ts';
import { findPipRead } from './db/pips.ts';
import type { FactRows } from './facts.ts';

const intakeSoorten: Partial<Record<string, Intakegebeurtenis['soort']>> = {
	intake_oproep: 'oproep',
	intake_niet_verschenen: 'niet_verschenen',
	intake_gesprek: 'gesprek',
	leerbaarheidstoets: 'leerbaarheidstoets',
	intake_afgerond: 'afgerond'
};

/** What was recorded of the way to the PIP, corrections applied, oldest first. */
export function werkprocesOf(rows: FactRows, pipConcept: Temporal.PlainDate | null): Werkproces {
	const events = standingRows(rows.events).toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
	const last = (kind: string) => events.findLast((event) => event.kind === kind)?.day ?? null;
	return {
		gekoppeld: last('koppeling'),
		kennisgevingDuo: last('duo_kennisgeving'),
		intake: events.flatMap(({ kind, day }) => {
			const soort = intakeSoorten[kind];
			return soort ? [{ soort, dag: day }] : [];
		}),
		pipConcept
	};
}

/** The one next step of a person: what, who acts, by when. Every page that says it gets it from here. */
export async function nextStepOf(
	tx: Reader,
	rows: FactRows,
	law: { facts: Facts; outcome: Outcome },
	now: Temporal.Instant
): Promise<Stap> {
	const { inburgeraarId, pipVersie } = rows.inburgeraar;
	const draftStart = await findDraftStart(tx, inburgeraarId);
	const courses = (await listEnrolments(tx, inburgeraarId)).filter(
		({ kind, tot }) => kind === 'taalcursus' && (!tot || Temporal.PlainDate.compare(tot, dayOf(now)) >= 0)
	);
	return volgendeStap({
		...law,
		werkproces: werkprocesOf(rows, draftStart ? dayOf(draftStart) : null),
		isPipGezien: pipVersie === 0 || (await findPipRead(tx, inburgeraarId, pipVersie)) !== undefined,
		hasCursus: courses.length > 0,
		openPunten: 0,
		afspraken: await countUpcomingAppointments(tx, inburgeraarId, now)
	});
}

import type { Stap } from '#lib/domain/volgendeStap.ts';
import type { Staff } from './actor.ts';
import { pastAppointments, upcomingAppointments, type AppointmentRow } from './appointments.ts';
import { database } from './db/current.ts';
import type { Dossier } from './db/inburgeraren.ts';
import { openDossier } from './dossiers.ts';
import { findFactRows } from './facts.ts';
import { nextStepOf } from './next-step.ts';
import { planOf, type Plan } from './pips.ts';
import { progressOf, type Progress } from './progress.ts';
import { openQuestions, type Thread } from './questions.ts';

export interface Overview {
	dossier: Dossier;
	step: Stap;
	progress: Progress;
	plan: Plan | undefined;
	upcoming: AppointmentRow[];
	/** The last talks and lessons, newest first. */
	past: AppointmentRow[];
	questions: Thread[];
}

/** The dossier in ten seconds: where, next, norms, term, last contacts, open questions, changes not seen. */
export async function overviewOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<Overview | undefined> {
	const dossier = await openDossier(actor, inburgeraarId, 'overzicht', now);
	const { read } = database();
	const rows = dossier && (await findFactRows(read, inburgeraarId));
	const progress = rows && (await progressOf(actor, inburgeraarId, now));
	if (!rows || !progress) return undefined;
	return {
		dossier,
		progress,
		step: await nextStepOf(read, rows, progress, now),
		plan: await planOf(actor, inburgeraarId, now),
		upcoming: ((await upcomingAppointments(actor, inburgeraarId, now)) ?? []).slice(0, 3),
		past: ((await pastAppointments(actor, inburgeraarId, now)) ?? []).slice(0, 3),
		questions: (await openQuestions(actor, inburgeraarId)) ?? []
	};
}

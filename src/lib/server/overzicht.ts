import type { Stap } from '#lib/domain/volgendeStap.ts';
import type { Staff } from './actor.ts';
import { pastAppointments, upcomingAppointments, type AppointmentRow } from './appointments.ts';
import { database } from './db/current.ts';
import type { Dossier } from './db/inburgeraren.ts';
import { openDossier } from './dossiers.ts';
import { findFactRows } from './facts.ts';
import { waitingOf, type MondayRow } from './monday-list.ts';
import { nextStepOf } from './next-step.ts';
import { planOf, type Plan } from './pips.ts';
import { progressOf, type Progress } from './progress.ts';
import { openQuestions, questionsOf, type Thread } from './questions.ts';

export interface Overview {
	dossier: Dossier;
	step: Stap;
	progress: Progress;
	plan: Plan | undefined;
	upcoming: AppointmentRow[];
	/** The last talks and lessons, newest first. */
	past: AppointmentRow[];
	questions: Thread[];
	/** Answers of staff that the participant did not open yet. */
	unread: Thread[];
	/** Why the person stands on the Monday list, and what of it was put aside. */
	waiting: MondayRow;
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
	const waiting = rows && (await waitingOf(actor, inburgeraarId, now));
	if (!rows || !progress || !waiting) return undefined;
	return {
		...{ dossier, progress, waiting },
		step: await nextStepOf(read, rows, progress, now),
		plan: await planOf(actor, inburgeraarId, now),
		upcoming: ((await upcomingAppointments(actor, inburgeraarId, now)) ?? []).slice(0, 3),
		past: ((await pastAppointments(actor, inburgeraarId, now)) ?? []).slice(0, 3),
		questions: (await openQuestions(actor, inburgeraarId)) ?? [],
		unread: ((await questionsOf(actor, inburgeraarId)) ?? []).filter(({ hasNews }) => hasNews)
	};
}

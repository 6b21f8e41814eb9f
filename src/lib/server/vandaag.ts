import type { Duur } from '#lib/domain/dag.ts';
import { resterend } from '#lib/domain/termijn/looptijd.ts';
import { examenonderdelen } from '#lib/domain/vocabulary.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import type { Stap } from '#lib/domain/volgendeStap.ts';
import type { Inburgeraar } from './actor.ts';
import { nextAppointment, type AppointmentRow } from './appointments.ts';
import { dayOf } from './clock.ts';
import { findConsulent, type Contact } from './db/contacts.ts';
import { database } from './db/current.ts';
import { factsFrom, findFactRows } from './facts.ts';
import { nextStepOf } from './next-step.ts';
import { newestChange, type NewestChange } from './pips.ts';
import { moveNews } from './overplaatsing.ts';
import { metersFrom, termFrom, type MeterState, type Progress } from './progress.ts';

export interface Today {
	next: AppointmentRow | undefined;
	step: Stap;
	meters: MeterState[];
	/** Exam parts passed; null where the route has no exams of its own or nothing is known. */
	exams: { passed: number; of: number } | null;
	term: (NonNullable<Progress['term']> & { left: Duur | null }) | null;
	change: NewestChange | undefined;
	consulent: Contact | undefined;
	/** Somebody else helps, or will: a planned hand-over, a transfer. */
	news: 'overdracht' | 'verhuizing' | null;
}

/** The answers to the five questions: what is next, where and when, how much is left, until when, who helps. */
export async function todayOf(actor: Inburgeraar, now: Temporal.Instant): Promise<Today> {
	const { read } = database();
	const rows = await findFactRows(read, actor.id);
	if (!rows) throw new Error('a participant without a dossier');
	const today = dayOf(now);
	const facts = factsFrom(rows, today);
	const outcome = uitkomst(facts);
	const term = termFrom(outcome, rows);
	const passed = facts.behaaldeExamenonderdelen;
	return {
		next: await nextAppointment(actor, now),
		step: await nextStepOf(read, rows, { facts, outcome }, now),
		meters: metersFrom(rows, facts, outcome),
		exams: facts.leerroute === 'b1' && passed ? { passed: passed.length, of: examenonderdelen.length } : null,
		term: term && { ...term, left: term.isOver ? null : resterend(term.laatsteDag, today) },
		change: await newestChange(actor, now),
		consulent: await findConsulent(read, actor.id, today),
		news: await moveNews(actor)
	};
}

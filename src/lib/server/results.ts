import { isNa } from '#lib/domain/dag.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { Examenonderdeel, ExamResult, Taalniveau } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { insertExamAttempt, listExamAttempts, type ExamAttemptLine } from './db/results.ts';
import { dossierFor, dossierToRead } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export interface NewAttempt {
	onderdeel: Examenonderdeel;
	/** Absent for KNM. */
	niveau?: Taalniveau;
	day: Temporal.PlainDate;
	result: ExamResult;
	/** A correction takes the place of this attempt. */
	replacesId?: string;
}
/** `achterhaald`: the attempt to be corrected does not stand any more; somebody else corrected it. */
export type AttemptRefusal = 'toekomst' | 'niveau_nodig' | 'achterhaald';
export type AttemptRecorded = { ok: true; id: string } | { ok: false; reden: AttemptRefusal };

/** Every attempt as recorded, with the ones that stand; undefined when the person is not the actor's. */
export async function attemptsOf(actor: Staff, inburgeraarId: string) {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId, read))) return undefined;
	const all = await listExamAttempts(read, inburgeraarId);
	return { all, standing: standingRows(all) };
}

/** Records an attempt, or the correction of one. An attempt in the future can only wait for its result. */
export async function recordAttempt(
	actor: Staff,
	inburgeraarId: string,
	attempt: NewAttempt,
	key: string,
	now: Temporal.Instant
): Promise<AttemptRecorded | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const form = { action: 'resultaat.record', key, payload: { inburgeraarId, ...attempt } };
		let reden: AttemptRefusal | undefined;
		const id = await once(tx, actor, form, now, async () => {
			reden = refusalOf(await listExamAttempts(tx, inburgeraarId), attempt, now);
			return reden ? undefined : insertAttempt(tx, actor, inburgeraarId, attempt, now);
		});
		return id === undefined ? { ok: false, reden: reden ?? 'achterhaald' } : { ok: true, id };
	});
}

function refusalOf(
	rows: readonly ExamAttemptLine[],
	attempt: NewAttempt,
	now: Temporal.Instant
): AttemptRefusal | undefined {
	if (attempt.onderdeel !== 'knm' && !attempt.niveau) return 'niveau_nodig';
	if (attempt.result !== 'uitslag_volgt' && isNa(attempt.day, dayOf(now))) return 'toekomst';
	if (!attempt.replacesId) return undefined;
	return standingRows(rows).some(({ id }) => id === attempt.replacesId) ? undefined : 'achterhaald';
}

async function insertAttempt(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	{ onderdeel, niveau, day, result, replacesId = undefined }: NewAttempt,
	now: Temporal.Instant,
	isWithdrawal = false
): Promise<string> {
	const id = newId();
	await insertExamAttempt(tx, {
		...{ inburgeraarId, id, onderdeel, day, result, isWithdrawal },
		niveau: onderdeel === 'knm' ? null : (niveau ?? null),
		replacesId: replacesId ?? null,
		recordedBy: actor.id,
		recordedAt: now
	});
	const action = isWithdrawal ? 'resultaat.withdraw' : 'resultaat.record';
	await recordAudit(
		tx,
		actor,
		{ action, objectType: 'resultaat', objectId: id, subjectId: inburgeraarId },
		now
	);
	const dedupeKey = `resultaat:${inburgeraarId}:${dayOf(now).toString()}`;
	await insertNotice(tx, { kind: 'uren', personId: inburgeraarId, dedupeKey }, now);
	return id;
}

/** Takes back an attempt that was recorded by mistake. False: it does not stand any more. */
export async function withdrawAttempt(
	actor: Staff,
	inburgeraarId: string,
	attemptId: string,
	now: Temporal.Instant
): Promise<boolean | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const rows = await listExamAttempts(tx, inburgeraarId);
		if (!rows.some(({ id }) => id === attemptId)) return undefined;
		const attempt = standingRows(rows).find(({ id }) => id === attemptId);
		if (!attempt) return false;
		const { onderdeel, day, result } = attempt;
		const row = { onderdeel, day, result, niveau: attempt.niveau ?? undefined, replacesId: attemptId };
		await insertAttempt(tx, actor, inburgeraarId, row, now, true);
		return true;
	});
}

import type { CorrectionReason, DisputeKind } from '#lib/domain/vocabulary.ts';
import type { HourPlace } from '#lib/domain/hours.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { insertDispute, listDisputes, updateDispute } from './db/hours.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor, dossierToRead } from './dossiers.ts';
import { insertCorrection } from './hour-corrections.ts';
import { entriesOf, type Entry } from './hours.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export type Dispute = Awaited<ReturnType<typeof listDisputes>>[number];

/** What somebody disputed, newest first. */
export async function disputesOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string
): Promise<Dispute[] | undefined> {
	const { read } = database();
	return (await dossierToRead(actor, inburgeraarId, read)) && listDisputes(read, inburgeraarId);
}

/** One entry of the participant with what was said about it; undefined when it is not theirs. */
export async function ownEntry(
	actor: Inburgeraar,
	entryId: string
): Promise<{ entry: Entry; disputes: Dispute[] } | undefined> {
	const { read } = database();
	const entry = (await entriesOf(read, actor.id)).find(({ id }) => id === entryId);
	if (!entry) return undefined;
	const disputes = (await listDisputes(read, actor.id)).filter(({ hourEntryId }) => hourEntryId === entryId);
	return { entry, disputes };
}

/**
 * 'This is wrong', about an entry of the participant. One at a time: while one is open the same answer comes back.
 * Undefined: not an entry of the participant.
 */
export async function disputeHours(
	actor: Inburgeraar,
	entryId: string,
	dispute: { kind: DisputeKind; text?: string },
	key: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	return database().transaction(async (tx) => {
		if (!(await entriesOf(tx, actor.id)).some(({ id }) => id === entryId)) return undefined;
		const payload = { entryId, ...dispute };
		return once(tx, actor, { action: 'uren.dispute', key, payload }, now, async () => {
			const open = (await listDisputes(tx, actor.id)).find((d) => d.hourEntryId === entryId && !d.answeredAt);
			if (open) return open.id;
			const id = newId();
			await insertDispute(tx, {
				...{ inburgeraarId: actor.id, id, hourEntryId: entryId },
				...{ kind: dispute.kind, text: dispute.text ?? null, openedAt: now }
			});
			const event = { action: 'uren.dispute', objectType: 'uren', objectId: entryId, subjectId: actor.id };
			await recordAudit(tx, actor, event, now);
			return id;
		});
	});
}

export interface DisputeAnswer {
	/** Dutch, as the consultant wrote it. */
	text?: string;
	/** Absent: the hours stay as they are, and then the text says why. */
	correction?: HourPlace & { reason: CorrectionReason; version: number };
	/** The version of the dispute that the actor saw. */
	version: number;
}
export type Answered =
	| { ok: true }
	| { ok: false; reden: 'niets_anders' | 'uitleg_nodig' }
	/** Answered or corrected meanwhile by somebody else. */
	| { ok: false; reden: 'conflict'; now: { entry: Entry; dispute: Dispute } };

/** Answers a dispute: by correction rows, or by explaining why the hours stay. Undefined: not the actor's to answer. */
export async function answerDispute(
	actor: Staff,
	inburgeraarId: string,
	disputeId: string,
	answer: DisputeAnswer,
	now: Temporal.Instant
): Promise<Answered | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const dispute = (await listDisputes(tx, inburgeraarId)).find(({ id }) => id === disputeId);
		const entry = (await entriesOf(tx, inburgeraarId)).find(({ id }) => id === dispute?.hourEntryId);
		if (!dispute || !entry) return undefined;
		const { correction, text } = answer;
		if (isAnsweredSo(dispute, actor, answer)) return { ok: true };
		const isStale = dispute.answeredAt !== null || dispute.version !== answer.version;
		if (isStale || (correction && correction.version !== entry.version))
			return { ok: false, reden: 'conflict', now: { entry, dispute } };
		if (!correction && !text) return { ok: false, reden: 'uitleg_nodig' };
		if (correction && !(await insertCorrection(tx, actor, entry, correction, now)))
			return { ok: false, reden: 'niets_anders' };
		const outcome = correction ? ('aangepast' as const) : ('blijft' as const);
		await updateDispute(tx, dispute, {
			outcome,
			answer: text ?? null,
			answeredBy: actor.id,
			answeredAt: now
		});
		const event = { action: 'uren.answer', objectType: 'uren', objectId: entry.id, subjectId: inburgeraarId };
		await recordAudit(tx, actor, event, now);
		await insertNotice(
			tx,
			{ kind: 'uren', personId: inburgeraarId, dedupeKey: `klopt-niet:${disputeId}` },
			now
		);
		return { ok: true };
	});
}

/** The same answer sent twice: nothing to do. */
const isAnsweredSo = (
	dispute: Dispute,
	actor: Staff,
	{ text, correction, version }: DisputeAnswer
): boolean =>
	dispute.answeredBy === actor.id &&
	dispute.version === version + 1 &&
	dispute.answer === (text ?? null) &&
	(dispute.outcome === 'aangepast') === (correction !== undefined);

import type { CorrectionOutcome, CorrectionSubject, ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import {
	findOpenCorrection,
	insertCorrectionRequest,
	listCorrections,
	updateCorrection
} from './db/corrections.ts';
import { database } from './db/current.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor, isSince, seenSince } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export type Correction = Awaited<ReturnType<typeof listCorrections>>[number];

const event = (action: string, id: string, subjectId: string) => ({
	...{ action, objectType: 'correctie', objectId: id, subjectId }
});

/**
 * 'This is wrong about me' (PRIV-05, GDPR art. 16). One at a time about one subject: while one waits, that one comes back.
 * @param asked.rightValue what it must be, when the person says so
 */
export async function askCorrection(
	actor: Inburgeraar,
	asked: { about: CorrectionSubject; text: string; rightValue?: string },
	key: string,
	now: Temporal.Instant
): Promise<string> {
	return database().transaction((tx) =>
		once(tx, actor, { action: 'gegevens.dispute', key, payload: asked }, now, async () => {
			const open = await findOpenCorrection(tx, actor.id, asked.about);
			if (open) return open.id;
			const id = newId();
			const { about, text, rightValue = null } = asked;
			await insertCorrectionRequest(tx, {
				inburgeraarId: actor.id,
				id,
				about,
				text,
				rightValue,
				askedAt: now
			});
			await recordAudit(tx, actor, event('gegevens.dispute', id, actor.id), now);
			const personId = (await dossierFor(actor, actor.id, tx))?.consulentId;
			if (personId)
				await insertNotice(tx, { kind: 'correctie', personId, dedupeKey: `correctie:${id}` }, now);
			return id;
		})
	);
}

/** Requests of a person with the answers, the newest first. Undefined: not the actor's. */
export async function correctionsOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string
): Promise<Correction[] | undefined> {
	const { read } = database();
	if (!(await dossierFor(actor, inburgeraarId, read))) return undefined;
	const since = await seenSince(actor, inburgeraarId, read);
	return (await listCorrections(read, inburgeraarId)).filter(({ askedAt }) => isSince(askedAt, since));
}

export interface CorrectionAnswer {
	outcome: CorrectionOutcome;
	zinnen: ZinGebruik[];
	/** Dutch. When it stays as it is, phrases or text say why. */
	text?: string;
	/** The version that the actor saw. */
	version: number;
}
export type CorrectionAnswered =
	{ ok: true } | { ok: false; reden: 'uitleg_nodig' } | { ok: false; reden: 'conflict' };

/** Answers a request. What has to be changed is changed on its own page. Undefined: not the actor's to answer. */
export async function answerCorrection(
	actor: Staff,
	key: { inburgeraarId: string; id: string },
	{ outcome, zinnen, text, version }: CorrectionAnswer,
	now: Temporal.Instant
): Promise<CorrectionAnswered | undefined> {
	const { inburgeraarId, id } = key;
	return database().transaction(async (tx): Promise<CorrectionAnswered | undefined> => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const since = await seenSince(actor, inburgeraarId, tx);
		const row = (await listCorrections(tx, inburgeraarId)).find((one) => one.id === id);
		if (!row || !isSince(row.askedAt, since)) return undefined;
		if (row.answeredAt || row.version !== version) return { ok: false, reden: 'conflict' };
		if (outcome === 'blijft' && !text && zinnen.length === 0) return { ok: false, reden: 'uitleg_nodig' };
		const said = { outcome, zinnen: zinnen.length > 0 ? zinnen : null, answer: text ?? null };
		if (!(await updateCorrection(tx, row, { ...said, answeredBy: actor.id, answeredAt: now })))
			return { ok: false, reden: 'conflict' };
		await recordAudit(tx, actor, event('gegevens.answer', id, inburgeraarId), now);
		const notice = {
			kind: 'correctie' as const,
			personId: inburgeraarId,
			dedupeKey: `correctie-antwoord:${id}`
		};
		await insertNotice(tx, notice, now);
		return { ok: true };
	});
}

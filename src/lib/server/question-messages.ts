import type { AnswerKind, QuestionTopic, ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { findMovedAt } from './db/moves.ts';
import { findAbout, findQuestion, insertQuestion, insertQuestionMessage, updateQuestion, updateRead } from './db/questions.ts'; // prettier-ignore
import { dossierFor, isSince, seenSince } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

async function tell(
	tx: Writer,
	personId: string | null,
	messageId: string,
	now: Temporal.Instant
): Promise<void> {
	if (personId) await insertNotice(tx, { kind: 'antwoord', personId, dedupeKey: `vraag:${messageId}` }, now);
}

/** Asks the consultant something; returns the id of the question. Undefined: `aboutId` is not the participant's own. */
export async function askQuestion(
	actor: Inburgeraar,
	form: { key: string; topic: QuestionTopic; text: string; aboutId?: string },
	now: Temporal.Instant
): Promise<string | undefined> {
	const { key, topic, text, aboutId = null } = form;
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, actor.id, tx);
		if (!dossier || (aboutId !== null && !(await findAbout(tx, actor.id, aboutId)))) return undefined;
		return once(
			tx,
			actor,
			{ action: 'vraag.create', key, payload: { topic, text, aboutId } },
			now,
			async () => {
				const [id, messageId] = [newId(), newId()];
				await insertQuestion(tx, { inburgeraarId: actor.id, id, topic, aboutId, askedAt: now });
				// Also without words of its own: the first message carries who asked, and whether it was read.
				await insertQuestionMessage(tx, { inburgeraarId: actor.id, id: messageId, questionId: id, authorId: actor.id, sentAt: now, text }); // prettier-ignore
				await recordAudit(tx, actor, { action: 'vraag.create', objectType: 'vraag', objectId: id, subjectId: actor.id }, now); // prettier-ignore
				await tell(tx, dossier.consulentId, messageId, now);
				return id;
			}
		);
	});
}

export type Reply = { key: string; answerKind?: AnswerKind; zinnen?: ZinGebruik[]; text?: string };

/**
 * Adds a message: the consultant's answers the question, the participant's opens it again. What the other side wrote
 * counts as read. Undefined: not the actor's question.
 */
export async function replyToQuestion(
	actor: Staff | Inburgeraar,
	key: { inburgeraarId: string; id: string },
	reply: Reply,
	now: Temporal.Instant
): Promise<'verstuurd' | undefined> {
	const { inburgeraarId, id } = key;
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		const question = dossier && (await findQuestion(tx, inburgeraarId, id));
		// A question to the former municipality stays there: nobody there reads an answer any more.
		if (!question || !isSince(question.askedAt, await findMovedAt(tx, inburgeraarId))) return undefined;
		const isParticipant = actor.role === 'inburgeraar';
		const { answerKind = null } = reply;
		const zinnen = reply.zinnen?.length ? reply.zinnen : null;
		// A message has a standard answer or a text, be it an empty one (CHECK question_messages_content).
		const text = reply.text ?? (zinnen && !answerKind ? '' : null);
		const payload = { inburgeraarId, id, answerKind, zinnen, text };
		await once(tx, actor, { action: 'vraag.reply', key: reply.key, payload }, now, async () => {
			const messageId = newId();
			await insertQuestionMessage(tx, { inburgeraarId, id: messageId, questionId: id, authorId: actor.id, sentAt: now, answerKind, zinnen, text }); // prettier-ignore
			await updateQuestion(tx, inburgeraarId, id, { answeredAt: isParticipant ? null : now, closedAt: null });
			await updateRead(tx, key, isParticipant ? 'inburgeraar' : 'staff', now);
			await recordAudit(tx, actor, { action: 'vraag.reply', objectType: 'vraag', objectId: id, subjectId: inburgeraarId }, now); // prettier-ignore
			await tell(tx, isParticipant ? dossier.consulentId : inburgeraarId, messageId, now);
			return messageId;
		});
		return 'verstuurd';
	});
}

/** 'I have read this', or 'I am done': what the other side wrote counts as read. Undefined: not the actor's question. */
export async function settleQuestion(
	actor: Staff | Inburgeraar,
	key: { inburgeraarId: string; id: string },
	how: 'gelezen' | 'gesloten',
	now: Temporal.Instant
): Promise<'bewaard' | undefined> {
	const { inburgeraarId, id } = key;
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		const question = dossier && (await findQuestion(tx, inburgeraarId, id));
		const isSeen = question && isSince(question.askedAt, await seenSince(actor, inburgeraarId, tx));
		if (!question || !isSeen) return undefined;
		await updateRead(tx, key, actor.role === 'inburgeraar' ? 'inburgeraar' : 'staff', now);
		if (how === 'gesloten' && !question.closedAt)
			await updateQuestion(tx, inburgeraarId, id, { closedAt: now });
		const action = how === 'gesloten' ? 'vraag.close' : 'vraag.read';
		await recordAudit(
			tx,
			actor,
			{ action, objectType: 'vraag', objectId: id, subjectId: inburgeraarId },
			now
		);
		return 'bewaard';
	});
}

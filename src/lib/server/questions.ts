import { gewoneDag, plusDagen } from '#lib/domain/dag.ts';
import type { AnswerKind, LocaleId, QuestionTopic } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { findAbout, findQuestion, insertQuestion, insertQuestionMessage, listOpenQuestions, listQuestionMessages, listQuestions, updateQuestion, updateRead, type About, type Question, type QuestionMessage } from './db/questions.ts'; // prettier-ignore
import { dossierFor } from './dossiers.ts';
import { momentText, numericDate } from './format.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** `verstuurd` nobody read it yet; `gelezen` the consultant did; `beantwoord`; `gesloten` the participant is done. */
export type QuestionState = 'verstuurd' | 'gelezen' | 'beantwoord' | 'gesloten';
/** A question with its messages, the first one first, and whether something in it is new to the participant. */
export type Thread = Question & { messages: QuestionMessage[]; state: QuestionState; hasNews: boolean };

const isMine = (question: Question, message: QuestionMessage) => message.authorId === question.inburgeraarId;

function stateOf(question: Question, messages: QuestionMessage[]): QuestionState {
	if (question.closedAt) return 'gesloten';
	if (question.answeredAt) return 'beantwoord';
	const own = messages.filter((message) => isMine(question, message));
	return own.length > 0 && own.every(({ readAt }) => readAt) ? 'gelezen' : 'verstuurd';
}

async function threads(tx: Reader, inburgeraarId: string, rows: Question[]): Promise<Thread[]> {
	const ids = rows.map(({ id }) => id);
	const all = await listQuestionMessages(tx, inburgeraarId, ids);
	return rows.map((question) => {
		const messages = all.filter(({ questionId }) => questionId === question.id);
		const hasNews = messages.some((message) => !isMine(question, message) && !message.readAt);
		return { ...question, messages, state: stateOf(question, messages), hasNews };
	});
}

/** All questions of a person, the newest one first. Undefined: not the actor's to see. */
export async function questionsOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string
): Promise<Thread[] | undefined> {
	const { read } = database();
	if (!(await dossierFor(actor, inburgeraarId))) return undefined;
	return threads(read, inburgeraarId, await listQuestions(read, inburgeraarId));
}

/** Questions that wait for an answer, the oldest one first. Undefined: not the actor's to see. */
export async function openQuestions(
	actor: Staff | Inburgeraar,
	inburgeraarId: string
): Promise<Thread[] | undefined> {
	const { read } = database();
	if (!(await dossierFor(actor, inburgeraarId))) return undefined;
	return threads(read, inburgeraarId, await listOpenQuestions(read, inburgeraarId));
}

/** One question and what it is about. Undefined: not the actor's to see. */
export async function questionOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	id: string
): Promise<{ thread: Thread; about: About | undefined } | undefined> {
	const { read } = database();
	if (!(await dossierFor(actor, inburgeraarId))) return undefined;
	const question = await findQuestion(read, inburgeraarId, id);
	if (!question) return undefined;
	const [thread] = await threads(read, inburgeraarId, [question]);
	return { thread: thread!, about: await aboutOf(inburgeraarId, question.aboutId) };
}

const aboutOf = async (inburgeraarId: string, aboutId: string | null): Promise<About | undefined> =>
	aboutId === null ? undefined : findAbout(database().read, inburgeraarId, aboutId);

/** What the participant wants to ask about: an own appointment, hour entry or PIP version; undefined for anything else. */
export const ownAbout = (actor: Inburgeraar, aboutId: string): Promise<About | undefined> =>
	aboutOf(actor.id, aboutId);

/** What a question is about: a code, and its day, moment or version in digits. */
export function aboutText(about: About): { kind: About['kind']; text: string } {
	const { kind } = about;
	if (kind === 'pip') return { kind, text: String(about.versie) };
	if (kind === 'uren') return { kind, text: numericDate(about.day) };
	const { date, time } = momentText(about.appointment.startsAt, 'nl');
	return { kind, text: `${date} ${time}` };
}

export interface MessageText {
	id: string;
	from: string;
	/** Written by the participant. */
	isOwn: boolean;
	at: string;
	iso: string;
	answerKind: AnswerKind | null;
	/** As it was typed: the participant in any language, the consultant in Dutch. Absent when nothing was typed. */
	text: string | null;
	isRead: boolean;
}
export function messageText(message: QuestionMessage, inburgeraarId: string, locale: LocaleId): MessageText {
	const { id, authorName: from, authorId, sentAt, answerKind, text, readAt } = message;
	const { date, time, iso } = momentText(sentAt, locale);
	const isOwn = authorId === inburgeraarId;
	return {
		id,
		from,
		isOwn,
		at: `${date} ${time}`,
		iso,
		answerKind,
		text: text || null,
		isRead: readAt !== null
	};
}

/** The last day on which an answer is expected: that many working days after the day of asking. */
export function answerDay(askedAt: Temporal.Instant, answerDays: number): Temporal.PlainDate {
	let day = dayOf(askedAt);
	for (let n = 0; n < answerDays; n++) day = gewoneDag(plusDagen(day, 1));
	return day;
}

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

export type Reply = { key: string; answerKind?: AnswerKind; text?: string };

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
		if (!dossier || !(await findQuestion(tx, inburgeraarId, id))) return undefined;
		const isParticipant = actor.role === 'inburgeraar';
		const { answerKind = null, text = null } = reply;
		const payload = { inburgeraarId, id, answerKind, text };
		await once(tx, actor, { action: 'vraag.reply', key: reply.key, payload }, now, async () => {
			const messageId = newId();
			await insertQuestionMessage(tx, { inburgeraarId, id: messageId, questionId: id, authorId: actor.id, sentAt: now, answerKind, text }); // prettier-ignore
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
		if (!question) return undefined;
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

import { werkdagenNa } from '#lib/domain/dag.ts';
import type { AnswerKind, LocaleId } from '#lib/domain/vocabulary.ts';
import type { ReadZin } from '#lib/domain/zinnen.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { findMovedAt } from './db/moves.ts';
import { findAbout, findQuestion, listOpenQuestions, listQuestionMessages, listQuestions, type About, type Question, type QuestionMessage } from './db/questions.ts'; // prettier-ignore
import { dossierToRead, isSince, seenSince } from './dossiers.ts';
import { momentText, numericDate } from './format.ts';
import { readZinLists } from './zinnen.ts';

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
	if (!(await dossierToRead(actor, inburgeraarId))) return undefined;
	const since = await seenSince(actor, inburgeraarId);
	const rows = await listQuestions(read, inburgeraarId);
	return threads(read, inburgeraarId, rows.filter(({ askedAt }) => isSince(askedAt, since))); // prettier-ignore
}

/** Questions that wait for an answer, the oldest one first. Undefined: not the actor's to see. */
export async function openQuestions(
	actor: Staff | Inburgeraar,
	inburgeraarId: string
): Promise<Thread[] | undefined> {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId))) return undefined;
	const since = await seenSince(actor, inburgeraarId);
	const rows = await listOpenQuestions(read, inburgeraarId);
	return threads(read, inburgeraarId, rows.filter(({ askedAt }) => isSince(askedAt, since))); // prettier-ignore
}

/** One question and what it is about. Undefined: not the actor's to see. */
export async function questionOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	id: string
): Promise<{ thread: Thread; about: About | undefined; isFormer: boolean } | undefined> {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId))) return undefined;
	const question = await findQuestion(read, inburgeraarId, id);
	if (!question || !isSince(question.askedAt, await seenSince(actor, inburgeraarId))) return undefined;
	const [thread] = await threads(read, inburgeraarId, [question]);
	// The participant keeps reading it; an answer would reach nobody.
	const isFormer = !isSince(question.askedAt, await findMovedAt(read, inburgeraarId));
	return { thread: thread!, about: await aboutOf(inburgeraarId, question.aboutId), isFormer };
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
	/** From the phrase-book, in the language of the participant. */
	zinnen: ReadZin[];
	/** As it was typed: the participant in any language, the consultant in Dutch. Absent when nothing was typed. */
	text: string | null;
	isRead: boolean;
}
export function messageText(
	message: QuestionMessage,
	inburgeraarId: string,
	locale: LocaleId,
	zinnen: ReadZin[] = []
): MessageText {
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
		zinnen,
		text: text || null,
		isRead: readAt !== null
	};
}

/** The messages of a thread in order. @param reader the language of the participant, where that is not the page's */
export async function messageTexts(
	messages: QuestionMessage[],
	inburgeraarId: string,
	locale: LocaleId,
	reader = locale
): Promise<MessageText[]> {
	const zinnen = await readZinLists(messages.map((message) => message.zinnen), reader); // prettier-ignore
	return messages.map((message, n) => messageText(message, inburgeraarId, locale, zinnen[n]));
}

/** The last day on which an answer is expected: that many working days after the day of asking. */
export const answerDay = (askedAt: Temporal.Instant, answerDays: number): Temporal.PlainDate =>
	werkdagenNa(dayOf(askedAt), answerDays);

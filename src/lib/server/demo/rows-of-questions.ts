import type { Calendar } from './calendar.ts';
import { demoId, personaIds, personId } from './ids.ts';
import type { Life, Question } from './life.ts';
import type { Rows } from './rows.ts';

/** Questions with their messages; the newest message tells whether an answer is waited for. */
export function addQuestions(rows: Rows, life: Life, days: Calendar): void {
	const inburgeraarId = personId(life.key);
	for (const question of life.questions ?? []) {
		const questionId = demoId(life.key, 'question', question.id);
		const sent = question.messages.map((message) => ({
			message,
			sentAt: days.past(message.day, message.time)
		}));
		const [first, last] = [sent[0], sent.at(-1)];
		if (!first || !last) continue;
		rows.questions.push({
			inburgeraarId,
			id: questionId,
			topic: question.topic,
			aboutId: aboutOf(life, question),
			askedAt: first.sentAt,
			answeredAt: last.message.from === 'self' ? null : last.sentAt,
			closedAt: question.isClosed ? last.sentAt : null
		});
		for (const [n, { message, sentAt }] of sent.entries())
			rows.questionMessages.push({
				inburgeraarId,
				id: demoId(questionId, n),
				questionId,
				authorId: message.from === 'self' ? inburgeraarId : personaIds[message.from],
				sentAt,
				answerKind: message.answer,
				text: message.text,
				readAt: message.isRead ? days.past(message.day.add({ days: 1 }), '08:50') : null
			});
	}
}

function aboutOf({ key }: Life, { about }: Question): string | null {
	if (!about) return null;
	return 'pip' in about ? String(about.pip) : demoId(key, 'appointment', about.appointment);
}

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { planAppointment } from '#lib/server/appointment-plans.ts';
import type { Database } from '#lib/server/db/database.ts';
import { auditEvents, outbox, questionMessages, questions } from '#lib/server/db/schema.ts';
import { recordHours } from '#lib/server/hours.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { askQuestion, replyToQuestion, settleQuestion } from '#lib/server/question-messages.ts';
import { aboutText, answerDay, messageText, messageTexts, openQuestions, ownAbout, questionOf, questionsOf } from '#lib/server/questions.ts'; // prettier-ignore
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let stranger: Staff;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
	stranger = { ...(await people()).consulent, gemeenteId: staff.gemeenteId };
});
afterAll(() => db.close());

async function asked(actor: Inburgeraar, text = 'ስለምንታይ?', at = now) {
	const id = await askQuestion(actor, { key: newId(), topic: 'les', text }, at);
	if (!id) throw new Error('not asked');
	return { inburgeraarId: actor.id, id };
}
const answer = (key: { inburgeraarId: string; id: string }, at = later(60), actor: Staff = staff.consulent) =>
	replyToQuestion(actor, key, { key: newId(), answerKind: 'ik_bel_u', text: 'Morgen om 10 uur.' }, at);
const threadOf = async (actor: Staff | Inburgeraar, key: { inburgeraarId: string; id: string }) =>
	(await questionOf(actor, key.inburgeraarId, key.id))?.thread;

test('an answer of phrases alone is an answer, in the language of who asked', async () => {
	const actor = await participant(staff.consulent);
	const key = await asked(actor);
	const zinnen = [{ zin: 'stock:antwoord_niets_doen', slots: {} }];
	await replyToQuestion(staff.consulent, key, { key: newId(), zinnen }, later(60));
	const thread = await threadOf(actor, key);
	expect(thread?.state).toBe('beantwoord');
	const [, message] = await messageTexts(thread!.messages, actor.id, 'ti');
	expect(message).toMatchObject({ text: null, zinnen: [{ zin: 'stock:antwoord_niets_doen', locale: 'ti' }] });
});

describe('asking', () => {
	test('IN-11: the same question sent twice is one question, one message, one audit event, one notice', async () => {
		const actor = await participant(staff.consulent);
		const form = { key: newId(), topic: 'geld' as const, text: 'Wanneer?' };
		const first = await askQuestion(actor, form, now);
		expect(await askQuestion(actor, form, later(1))).toBe(first);
		expect(await db.read.select().from(questions).where(eq(questions.inburgeraarId, actor.id))).toHaveLength(
			1
		);
		const messages = await db.read.select().from(questionMessages).where(eq(questionMessages.inburgeraarId, actor.id)); // prettier-ignore
		expect(messages).toHaveLength(1);
		expect(await db.read.select().from(auditEvents).where(eq(auditEvents.subjectId, actor.id))).toHaveLength(
			1
		);
		const notices = await db.read
			.select()
			.from(outbox)
			.where(eq(outbox.dedupeKey, `vraag:${messages[0]?.id}`));
		expect(notices).toMatchObject([{ personId: staff.consulent.id, kind: 'antwoord' }]);
	});

	test('IN-11: the same key with another text is refused', async () => {
		const actor = await participant(staff.consulent);
		const form = { key: newId(), topic: 'geld' as const, text: 'Wanneer?' };
		await askQuestion(actor, form, now);
		await expect(askQuestion(actor, { ...form, text: 'Hoe?' }, now)).rejects.toSatisfy(isDifferentPayload);
	});

	test('a pictogram without a word of text is a question too', async () => {
		const actor = await participant(staff.consulent);
		const key = await asked(actor, '');
		const thread = await threadOf(staff.consulent, key);
		expect(thread?.state).toBe('verstuurd');
		expect(messageText(thread!.messages[0]!, actor.id, 'ti')).toMatchObject({ text: null, isOwn: true });
	});

	test('AC-13: a question is about an own appointment, hour entry or PIP, and about nothing of somebody else', async () => {
		const [actor, other] = [await participant(staff.consulent), await participant(staff.consulent)];
		const draft = { kind: 'gesprek', startsAt: now.add({ hours: 48 }), minutes: 45, locationKind: 'telefoon', place: null, address: null, withPersonId: null, withName: null, bring: [], interpreterMode: 'geen', interpreterLanguage: null, isInterpreterArranged: false, toelichting: null } as const; // prettier-ignore
		const planned = await planAppointment(staff.consulent, actor.id, { ...draft, bring: [] }, { key: newId(), isSure: true }, now); // prettier-ignore
		const hours = await recordHours(staff.consulent, actor.id, { category: 'pvt', day: day('2026-11-02'), minutes: 60 }, newId(), now); // prettier-ignore
		if (planned?.kind !== 'gepland' || !hours?.ok) throw new Error('no fixture');
		const shown = async (id: string) => {
			const about = await ownAbout(actor, id);
			return about && aboutText(about);
		};
		expect(await shown(planned.id)).toEqual({ kind: 'afspraak', text: '25-11-2026 10:00' });
		expect(await shown(hours.id)).toEqual({ kind: 'uren', text: '02-11-2026' });
		expect(await shown('1')).toEqual({ kind: 'pip', text: '1' });
		expect(await shown('2')).toBeUndefined();
		for (const aboutId of [planned.id, hours.id, newId()]) {
			expect(await ownAbout(other, aboutId)).toBeUndefined();
			expect(
				await askQuestion(other, { key: newId(), topic: 'afspraak', text: '', aboutId }, now)
			).toBeUndefined();
		}
		expect(await questionsOf(other, other.id)).toEqual([]);
	});
});

describe('answering', () => {
	test('sent, read, answered, asked again, done: each with its state', async () => {
		const actor = await participant(staff.consulent);
		const key = await asked(actor);
		const states = async () => (await threadOf(actor, key))?.state;
		expect(await states()).toBe('verstuurd');
		await settleQuestion(staff.consulent, key, 'gelezen', later(1));
		expect(await states()).toBe('gelezen');
		await answer(key);
		expect(await states()).toBe('beantwoord');
		await replyToQuestion(actor, key, { key: newId(), text: 'Nog iets' }, later(61));
		expect(await states()).toBe('verstuurd');
		await settleQuestion(actor, key, 'gesloten', later(62));
		expect(await states()).toBe('gesloten');
	});

	test('an answer is news until the participant presses that it was read, or writes back', async () => {
		const actor = await participant(staff.consulent);
		const [pressed, written] = [await asked(actor), await asked(actor)];
		for (const key of [pressed, written]) await answer(key);
		expect((await questionsOf(actor, actor.id))?.map(({ hasNews }) => hasNews)).toEqual([true, true]);
		await settleQuestion(actor, pressed, 'gelezen', later(70));
		await replyToQuestion(actor, written, { key: newId(), text: 'Goed' }, later(71));
		expect((await questionsOf(actor, actor.id))?.map(({ hasNews }) => hasNews)).toEqual([false, false]);
	});

	test('IN-04: reading changes nothing', async () => {
		const actor = await participant(staff.consulent);
		const key = await asked(actor);
		await answer(key);
		await threadOf(actor, key);
		await questionsOf(actor, actor.id);
		expect((await threadOf(actor, key))?.hasNews).toBe(true);
	});

	test('who marks as read marks only what the other side wrote', async () => {
		const actor = await participant(staff.consulent);
		const key = await asked(actor);
		await answer(key);
		await replyToQuestion(actor, key, { key: newId(), text: 'En nu?' }, later(65));
		await settleQuestion(actor, key, 'gelezen', later(66));
		const read = (await threadOf(actor, key))?.messages.map(({ readAt }) => readAt !== null);
		expect(read).toEqual([true, true, false]);
	});

	test('IN-11: the same answer sent twice is one message and one notice', async () => {
		const actor = await participant(staff.consulent);
		const key = await asked(actor);
		const reply = { key: newId(), answerKind: 'kom_langs' as const };
		await replyToQuestion(staff.consulent, key, reply, later(1));
		await replyToQuestion(staff.consulent, key, reply, later(2));
		expect((await threadOf(actor, key))?.messages).toHaveLength(2);
		expect(await db.read.select().from(outbox).where(eq(outbox.personId, actor.id))).toHaveLength(1);
	});

	test('open questions come oldest first, without what is answered or done', async () => {
		const actor = await participant(staff.consulent);
		const [late, early] = [await asked(actor, 'b', later(10)), await asked(actor, 'a', now)];
		const [answered, done] = [await asked(actor, 'c'), await asked(actor, 'd')];
		await answer(answered);
		await settleQuestion(actor, done, 'gesloten', later(5));
		expect((await openQuestions(staff.consulent, actor.id))?.map(({ id }) => id)).toEqual([
			early.id,
			late.id
		]);
	});

	test('a promise of three working days, asked on a Friday, is kept on Wednesday; holidays do not count', () => {
		const at = (text: string) => Temporal.Instant.from(`${text}T10:00:00Z`);
		expect(answerDay(at('2026-11-20'), 3).toString()).toBe('2026-11-25');
		expect(answerDay(at('2026-12-24'), 1).toString()).toBe('2026-12-28');
	});
});

describe('rights', () => {
	test.each([
		['AC-12: a consultant of another municipality', () => staff.vreemd],
		['AC-11: a consultant without this person in the caseload', () => stranger]
	])('%s sees, answers and closes nothing', async (_who, actorOf) => {
		const actor = await participant(staff.consulent);
		const key = await asked(actor);
		const other = actorOf();
		expect(await questionsOf(other, actor.id)).toBeUndefined();
		expect(await openQuestions(other, actor.id)).toBeUndefined();
		expect(await questionOf(other, actor.id, key.id)).toBeUndefined();
		expect(await answer(key, now, other)).toBeUndefined();
		expect(await settleQuestion(other, key, 'gesloten', now)).toBeUndefined();
		expect((await threadOf(actor, key))?.state).toBe('verstuurd');
	});

	test('AC-13: a participant reaches no question of somebody else', async () => {
		const key = await asked(await participant(staff.consulent));
		const other = await participant(staff.consulent);
		expect(await questionOf(other, key.inburgeraarId, key.id)).toBeUndefined();
		expect(await questionOf(other, other.id, key.id)).toBeUndefined();
		expect(await replyToQuestion(other, { inburgeraarId: other.id, id: key.id }, { key: newId(), text: 'x' }, now)).toBeUndefined(); // prettier-ignore
		expect(await settleQuestion(other, key, 'gelezen', now)).toBeUndefined();
	});
});

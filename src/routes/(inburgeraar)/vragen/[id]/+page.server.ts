import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isNa } from '#lib/domain/dag.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { dayText } from '#lib/server/format.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { replyToQuestion, settleQuestion } from '#lib/server/question-messages.ts';
import { aboutText, answerDay, messageTexts, questionOf } from '#lib/server/questions.ts';
import { formKey, lines, readForm, required } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const { thread, about, isFormer } = found(await questionOf(actor, actor.id, params.id));
	const { answerDays } = found(await gemeenteOf(actor));
	const { id, topic, state, hasNews, messages } = thread;
	const asked = messages.findLast(({ authorId }) => authorId === actor.id)?.sentAt ?? thread.askedAt;
	const expected = answerDay(asked, answerDays);
	return {
		question: { id, topic, state, hasNews },
		about: about ? aboutText(about) : null,
		answerDay: dayText(expected, locals.locale),
		isLate: isNa(dayOf(locals.now), expected),
		messages: await messageTexts(messages, actor.id, locals.locale),
		isFormer,
		formKey: newId(),
		keepsTyped: '/reactie'
	};
};

/** Reads nothing but which button was pressed. */
const settle =
	(how: 'gelezen' | 'gesloten'): Actions[string] =>
	async ({ request, locals, params }) => {
		const actor = inburgeraarOf(locals);
		await readForm(request, z.object({}));
		found(await settleQuestion(actor, { inburgeraarId: actor.id, id: params.id ?? '' }, how, locals.now));
		redirect(303, localizeHref(how === 'gesloten' ? '/vragen' : `/vragen/${params.id}`));
	};

export const actions: Actions = {
	gelezen: settle('gelezen'),
	klaar: settle('gesloten'),
	reactie: async ({ request, locals, params, setHeaders }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ formKey, tekst: required(lines(2000)) }));
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok)
			return fail(form.status, { error: form.errors.tekst, text: String(form.typed.tekst ?? '') });
		const reply = { key: form.data.formKey, text: form.data.tekst };
		try {
			found(await replyToQuestion(actor, { inburgeraarId: actor.id, id: params.id }, reply, locals.now));
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { error: 'eerder', text: reply.text });
			throw cause;
		}
		redirect(303, localizeHref(`/vragen/${params.id}`));
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { answerKinds } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { openDossier } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { replyToQuestion, settleQuestion } from '#lib/server/question-messages.ts';
import { aboutText, messageText, questionOf } from '#lib/server/questions.ts';
import { choice, formKey, lines, optional, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ formKey, soort: optional(choice(answerKinds)), tekst: lines(2000) });

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, params.id, 'vragen', locals.now));
	const { thread, about } = found(await questionOf(actor, params.id, params.vraag));
	const { id, topic, state, aboutId, messages } = thread;
	return {
		question: { id, topic, state, aboutId },
		about: about ? aboutText(about) : null,
		messages: messages.map((message) => messageText(message, params.id, locals.locale)),
		hasUnread: messages.some(({ authorId, readAt }) => authorId === params.id && !readAt),
		participant: { name: dossier.person.name, locale: dossier.person.locale },
		formKey: newId()
	};
};

/** What was typed in the answer, parsed; or the failure that shows it again. */
async function readAnswer(request: Request) {
	const form = await readForm(request, schema);
	if (!form.ok && 'formKey' in form.errors) error(400);
	const typed = { kind: String(form.typed.soort ?? ''), text: String(form.typed.tekst ?? '') };
	if (!form.ok) return { ...typed, problem: form.errors.tekst ?? 'kies', reply: undefined };
	const { formKey: key, soort: answerKind, tekst } = form.data;
	if (!answerKind && !tekst) return { ...typed, problem: 'leeg', reply: undefined };
	return { ...typed, problem: undefined, reply: { key, answerKind, text: tekst || undefined } };
}

const settle =
	(how: 'gelezen' | 'gesloten'): Actions[string] =>
	async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		await readForm(request, z.object({}));
		const key = { inburgeraarId: params.id ?? '', id: params.vraag ?? '' };
		found(await settleQuestion(actor, key, how, locals.now));
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/vragen/${params.vraag}`));
	};

export const actions: Actions = {
	gelezen: settle('gelezen'),
	sluiten: settle('gesloten'),
	voorbeeld: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		found(await questionOf(actor, params.id, params.vraag));
		setHeaders({ 'x-portal-reflects': '1' });
		const { kind, text, problem } = await readAnswer(request);
		return problem ? fail(400, { kind, text, problem, isPreview: false }) : { kind, text, isPreview: true };
	},
	antwoord: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const { kind, text, problem, reply } = await readAnswer(request);
		if (!reply) return fail(400, { kind, text, problem, isPreview: false });
		const key = { inburgeraarId: params.id, id: params.vraag };
		try {
			found(await replyToQuestion(actor, key, reply, locals.now));
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { kind, text, problem: 'eerder', isPreview: false });
			throw cause;
		}
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/vragen`));
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { answerKinds, type LocaleId } from '#lib/domain/vocabulary.ts';
import type { ZinKind } from '#lib/domain/zinnen.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import { dossierFor, openDossier } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { replyToQuestion, settleQuestion } from '#lib/server/question-messages.ts';
import { aboutText, messageTexts, questionOf } from '#lib/server/questions.ts';
import { choice, formKey, lines, optional, readForm } from '#lib/server/web/form.ts';
import { readZinKeuze, zinFields } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const schema = z.object({ ...zinFields, formKey, soort: optional(choice(answerKinds)), tekst: lines(2000) });
const kinds: ZinKind[] = ['antwoord', 'bericht', 'afspraak'];

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const dossier = found(await openDossier(actor, params.id, 'vragen', locals.now));
	const { thread, about } = found(await questionOf(actor, params.id, params.vraag));
	const { id, topic, state, aboutId, messages } = thread;
	return {
		question: { id, topic, state, aboutId },
		about: about ? aboutText(about) : null,
		messages: await messageTexts(messages, params.id, locals.locale, dossier.person.locale),
		hasUnread: messages.some(({ authorId, readAt }) => authorId === params.id && !readAt),
		keuze: await zinKeuze(actor, kinds, dossier.person.locale),
		participant: { name: dossier.person.name, locale: dossier.person.locale },
		formKey: newId()
	};
};

/** What was typed in the answer, parsed; `problem` and `errors` say what is wrong with it. */
async function readAnswer(request: Request, actor: Staff, reader: LocaleId) {
	const form = await readForm(request, schema);
	if (!form.ok && 'formKey' in form.errors) error(400);
	const { zinnen, errors, keuze, isEdited } = await readZinKeuze(actor, form.typed, kinds, reader);
	const typed = { kind: String(form.typed.soort ?? ''), text: String(form.typed.tekst ?? ''), keuze, errors };
	const none = { typed, isEdited, reply: undefined };
	if (!form.ok) return { ...none, problem: form.errors.tekst ?? (form.errors.soort ? 'kies' : 'zin') };
	if (Object.keys(errors).length) return { ...none, problem: 'zin' };
	const { formKey: key, soort: answerKind, tekst } = form.data;
	if (!answerKind && !tekst && !zinnen.length) return { ...none, problem: 'leeg' };
	return {
		typed,
		isEdited,
		problem: undefined,
		reply: { key, answerKind, zinnen, text: tekst || undefined }
	};
}

/** Reads an answer to a question of the actor's scope; the language is that of who asked. */
async function answerIn({ request, locals, params, setHeaders }: RequestEvent) {
	const actor = staffOf(locals);
	const { person } = found(await dossierFor(actor, params.id));
	setHeaders({ 'x-portal-reflects': '1' });
	return readAnswer(request, actor, person.locale);
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
	voorbeeld: async (event) => {
		const actor = staffOf(event.locals);
		found(await questionOf(actor, event.params.id, event.params.vraag));
		const { typed, problem, isEdited } = await answerIn(event);
		if (isEdited) return { ...typed, isPreview: false };
		return problem ? fail(400, { ...typed, problem, isPreview: false }) : { ...typed, isPreview: true };
	},
	antwoord: async (event) => {
		const actor = staffOf(event.locals);
		const { typed, problem, reply, isEdited } = await answerIn(event);
		if (isEdited) return { ...typed, isPreview: false };
		if (!reply) return fail(400, { ...typed, problem, isPreview: false });
		const { params, locals } = event;
		try {
			found(await replyToQuestion(actor, { inburgeraarId: params.id, id: params.vraag }, reply, locals.now));
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { ...typed, problem: 'eerder', isPreview: false });
			throw cause;
		}
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/vragen`));
	}
};

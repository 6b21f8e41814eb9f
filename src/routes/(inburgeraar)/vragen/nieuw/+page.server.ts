import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { questionTopics } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dossierFor } from '#lib/server/dossiers.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { askQuestion } from '#lib/server/question-messages.ts';
import { aboutText, ownAbout } from '#lib/server/questions.ts';
import { choice, formKey, line, lines, optional, readForm } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	formKey,
	onderwerp: choice(questionTopics),
	over: optional(line(40)),
	tekst: lines(2000)
});

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = inburgeraarOf(locals);
	const topic = questionTopics.find((known) => known === url.searchParams.get('onderwerp'));
	const over = url.searchParams.get('over');
	if (!topic) redirect(303, localizeHref('/vragen'));
	const about = over === null ? null : aboutText(found(await ownAbout(actor, over)));
	const { person } = found(await dossierFor(actor, actor.id));
	const { answerDays } = found(await gemeenteOf(actor));
	return { topic, over, about, answerDays, phone: person.phone, formKey: newId(), keepsTyped: '' };
};

export const actions: Actions = {
	default: async ({ request, locals, setHeaders }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, schema);
		// The page shows again what was typed: never compressed (HDR-06).
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok && ('formKey' in form.errors || 'onderwerp' in form.errors)) error(400);
		if (!form.ok)
			return fail(form.status, { error: form.errors.tekst, text: String(form.typed.tekst ?? '') });
		const { formKey: key, onderwerp: topic, over: aboutId, tekst: text } = form.data;
		try {
			const id = found(await askQuestion(actor, { key, topic, text, aboutId }, locals.now));
			redirect(303, localizeHref(`/vragen/${id}`));
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { error: 'eerder', text });
			throw cause;
		}
	}
};

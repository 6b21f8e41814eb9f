import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { correctionSubjects } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { askCorrection, correctionsOf } from '#lib/server/corrections.ts';
import { numericDate } from '#lib/server/format.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { newId } from '#lib/server/ids.ts';
import { choice, formKey, line, lines, optional, readForm, required } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { readZinLists } from '#lib/server/zinnen.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const asked = found(await correctionsOf(actor, actor.id));
	const zinnen = await readZinLists(asked.map((one) => one.zinnen), locals.locale); // prettier-ignore
	const gemeente = await gemeenteOf(actor);
	return {
		formKey: newId(),
		keepsTyped: '',
		answerDays: gemeente?.answerDays ?? 3,
		asked: asked.map(({ id, about, text, rightValue, outcome, answer, answeredByName, ...at }, n) => ({
			...{ id, about, text, rightValue, outcome, answer, by: answeredByName, zinnen: zinnen[n] ?? [] },
			askedOn: numericDate(dayOf(at.askedAt)),
			answeredOn: at.answeredAt && numericDate(dayOf(at.answeredAt))
		}))
	};
};

const schema = z.object({
	formKey,
	wat: choice(correctionSubjects),
	tekst: required(lines(500)),
	juist: optional(line(200))
});

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { errors: form.errors, typed: form.typed });
		const { wat: about, tekst: text, juist: rightValue, formKey: key } = form.data;
		await askCorrection(actor, { about, text, rightValue }, key, locals.now);
		redirect(303, localizeHref('/instellingen/correctie'));
	}
};

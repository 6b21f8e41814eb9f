import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { correctionOutcomes } from '#lib/domain/vocabulary.ts';
import type { ZinKind } from '#lib/domain/zinnen.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { answerCorrection, correctionsOf } from '#lib/server/corrections.ts';
import { dossierFor, openDossier } from '#lib/server/dossiers.ts';
import { numericDate } from '#lib/server/format.ts';
import { choice, idField, lines, optional, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze, zinFields } from '#lib/server/web/zinnen.ts';
import { readZinLists, zinKeuze } from '#lib/server/zinnen.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds: ZinKind[] = ['antwoord', 'bericht'];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { person } = found(await openDossier(actor, params.id, 'correcties', locals.now));
	const asked = found(await correctionsOf(actor, params.id));
	const zinnen = await readZinLists(asked.map((one) => one.zinnen), person.locale); // prettier-ignore
	const wanted = asked.find(({ id }) => id === url.searchParams.get('verzoek'));
	return {
		keuze: await zinKeuze(actor, kinds, person.locale),
		/** The one to answer: the one in the address, else the one that waits longest. */
		open: wanted && !wanted.answeredAt ? wanted.id : asked.findLast(({ answeredAt }) => !answeredAt)?.id,
		isDone: url.searchParams.has('gedaan'),
		asked: asked.map(({ id, about, text, rightValue, outcome, answer, answeredByName, ...more }, n) => ({
			...{ id, about, text, rightValue, outcome, answer, by: answeredByName, zinnen: zinnen[n] ?? [] },
			...{ askedOn: numericDate(dayOf(more.askedAt)), version: more.version },
			answeredOn: more.answeredAt && numericDate(dayOf(more.answeredAt))
		}))
	};
};

const schema = z.object({
	...zinFields,
	verzoek: idField,
	version,
	uitkomst: optional(choice(correctionOutcomes)),
	tekst: lines(1000)
});

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const { person } = found(await dossierFor(actor, params.id));
		const form = await readForm(request, schema);
		const { zinnen, errors, keuze, isEdited } = await readZinKeuze(actor, form.typed, kinds, person.locale);
		const typed = { keuze, errors, uitkomst: String(form.typed.uitkomst ?? ''), tekst: String(form.typed.tekst ?? '') }; // prettier-ignore
		if (isEdited) return { ...typed, problem: null };
		if (!form.ok && ('verzoek' in form.errors || 'version' in form.errors)) error(400);
		if (!form.ok) return fail(form.status, { ...typed, problem: form.isSwitch ? null : ('tekst' as const) });
		const { uitkomst: outcome, tekst, version: seen, verzoek: id } = form.data;
		if (Object.keys(errors).length > 0) return fail(400, { ...typed, problem: 'zin' as const });
		if (!outcome) return fail(400, { ...typed, problem: 'kies' as const });
		const answer = { outcome, zinnen, text: tekst || undefined, version: seen };
		const answered = found(
			await answerCorrection(actor, { inburgeraarId: params.id, id }, answer, locals.now)
		);
		if (!answered.ok)
			return fail(answered.reden === 'conflict' ? 409 : 400, { ...typed, problem: answered.reden });
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/correcties?gedaan`));
	}
};

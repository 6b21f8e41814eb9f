import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { passing } from '#lib/domain/cursussen/passing.ts';
import type { Antwoorden } from '#lib/domain/cursussen/vraag.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { listAdvice } from '#lib/server/cursus-advies.ts';
import { ownChoice, recordChoice, withdrawChoice } from '#lib/server/cursus-keuze.ts';
import { getShortlist, shareShortlist, stopSharing } from '#lib/server/cursus-lijst.ts';
import { aanbodText } from '#lib/server/cursus-tekst.ts';
import { numericDate } from '#lib/server/format.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { formKey, idField, readForm } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { readZinnen } from '#lib/server/zinnen.ts';
import { readAntwoorden, readKeuze } from '../../../(cursussen)/cursussen/keuze.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = inburgeraarOf(locals);
	const { query, vraag } = await readKeuze({ locals, url });
	const { kept, sharedSince } = await getShortlist(actor);
	const choice = await ownChoice(actor);
	return {
		...{ query, formKey: newId(), isFull: url.searchParams.has('vol') },
		kept: kept.map(({ aanbod, isActive }) => ({
			...aanbodText(aanbod, passing(aanbod, vraag)),
			...{ isActive, isChosen: choice?.aanbod.id === aanbod.id }
		})),
		sharedSince: sharedSince && numericDate(dayOf(sharedSince)),
		choice: choice
			? {
					...{ id: choice.aanbod.id, name: choice.aanbod.name, provider: choice.aanbod.provider },
					...{ day: numericDate(dayOf(choice.chosenAt)), isAgreed: choice.agreedIn === 'plan' }
				}
			: null,
		advice: await Promise.all(
			(await listAdvice(actor)).map(async ({ id, courses, zinnen, text, signerName, signedAt }) => ({
				...{ id, text, signerName, day: signedAt && numericDate(dayOf(signedAt)) },
				courses: courses.map((course) => ({ id: course.id, name: course.name, provider: course.provider })),
				zinnen: await readZinnen(zinnen, locals.locale)
			}))
		)
	};
};

/** Back to the list, with the answers that stood in the address. */
async function back(locals: App.Locals, url: URL): Promise<never> {
	const { query } = await readKeuze({ locals, url });
	redirect(303, localizeHref(query ? `/cursussen/lijst?${query}` : '/cursussen/lijst'));
}
/** A key that was used for something else: the page was open too long. */
async function orConflict<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (cause) {
		if (isDifferentPayload(cause)) error(409);
		throw cause;
	}
}
const answersOf = (antwoorden: Antwoorden): Record<string, unknown> => ({ ...antwoorden });

export const actions: Actions = {
	deel: async ({ request, locals, url }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ formKey }));
		if (!form.ok) error(400);
		const answers = answersOf(readAntwoorden(url.searchParams));
		await orConflict(shareShortlist(actor, { key: form.data.formKey, answers }, locals.now));
		return back(locals, url);
	},
	stop: async ({ request, locals, url }) => {
		const actor = inburgeraarOf(locals);
		if (!(await readForm(request, z.object({}))).ok) error(400);
		await stopSharing(actor, locals.now);
		return back(locals, url);
	},
	kies: async ({ request, locals, url }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ formKey, cursus: idField }));
		if (!form.ok) error(400);
		const { formKey: key, cursus: courseId } = form.data;
		found(await orConflict(recordChoice(actor, { key, courseId }, locals.now)));
		return back(locals, url);
	},
	terug: async ({ request, locals, url }) => {
		const actor = inburgeraarOf(locals);
		if (!(await readForm(request, z.object({}))).ok) error(400);
		await withdrawChoice(actor, locals.now);
		return back(locals, url);
	}
};

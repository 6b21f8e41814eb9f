import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { trajectSlots } from '#lib/domain/trajectSlots.ts';
import { trajectEventKinds } from '#lib/domain/vocabulary.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { newId } from '#lib/server/ids.ts';
import { progressOf } from '#lib/server/progress.ts';
import { attemptsOf } from '#lib/server/results.ts';
import { eventsOf } from '#lib/server/traject-events.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { attempt, event, withdraw } from './actions.server.ts';
import { fieldsOf, kindsFor } from './event-form.server.ts';
import { openRequests, shapeEvents, shapeExams } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	found(await openDossier(actor, params.id, 'resultaten', locals.now));
	const progress = found(await progressOf(actor, params.id, locals.now));
	const events = found(await eventsOf(actor, params.id));
	const exams = shapeExams(progress.exams, found(await attemptsOf(actor, params.id)));
	const kind = trajectEventKinds.find((name) => name === url.searchParams.get('soort'));
	const corrected = url.searchParams.get('verbeter');
	return {
		...{ formKey: newId(), eventKey: newId(), exams, done: url.searchParams.get('gedaan') },
		corrects: exams.attempts.find(({ id, isStanding }) => isStanding && id === corrected) ?? null,
		kinds: kindsFor(progress.parts),
		event: kind
			? {
					...{ kind, fields: fieldsOf(kind), requests: openRequests(events, kind) },
					decidedBy: trajectSlots[kind].decidedBy,
					grondslag: trajectSlots[kind].grondslag
				}
			: null,
		events: shapeEvents(events)
	};
};

const doneAt = (id: string, what: string) =>
	redirect(303, localizeHref(`/admin/inburgeraars/${id}/resultaten?gedaan=${what}`));

export const actions: Actions = {
	attempt: async ({ request, locals, params }) =>
		(await attempt(staffOf(locals), params.id, request, locals.now)) ?? doneAt(params.id, 'genoteerd'),
	event: async ({ request, locals, params, url }) => {
		const actor = staffOf(locals);
		const kind = found(trajectEventKinds.find((name) => name === url.searchParams.get('soort')));
		return (await event(actor, params.id, kind, request, locals.now)) ?? doneAt(params.id, 'genoteerd');
	},
	withdraw: async ({ request, locals, params }) =>
		(await withdraw(staffOf(locals), params.id, request, locals.now)) ?? doneAt(params.id, 'ingetrokken')
};

import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signalen } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { appointmentText } from '#lib/server/appointments.ts';
import { dayOf } from '#lib/server/clock.ts';
import { contactsOf } from '#lib/server/contact-log.ts';
import { dayText, hoursText, numericDate } from '#lib/server/format.ts';
import { newId } from '#lib/server/ids.ts';
import { overviewOf } from '#lib/server/overzicht.ts';
import { endSnooze } from '#lib/server/signal-snoozes.ts';
import { choice, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeReasons } from '../../monday.server.ts';
import { saveContact, shapeContacts, takeBackContact } from './contact.server.ts';
import { shapeOpen } from './open.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const overview = found(await overviewOf(actor, params.id, locals.now));
	const { step, progress, plan, upcoming, past, waiting } = overview;
	const contacts = found(await contactsOf(actor, params.id, locals.now));
	const shown = (row: (typeof upcoming)[number]) => appointmentText(row, locals.locale, locals.now);
	const { term, parts, exams } = progress;
	return {
		...{ formKey: newId(), today: dayOf(locals.now).toString(), done: url.searchParams.get('gedaan') },
		contacts: shapeContacts(contacts, url.searchParams.get('contact')),
		waiting: shapeReasons(waiting),
		open: shapeOpen(overview),
		step: {
			code: step.code,
			wie: step.wie,
			uiterlijk: step.uiterlijk && numericDate(step.uiterlijk),
			grondslag: step.grondslag
		},
		term: term && {
			date: dayText(term.laatsteDag, locals.locale),
			isRegistered: term.isRegistered,
			isOver: term.isOver
		},
		meters: parts.flatMap(({ meter }) => {
			if (!meter) return [];
			const { code, norm, confirmed, unconfirmed } = meter;
			const said = { done: hoursText(confirmed), of: hoursText(norm) };
			return [{ code, norm, confirmed, unconfirmed, ...said }];
		}),
		exams:
			exams.length > 0 ? { passed: exams.filter((exam) => exam.isPassed).length, of: exams.length } : null,
		plan: plan?.huidig ? { versie: plan.huidig.versie, leerroute: plan.huidig.leerroute } : null,
		upcoming: upcoming.map(shown),
		past: past.map(shown)
	};
};

export const actions: Actions = {
	contact: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		return saveContact({ request, actor, id: params.id, now: locals.now });
	},
	weerTonen: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ signaal: choice(signalen) }));
		if (!form.ok) error(400);
		found(await endSnooze(actor, params.id, form.data.signaal, locals.now));
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}?gedaan=terug`));
	},
	contactIntrekken: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		return takeBackContact({ request, actor, id: params.id, now: locals.now });
	}
};

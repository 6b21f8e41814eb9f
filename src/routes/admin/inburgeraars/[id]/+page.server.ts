import { appointmentText } from '#lib/server/appointments.ts';
import { dayOf } from '#lib/server/clock.ts';
import { contactsOf } from '#lib/server/contact-log.ts';
import { dayText, hoursText, numericDate } from '#lib/server/format.ts';
import { newId } from '#lib/server/ids.ts';
import { overviewOf } from '#lib/server/overzicht.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { saveContact, shapeContacts, takeBackContact } from './contact.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { step, progress, plan, upcoming, past, questions } = found(
		await overviewOf(actor, params.id, locals.now)
	);
	const contacts = found(await contactsOf(actor, params.id, locals.now));
	const shown = (row: (typeof upcoming)[number]) => appointmentText(row, locals.locale, locals.now);
	const { term, parts, exams, disputes } = progress;
	return {
		...{ formKey: newId(), today: dayOf(locals.now).toString(), done: url.searchParams.get('gedaan') },
		contacts: shapeContacts(contacts, url.searchParams.get('contact')),
		step: {
			code: step.code,
			wie: step.wie,
			uiterlijk: step.uiterlijk && numericDate(step.uiterlijk),
			grondslag: step.grondslag
		},
		status: progress.outcome.traject.status,
		term: term && {
			date: dayText(term.laatsteDag, locals.locale),
			isRegistered: term.isRegistered,
			registeredOn: term.registeredOn && numericDate(term.registeredOn),
			isOver: term.isOver
		},
		meters: parts.flatMap(({ meter }) =>
			meter
				? [
						{
							...{
								code: meter.code,
								norm: meter.norm,
								confirmed: meter.confirmed,
								unconfirmed: meter.unconfirmed
							},
							done: hoursText(meter.confirmed),
							of: hoursText(meter.norm)
						}
					]
				: []
		),
		exams:
			exams.length > 0 ? { passed: exams.filter((exam) => exam.isPassed).length, of: exams.length } : null,
		disputes: disputes.filter((dispute) => !dispute.answeredAt).length,
		plan: plan?.huidig
			? {
					versie: plan.huidig.versie,
					leerroute: plan.huidig.leerroute,
					isSeen: plan.gelezen !== undefined,
					understood: plan.gelezen?.understood ?? null
				}
			: null,
		upcoming: upcoming.map(shown),
		past: past.map(shown),
		questions: questions.map(({ id, topic, askedAt }) => ({ id, topic, asked: numericDate(dayOf(askedAt)) }))
	};
};

export const actions: Actions = {
	contact: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		return saveContact({ request, actor, id: params.id, now: locals.now });
	},
	contactIntrekken: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		return takeBackContact({ request, actor, id: params.id, now: locals.now });
	}
};

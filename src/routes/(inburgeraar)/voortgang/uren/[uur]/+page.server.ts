import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { disputeKinds } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { disputeHours, ownEntry, type Dispute } from '#lib/server/hour-disputes.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { choice, formKey, lines, optional, readForm } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { shapeRow } from '../../rows.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ formKey, kind: choice(disputeKinds), text: optional(lines(500)) });

const shapeDispute = ({
	id,
	kind,
	text,
	openedAt,
	outcome,
	answer,
	answeredAt,
	answeredByName
}: Dispute) => ({
	...{ id, kind, text, outcome, answer, by: answeredByName },
	openedOn: numericDate(dayOf(openedAt)),
	answeredOn: answeredAt && numericDate(dayOf(answeredAt))
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = inburgeraarOf(locals);
	const { entry, disputes } = found(await ownEntry(actor, params.uur));
	const gemeente = await gemeenteOf(actor);
	const first = found(entry.rows[0]);
	return {
		formKey: newId(),
		keepsTyped: disputes.some(({ answeredAt }) => !answeredAt) ? undefined : '',
		answerDays: gemeente?.answerDays ?? 3,
		date: numericDate(entry.now?.day ?? first.day),
		category: entry.now?.category ?? first.category,
		hours: entry.now && hoursText(entry.now.minutes),
		rows: entry.rows.map(shapeRow),
		disputes: disputes.map(shapeDispute)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, schema);
		if (!form.ok) return fail(form.status, { errors: form.errors, typed: form.typed });
		const { formKey: key, kind, text } = form.data;
		try {
			found(await disputeHours(actor, params.uur, { kind, text }, key, locals.now));
		} catch (error) {
			if (!isDifferentPayload(error)) throw error;
			return fail(422, { errors: { kind: 'al_verstuurd' }, typed: { kind, text: text ?? '' } });
		}
		redirect(303, localizeHref(`/voortgang/uren/${params.uur}`));
	}
};

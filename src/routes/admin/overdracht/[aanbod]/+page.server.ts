import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isVoor } from '#lib/domain/dag.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { answerTransfer } from '#lib/server/overplaatsing-answer.ts';
import { openIncoming } from '#lib/server/overplaatsing.ts';
import { day, idField, line, optional, readForm, required, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeOffer, shapePacket } from '../packet.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { offer, colleagues } = found(await openIncoming(actor, params.aanbod, locals.now));
	return {
		offer: shapeOffer(offer),
		packet: shapePacket(offer.packet),
		isTooEarly: isVoor(dayOf(locals.now), offer.verhuisdag),
		own: actor.id,
		colleagues: colleagues.map(({ id, name }) => ({ value: id, text: name }))
	};
};

const yes = z.object({ version, consulent: idField, inschrijving: optional(day) });
const no = z.object({ version, reden: required(line(300)) });

export const actions: Actions = {
	ja: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		found(await openIncoming(actor, params.aanbod, locals.now));
		const form = await readForm(request, yes);
		if (!form.ok && 'version' in form.errors) error(400);
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const { version: at, consulent: consulentId, inschrijving } = form.data;
		const answer = { ja: true, consulentId, version: at, ...(inschrijving ? { inschrijving } : {}) } as const;
		const result = found(await answerTransfer(actor, params.aanbod, answer, locals.now));
		if (!result.ok) {
			const field = { toekomst: 'inschrijving', collega: 'consulent' }[result.reden as string] ?? 'form';
			return fail(409, { errors: { [field]: result.reden } as Record<string, string>, typed: form.typed });
		}
		redirect(303, localizeHref(`/admin/inburgeraars/${result.inburgeraarId}/overdracht?klaar=binnen`));
	},
	nee: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		found(await openIncoming(actor, params.aanbod, locals.now));
		const form = await readForm(request, no);
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const { version: at, reden } = form.data;
		const result = found(
			await answerTransfer(actor, params.aanbod, { ja: false, reden, version: at }, locals.now)
		);
		if (!result.ok)
			return fail(409, { errors: { form: result.reden } as Record<string, string>, typed: form.typed });
		redirect(303, localizeHref('/admin/overdracht?klaar=geweigerd'));
	}
};

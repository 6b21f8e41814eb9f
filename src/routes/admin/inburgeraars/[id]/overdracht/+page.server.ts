import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { newId } from '#lib/server/ids.ts';
import { offerTransfer, transfersOf, withdrawTransfer } from '#lib/server/overplaatsing.ts';
import { day, formKey, idField, line, optional, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { sentOnce } from '../uren/forms.server.ts';
import { shapeOffer, shapePacket } from '../../../overdracht/packet.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	found(await openDossier(actor, params.id, 'overdracht', locals.now));
	const { offers, gemeenten, packet } = found(await transfersOf(actor, params.id));
	const open = offers.find(({ state }) => state === 'gevraagd');
	return {
		isIn: url.searchParams.get('klaar') === 'binnen',
		open: open ? shapeOffer(open) : null,
		earlier: offers.filter(({ state }) => state !== 'gevraagd').map(shapeOffer),
		gemeenten: gemeenten.map(({ id, name }) => ({ value: id, text: name })),
		packet: shapePacket(open?.packet ?? packet),
		...{ today: dayOf(locals.now).toString(), formKey: newId() }
	};
};

const offer = z.object({ formKey, naar: idField, dag: day, notitie: optional(line(500)) });

export const actions: Actions = {
	aanbieden: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		found(await transfersOf(actor, params.id));
		const form = await readForm(request, offer);
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const { formKey: key, naar, dag: verhuisdag, notitie: note } = form.data;
		const sent = { key, naar, verhuisdag, ...(note ? { note } : {}) };
		const result = found(await sentOnce(() => offerTransfer(actor, params.id, sent, locals.now)));
		const reden = result === 'al_verstuurd' ? result : result.ok ? undefined : result.reden;
		if (reden) {
			const errors: Record<string, string> = { [reden.endsWith('gemeente') ? 'naar' : 'form']: reden };
			return fail(409, { errors, typed: form.typed });
		}
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/overdracht`));
	},
	intrekken: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		found(await transfersOf(actor, params.id));
		const form = await readForm(request, z.object({ aanbod: idField, version }));
		if (!form.ok) error(400);
		const { aanbod: id, version: at } = form.data;
		const isDone = found(await withdrawTransfer(actor, params.id, { id, version: at }, locals.now));
		if (!isDone) {
			const errors: Record<string, string> = { form: 'achterhaald' };
			return fail(409, { errors, typed: {} });
		}
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/overdracht`));
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { qrOf } from '#lib/server/qr.ts';
import { secondStepOf, takeSecondStep } from '#lib/server/second-step.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { line, readForm, required } from '#lib/server/web/form.ts';
import { deleteSecondStep, readCookie, rememberBrowser, startSession } from '#lib/server/web/session.ts';
import { startOf } from '../(public)/start.ts';
import type { Actions, PageServerLoad } from './$types';

const tooLate = (): never => redirect(303, localizeHref('/aanmelden/medewerker?reden=verlopen'));

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const step = await secondStepOf(readCookie(cookies, 'tweede'), locals.now);
	if (!step) return tooLate();
	return { setup: step.setup && { typed: step.setup.typed, qr: qrOf(step.setup.uri), uri: step.setup.uri } };
};

export const actions: Actions = {
	default: async ({ request, cookies, locals, setHeaders, getClientAddress }) => {
		const form = await readForm(request, z.object({ code: required(line(60)) }));
		if (!form.ok) return fail(form.status, { reason: form.isSwitch ? null : ('leeg' as const) });
		const token = readCookie(cookies, 'tweede');
		const isNew = (await secondStepOf(token, locals.now))?.setup != null;
		const address = getClientAddress();
		const outcome = await takeSecondStep(token, form.data.code, address, locals.now);
		if (!outcome.ok && outcome.reason === 'verlopen') return tooLate();
		if (!outcome.ok && outcome.reason === 'wachten') {
			setHeaders({ 'retry-after': String(outcome.seconds) });
			return fail(429, { reason: 'wachten' as const, seconds: outcome.seconds });
		}
		if (!outcome.ok) return fail(400, { reason: 'onjuist' as const });
		const { id, locale, role } = outcome.person;
		deleteSecondStep(cookies);
		rememberBrowser(cookies, id);
		const back = await startSession(cookies, { id, locale }, { deviceId: null, deviceKind: deviceKindOf(request), address }); // prettier-ignore
		redirect(303, isNew ? localizeHref('/beveiliging?nieuw') : startOf({ role, locale }, back));
	}
};

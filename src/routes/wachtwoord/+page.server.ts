import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { changeOwnPassword } from '#lib/server/own-password.ts';
import { signInStateOf } from '#lib/server/second-step.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { readForm } from '#lib/server/web/form.ts';
import { memberOf } from '#lib/server/web/guard.ts';
import { startSession } from '#lib/server/web/session.ts';
import { startOf } from '../(public)/start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const actor = memberOf(locals);
	return { isForced: actor.mustChangePassword === true, back: startOf(actor) };
};

const password = z.string().max(512);
const schema = z.object({ oud: password, nieuw: password, nogEens: password });

export const actions: Actions = {
	default: async ({ request, cookies, locals, setHeaders, getClientAddress }) => {
		const actor = memberOf(locals);
		const form = await readForm(request, schema);
		if (!form.ok) return fail(400, { reason: 'zwak' as const });
		const { oud: former, nieuw: wanted, nogEens } = form.data;
		if (wanted !== nogEens) return fail(400, { reason: 'ongelijk' as const });
		const answer = await changeOwnPassword(actor, { former, wanted }, locals.now);
		if (!answer.ok && answer.reason === 'wachten') setHeaders({ 'retry-after': String(answer.seconds) });
		if (!answer.ok) return fail(answer.reason === 'wachten' ? 429 : 400, { reason: answer.reason });
		const device = { deviceId: null, deviceKind: deviceKindOf(request), address: getClientAddress() };
		await startSession(cookies, actor, device);
		// Somebody new has an app by now, and no codes on paper yet.
		const { hasApp, codesLeft } = await signInStateOf(actor);
		redirect(303, hasApp && codesLeft === 0 ? '/beveiliging?nieuw' : startOf(actor));
	}
};

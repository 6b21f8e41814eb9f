import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { beginSignIn, hasPasskeys, signInWithPasskey } from '#lib/server/passkeys.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { passkeyAnswer, readForm } from '#lib/server/web/form.ts';
import { secondsToWait } from '#lib/server/web/rate.ts';
import { deletePasskeyTry, deviceTokens, readCookie, setPasskeyTry, startSession } from '#lib/server/web/session.ts'; // prettier-ignore
import { startOf } from '../../start.ts';
import type { Actions, PageServerLoad } from './$types';

/** A shelter or a school shares one address. */
const mostPerMinute = 120;

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor) redirect(303, startOf(locals.actor));
	const isStaff = url.searchParams.get('van') === 'medewerker';
	const other = localizeHref(isStaff ? '/aanmelden/medewerker' : '/aanmelden');
	if (!hasPasskeys()) redirect(303, other);
	return { other, isStaff };
};

export const actions: Actions = {
	vraag: async ({ request, cookies, locals, setHeaders, getClientAddress }) => {
		await readForm(request, z.object({}));
		const wait = secondsToWait(`passkey ${getClientAddress()}`, mostPerMinute, locals.now);
		if (wait > 0) {
			setHeaders({ 'retry-after': String(wait) });
			error(429);
		}
		const { token, ask } = await beginSignIn(locals.now);
		setPasskeyTry(cookies, token);
		return { ask };
	},
	antwoord: async ({ request, cookies, locals, getClientAddress }) => {
		const form = await readForm(request, z.object({ antwoord: passkeyAnswer }));
		const browser = { token: readCookie(cookies, 'passkey'), devices: deviceTokens(cookies) };
		deletePasskeyTry(cookies);
		const [typed, address] = [form.ok ? form.data.antwoord : '', getClientAddress()];
		const outcome = await signInWithPasskey(browser, typed, address, locals.now);
		if (!outcome) return fail(400, { ask: undefined });
		const { personId: id, locale, deviceId, passkeyId } = outcome;
		const device = { deviceId, deviceKind: deviceKindOf(request), passkeyId, address };
		const back = await startSession(cookies, { id, locale }, device);
		redirect(303, startOf(outcome, back));
	}
};

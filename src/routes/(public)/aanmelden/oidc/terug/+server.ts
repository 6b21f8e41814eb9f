import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { config } from '#lib/server/config.ts';
import { finishOidc } from '#lib/server/oidc.ts';
import { beginSecondStep } from '#lib/server/second-step.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { found, isProven } from '#lib/server/web/guard.ts';
import { deleteOidc, readCookie, setSecondStep, startSession } from '#lib/server/web/session.ts';
import { startOf } from '../../../start.ts';
import { nextPage, problemPage } from '../places.server.ts';
import type { RequestHandler } from './$types';

/** The way back. Whatever comes of it, the next address holds no code, and the cookie counts once. */
export const GET: RequestHandler = async ({ locals, cookies, url, request, getClientAddress }) => {
	found(config().oidc);
	const { actor, now } = locals;
	const address = getClientAddress();
	const sealed = readCookie(cookies, 'oidc');
	deleteOidc(cookies);
	const comer = { actor, isProven: actor !== null && isProven(actor, now), address };
	const { errand, outcome } = await finishOidc(url.search, sealed, comer, now);
	if (!outcome.ok || !errand) redirect(303, problemPage(errand, outcome.ok ? 'mislukt' : outcome.reason));
	if (outcome.kind !== 'aangemeld') redirect(303, nextPage(errand));
	const { id, role, locale } = outcome.person;
	if (outcome.isWhole) {
		const back = await startSession(cookies, { id, locale }, { deviceId: null, deviceKind: deviceKindOf(request), address }); // prettier-ignore
		redirect(303, startOf({ role, locale }, back));
	}
	setSecondStep(cookies, await beginSecondStep(id, now));
	redirect(303, localizeHref('/tweede-stap', { locale: locale === 'en' ? 'en' : 'nl' }));
};

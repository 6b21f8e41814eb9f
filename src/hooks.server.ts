import { randomUUID } from 'node:crypto';
import { error, redirect, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit'; // prettier-ignore
import { sequence } from '@sveltejs/kit/hooks';
import { deLocalizeUrl, localizeHref, getTextDirection } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import type { Actor } from '#lib/server/actor.ts';
import { entry } from '#lib/server/web/guard.ts';
import { addressOfLanguage, canonicalAddress } from '#lib/server/web/language.ts';
import { now } from '#lib/server/clock.ts';
import { config } from '#lib/server/config.ts';
import { recordDenial } from '#lib/server/controle.ts';
import { startDaily } from '#lib/server/daily.ts';
import { busyStatus, isTooBusy } from '#lib/server/db/database.ts';
import { database, isDatabaseOpen, useDatabase } from '#lib/server/db/current.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { log } from '#lib/server/log.ts';
import { startSender } from '#lib/server/mail/sender.ts';
import { securityTxtWarning } from '#lib/server/security-txt.ts';
import { keepTyped, typedArrived } from '#lib/server/typed-drafts.ts';
import { actorFrom, endedSessionIn } from '#lib/server/web/session.ts';
import { showUntranslated } from '#lib/ui/untranslated.ts';

export const init: ServerInit = async () => {
	if (isDatabaseOpen()) return;
	useDatabase(await openDatabase(config().databaseUrl));
	const warning = securityTxtWarning(config(), now());
	if (warning) log().warn({ event: 'security.txt' }, warning);
	// Invented people are kept as they are.
	const endDaily = config().isDemo ? undefined : startDaily(now);
	// The custom server waits for what its listeners return.
	const stopSender = startSender();
	process.once('sveltekit:shutdown', async () => {
		await Promise.all([stopSender(), endDaily?.()]);
		await database().close();
	});
};

/** Other names of a language lead to the one address of a page (IN-13). */
const aliasHandle: Handle = ({ event, resolve }) => {
	const address = event.request.method === 'GET' ? canonicalAddress(event.url) : undefined;
	return address ? redirect(308, address) : resolve(event);
};

const classesOf = (actor: Actor | null) =>
	[actor?.hasLargeText && 'is-large', actor?.hasHighContrast && 'is-contrast'].filter(Boolean).join(' ');

const localeHandle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(
		event.request,
		async ({ request, locale }) => {
			event.request = request;
			event.locals.locale = locale;
			event.locals.now = now();
			event.locals.savesData = request.headers.get('save-data') === 'on';
			let hasSound = false;
			const response = await resolve(event, {
				transformPageChunk: ({ html }) => {
					// Only a component writes this: whatever people type is escaped.
					hasSound ||= html.includes('<audio');
					return (
						showUntranslated(html)
							.replace('%lang%', locale)
							.replace('%dir%', getTextDirection(locale))
							.replace('%class%', classesOf(event.locals.actor))
							// Marks for hydration, a third of a long page: nothing hydrates, since every page has csr = false.
							.replaceAll(/<!--[^>]*-->/g, '')
							// Shapes of pictograms hold nothing: up to 200 bytes of a long page.
							.replaceAll(/><\/(?:path|rect|circle|line)>/g, '/>')
					);
				}
			});
			const policy = response.headers.get('content-security-policy');
			if (hasSound && policy) response.headers.set('content-security-policy', `${policy}; media-src 'self'`);
			return response;
		},
		{ effectiveRequestUrl: addressOfLanguage(event) }
	);

const sessionHandle: Handle = async ({ event, resolve }) => {
	// The API knows nobody: it reads no cookie.
	const isApi = event.route.id?.startsWith('/api/') ?? false;
	event.locals.actor = isApi
		? null
		: await actorFrom(event.cookies, event.getClientAddress(), event.locals.now);
	const isLate = !isApi && event.locals.actor === null && isSent(event);
	if (isLate) event.locals.ended = await endedSessionIn(event.cookies, event.locals.now);
	return resolve(event);
};

const isSent = ({ request }: RequestEvent) => request.method !== 'GET' && request.method !== 'HEAD';

/** Where people type what is worth keeping; ways to sign in are not among them. */
const isTypedIn = (id: string | null) => /^\/(?:\((?:inburgeraar|cursussen)\)|admin|partner)(?:\/|$)/.test(id ?? ''); // prettier-ignore

/**
 * To the sign-in page. A form sent after the login session ended changes nothing and says so; what was typed in it waits for
 * the person of that session (SES-11).
 */
async function toSignIn(
	{ locals, route, url, getClientAddress }: RequestEvent,
	sent: Request
): Promise<never> {
	const { ended, now: at } = locals;
	if (sent.method === 'GET' || sent.method === 'HEAD') redirect(303, localizeHref('/aanmelden'));
	const form = ended && isTypedIn(route.id) ? await sent.formData().catch(() => undefined) : undefined;
	const isKept = ended && form && (await keepTyped(ended, deLocalizeUrl(url), form, getClientAddress(), at));
	const page = ended && ended.person.role !== 'inburgeraar' ? '/aanmelden/medewerker' : '/aanmelden';
	redirect(303, localizeHref(`${page}?reden=${isKept ? 'bewaard' : 'verlopen'}`));
}

/** Courses are open to all, so that their forms ask themselves who is signed in. */
async function orSignIn(event: RequestEvent, answer: (event: RequestEvent) => Response | Promise<Response>) {
	const sent = event.locals.ended && event.request.clone();
	const response = await answer(event);
	const isRefused = response.status === 303 && response.headers.get('location')?.endsWith('/aanmelden');
	return sent && isRefused ? toSignIn(event, sent) : response;
}

/** Of an id in the address only what has the form of one is kept: an address may hold anything. */
const denied = async ({ locals, route, params }: RequestEvent) => {
	const id = Object.values(params).find((value) => /^[\w-]{22}$/.test(value ?? ''));
	if (locals.actor && route.id) await recordDenial(locals.actor, route.id, id, locals.now);
};

/** Somebody who is signed in was refused (AUD-02). */
async function withDenials(event: RequestEvent, response: Response): Promise<Response> {
	if (!event.locals.actor || event.route.id?.startsWith('/(public)')) return response;
	const isRefused =
		response.status === 403 || (response.status === 404 && Object.keys(event.params).length > 0);
	if (isRefused) await denied(event);
	return response;
}

const gate: Handle = async ({ event, resolve }) => {
	const { locals, route, request } = event;
	// Nothing asks for data alone, since every page has csr = false; a mask would leave out the part that guards, or the
	// part that writes what was read to the audit log (FACT-1).
	if (event.isDataRequest) {
		await denied(event);
		return error(404);
	}
	switch (entry(route.id, locals.actor)) {
		case 'open':
			return withDenials(event, await orSignIn(event, resolve));
		case 'unknown':
			return route.id === null ? resolve(event) : error(404);
		case 'forbidden':
			await denied(event);
			return error(403);
		case 'password':
			return redirect(303, localizeHref('/wachtwoord'));
		case 'sign_in':
			return toSignIn(event, request);
	}
};

/** The framework answers 500 to an action named `default`, or like something that every object has (IN-01). */
const actionHandle: Handle = ({ event, resolve }) => {
	const named = [...event.url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1);
	const isOne = named === undefined || (named !== 'default' && !(named in Object.prototype));
	return event.request.method !== 'POST' || isOne ? resolve(event) : error(404);
};

/** The framework answers 500 to every unexpected error; some of them are no fault of the portal. */
const answerHandle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const status = event.locals.answer;
	if (response.status !== 500 || !status) return response;
	return new Response(response.body, { status, headers: response.headers });
};

/** 422: the key of a form that was sent before with other content (IN-11); 429, 503: too much at once. */
function answerTo(cause: unknown): App.Locals['answer'] {
	if (isDifferentPayload(cause)) return 422;
	return isTooBusy(cause) ? busyStatus(cause) : undefined;
}

/** A form that was kept before and is taken now: its text waits no longer. */
const typedHandle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { actor } = event.locals;
	if (actor && isSent(event) && response.status === 303 && isTypedIn(event.route.id)) await typedArrived(actor, deLocalizeUrl(event.url)); // prettier-ignore
	return response;
};

export const handle = sequence(
	...[aliasHandle, localeHandle, sessionHandle, gate, actionHandle, typedHandle, answerHandle]
);

export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
	const correlationId = randomUUID();
	event.locals.answer = answerTo(cause);
	if (status >= 500 && event.locals.answer !== 422) {
		log().error({ correlationId, route: event.route.id, err: cause });
		if (isTooBusy(cause)) event.setHeaders({ 'retry-after': '5' });
	}
	return { message, correlationId };
};

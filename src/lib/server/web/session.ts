import { randomInt } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { Lucia, TimeSpan } from 'lucia';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { Actor } from '../actor.ts';
import { openedBy } from '../break-glass.ts';
import { dayOf, now as currentTime } from '../clock.ts';
import { config } from '../config.ts';
import type { people } from '../db/schema.ts';
import { isKnownBrowserForm, knownBrowserOf, newKnownBrowser } from '../known-browsers.ts';
import {
	endedSessionOf,
	isToken,
	luciaAdapter,
	type EndedSession,
	type SessionAttributes
} from '../lucia-adapter.ts';
import { newToken } from '../secrets.ts';
import { lastTypedPath } from '../typed-drafts.ts';

declare module 'lucia' {
	interface Register {
		Lucia: typeof lucia;
		DatabaseUserAttributes: typeof people.$inferSelect;
		DatabaseSessionAttributes: SessionAttributes;
	}
}

const lucia = new Lucia(luciaAdapter(currentTime), {
	sessionExpiresIn: new TimeSpan(12, 'h'),
	getUserAttributes: (person) => ({ person }),
	getSessionAttributes: ({ deviceId, deviceKind, provenAt, endsAt }) => ({
		deviceId,
		deviceKind,
		provenAt,
		endsAt
	})
});

/** `__Host-` and Secure wherever the portal is served over https; a loopback demo over http has neither (OPS-12). */
const isSecure = () => config().isHttps;
const cookieName = (name: string) => (isSecure() ? `__Host-${name}` : name);
const cookie = () => ({ path: '/', httpOnly: true, secure: isSecure(), sameSite: 'lax' as const });

export const readCookie = (
	cookies: Cookies,
	name: 'session' | 'device' | 'activation' | 'tweede' | 'passkey' | 'oidc' | 'maillink' | 'taal' | 'bekend'
): string | undefined => cookies.get(cookieName(name));

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newPublicId = () => Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');

/**
 * Starts a login session with a fresh token; the former one of this browser ends in the same transaction (SES-03).
 * The browser speaks the language of the profile from now on, until another one is chosen.
 * @returns the page where this person typed something that came too late in this browser, if any (SES-11)
 */
export async function startSession(
	cookies: Cookies,
	{ id: personId, locale }: { id: string; locale: LocaleId },
	attributes: Omit<SessionAttributes, 'former'>
): Promise<string | undefined> {
	const sessionId = `${newPublicId()}.${newToken()}`;
	const former = readCookie(cookies, 'session');
	const at = currentTime();
	const ended = former ? await endedSessionOf(former, at) : undefined;
	await lucia.createSession(personId, { ...attributes, former }, { sessionId });
	cookies.set(cookieName('session'), sessionId, cookie());
	setChosen(cookies, locale);
	return ended?.person.id === personId ? lastTypedPath(personId, at) : undefined;
}

/** Who is signed in, or null. A broken cookie is nobody (SES-10). */
export async function actorFrom(
	cookies: Cookies,
	address: string | null,
	now: Temporal.Instant
): Promise<Actor | null> {
	const token = readCookie(cookies, 'session');
	if (!token) return null;
	const { session, user } = await lucia.validateSession(token);
	if (!session) {
		// One that ended by itself stays: it says for whom what was typed is kept (SES-11).
		if (!(await endedSessionOf(token, now))) cookies.delete(cookieName('session'), cookie());
		return null;
	}
	const { id, role, gemeenteId, partnerId, name, locale, hasDutchBeside, hasLargeText } = user.person;
	const { hasHighContrast, hasSound, hasHijriDays, mustChangePassword } = user.person;
	const rights = { id, role, gemeenteId, partnerId, name, mustChangePassword };
	const look = { locale, hasDutchBeside, hasLargeText, hasHighContrast };
	const extra = { hasSound, hasHijriDays: hasHijriDays ?? true };
	return {
		...rights,
		...look,
		...extra,
		sessionId: session.id.slice(0, 16),
		address,
		today: dayOf(now),
		provenAt: session.provenAt,
		endsAt: session.endsAt,
		opened: role === 'consulent' ? await openedBy(id, now) : []
	};
}

/** Whose login session of this browser ended by itself, while that is remembered (SES-11). */
export async function endedSessionIn(
	cookies: Cookies,
	now: Temporal.Instant
): Promise<EndedSession | undefined> {
	const token = readCookie(cookies, 'session');
	return token ? endedSessionOf(token, now) : undefined;
}

/** Ends the login session of this browser; the device token stays (SES-05). */
export async function endSession(cookies: Cookies): Promise<void> {
	const token = readCookie(cookies, 'session');
	if (token && isToken(token)) await lucia.invalidateSession(token);
	cookies.delete(cookieName('session'), cookie());
}

const oneYear = 365 * 24 * 60 * 60;

/** The language this browser speaks: says nothing that its history of addresses does not say. */
export const setChosen = (cookies: Cookies, locale: LocaleId): void =>
	cookies.set(cookieName('taal'), locale, { ...cookie(), maxAge: oneYear });

const tenYears = 10 * 365 * 24 * 60 * 60;
const mostDevices = 4;

/** Tokens of the people who sign in on this phone with a PIN: a family often shares one. */
export const deviceTokens = (cookies: Cookies): string[] =>
	(readCookie(cookies, 'device') ?? '')
		.split('.')
		.filter((token) => /^[\w-]{43}$/.test(token))
		.slice(0, mostDevices);

export function addDeviceToken(cookies: Cookies, token: string): void {
	const tokens = [token, ...deviceTokens(cookies)].slice(0, mostDevices);
	cookies.set(cookieName('device'), tokens.join('.'), { ...cookie(), maxAge: tenYears });
}
export const deleteDeviceCookie = (cookies: Cookies): void => cookies.delete(cookieName('device'), cookie());

/** Entries of the staff who signed in here with both steps: each gives a counter of its own, and no rights (AUTH-05). */
export const knownBrowsers = (cookies: Cookies): string[] =>
	(readCookie(cookies, 'bekend') ?? '').split('.').filter(isKnownBrowserForm).slice(0, mostDevices);

/** Call it after a full sign-in of staff only. */
export function rememberBrowser(cookies: Cookies, personId: string): void {
	const former = knownBrowsers(cookies);
	const isOwn = (entry: string) => knownBrowserOf([entry], personId) !== undefined;
	const own = former.find(isOwn) ?? newKnownBrowser(personId);
	const entries = [own, ...former.filter((entry) => entry !== own)].slice(0, mostDevices);
	cookies.set(cookieName('bekend'), entries.join('.'), { ...cookie(), sameSite: 'strict', maxAge: oneYear });
}

/** An opened letter: leads to the page where the PIN is chosen, and nowhere else (SES-09). */
export const setPending = (cookies: Cookies, pending: string): void =>
	cookies.set(cookieName('activation'), pending, { ...cookie(), sameSite: 'strict', maxAge: 600 });
export const deletePending = (cookies: Cookies): void => cookies.delete(cookieName('activation'), cookie());

/** A link from a mail whose page was sent: only a PIN makes something of it (AUTH-08). */
export const setMailLink = (cookies: Cookies, token: string): void =>
	cookies.set(cookieName('maillink'), token, { ...cookie(), sameSite: 'strict', maxAge: 1800 });
export const deleteMailLink = (cookies: Cookies): void => cookies.delete(cookieName('maillink'), cookie());

/** Past the password: leads to the second step, and nowhere else (SES-09). */
export const setSecondStep = (cookies: Cookies, token: string): void =>
	cookies.set(cookieName('tweede'), token, { ...cookie(), sameSite: 'strict', maxAge: 600 });
export const deleteSecondStep = (cookies: Cookies): void => cookies.delete(cookieName('tweede'), cookie());

/** What a passkey is asked to sign at signing in: leads to that answer, and nowhere else (SES-09). */
export const setPasskeyTry = (cookies: Cookies, token: string): void =>
	cookies.set(cookieName('passkey'), token, { ...cookie(), sameSite: 'strict', maxAge: 300 });
export const deletePasskeyTry = (cookies: Cookies): void => cookies.delete(cookieName('passkey'), cookie());

/** On the way to the identity provider: sealed; Lax, because the way back begins at another site. */
export const setOidc = (cookies: Cookies, sealed: string): void =>
	cookies.set(cookieName('oidc'), sealed, { ...cookie(), maxAge: 600 });
export const deleteOidc = (cookies: Cookies): void => cookies.delete(cookieName('oidc'), cookie());

import { idp, redirectUri } from './oidc-running.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/server/actor.ts';
import { now as currentTime } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { beginOidc, finishOidc, type Comer } from '#lib/server/oidc.ts';
import { oidcStateOf, unlinkOidc } from '#lib/server/oidc-links.ts';
import { seal, unseal, type Errand } from '#lib/server/oidc-seal.ts';
import { resetSecondStep } from '#lib/server/second-step.ts';
import { consulent, gemeente, inburgeraar } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { client, high, low } from './oidc-known.ts';
import { follow } from './oidc-provider.ts';

const now = currentTime();
const later = (minutes: number) => now.add({ minutes });

let db: Database;
let linden: string;
let staff: Awaited<ReturnType<typeof consulent>>;
let person: Actor;

beforeAll(async () => {
	db = await openTestDatabase();
	linden = await gemeente();
});
afterAll(async () => {
	await db.close();
	await idp.stop();
});
let subjects = 0;
beforeEach(async () => {
	staff = await consulent(linden);
	const id = await inburgeraar(staff);
	person = { ...staff, id, role: 'inburgeraar', sessionId: 'mijnsessie' };
	Object.assign(idp.visitor, { subject: `onderwerp-${++subjects}`, acr: high, cancels: false });
});

const nobody: Comer = { actor: null, isProven: false, address: null };
const signInErrand: Errand = { kind: 'inburgeraar', locale: 'ar' };
const linkErrand = (actor: Actor): Errand => ({
	kind: 'koppel',
	locale: 'nl',
	back: actor.role === 'inburgeraar' ? '/instellingen/koppeling' : '/beveiliging',
	personId: actor.id,
	sessionId: actor.sessionId
});

/** To the provider and back; what the browser brings. */
async function journey(errand: Errand) {
	const way = await beginOidc(errand, now);
	if (!way) throw new Error('no provider');
	return { ...way, back: await follow(way.url, redirectUri) };
}
async function take(errand: Errand, comer: Comer = nobody) {
	const { back, sealed } = await journey(errand);
	return (await finishOidc(back.search, sealed, comer, now)).outcome;
}
const signIn = () => take(signInErrand);
const link = (actor: Actor, comer: Partial<Comer> = {}) =>
	take(linkErrand(actor), { actor, isProven: true, address: null, ...comer });
const eventsOf = async (id: string) =>
	(await db.read.select().from(t.auditEvents)).filter(({ subjectId }) => subjectId === id);

describe('the way to the provider', () => {
	test('AUTH-02 a code with PKCE S256, state, nonce, the asked level and the exact address back; nothing implicit', async () => {
		const way = await beginOidc(signInErrand, now);
		const query = Object.fromEntries(new URL(way?.url ?? '').searchParams);
		expect(query).toMatchObject({
			...{ response_type: 'code', code_challenge_method: 'S256', redirect_uri: redirectUri },
			...{ acr_values: high, scope: 'openid', prompt: 'login', client_id: client.id, ui_locales: 'ar nl' }
		});
		expect(query.response_mode).toBeUndefined();
		for (const name of ['state', 'nonce', 'code_challenge'])
			expect(query[name]?.length).toBeGreaterThanOrEqual(43);
		const sealed = unseal(way?.sealed, now);
		expect(sealed?.secrets).toMatchObject({ state: query.state, nonce: query.nonce });
		// What only this browser may bring back stands neither in the address nor readable in the cookie.
		expect(way?.url).not.toContain(sealed?.secrets.verifier);
		expect(way?.sealed).not.toContain(query.state);
	});

	test('IN-09 a way back to another address is refused by the provider: it knows one', async () => {
		const way = await beginOidc(signInErrand, now);
		const address = way?.url.replace('pip.test', 'evil.test') ?? '';
		await expect(follow(address, 'https://evil.test')).rejects.toThrow(/^400 at/);
	});

	test('the sealed cookie: changed, of another purpose, too late or absent, it is none', async () => {
		const { sealed = '' } = (await beginOidc(signInErrand, now)) ?? {};
		expect(unseal(sealed, later(9))?.errand).toEqual(signInErrand);
		expect(unseal(sealed, later(10))).toBeUndefined();
		expect(unseal(sealed, now.subtract({ hours: 1 }))).toBeUndefined();
		const middle = Math.floor(sealed.length / 2);
		const other = sealed[middle] === 'A' ? 'B' : 'A';
		const { encrypt } = await import('#lib/server/secrets.ts');
		const readable = unseal(sealed, now);
		for (const [what, text] of [
			['changed', sealed.slice(0, middle) + other + sealed.slice(middle + 1)],
			['cut', sealed.slice(0, -4)],
			['another key', encrypt('verwerkingslog', JSON.stringify(readable))],
			['empty', ''],
			['no base64', '%%%'],
			['absent', undefined]
		] as const)
			expect(unseal(text, now), what).toBeUndefined();
		const unknown = { ...readable, errand: { kind: 'beheerder', locale: 'nl' } } as never;
		expect(unseal(seal(unknown), now)).toBeUndefined();
	});
});

describe('signing in', () => {
	test('AUTH-02 a participant who linked signs in, and the use is written down', async () => {
		expect(await link(person)).toEqual({ ok: true, kind: 'gekoppeld' });
		expect((await oidcStateOf(person)).usedAt).toBeUndefined();
		expect(await signIn()).toMatchObject({
			...{ ok: true, kind: 'aangemeld', isWhole: true },
			person: { id: person.id, role: 'inburgeraar' }
		});
		expect((await oidcStateOf(person)).usedAt).toEqual(now);
	});

	test('AUTH-01 staff with an accepted level need no second step', async () => {
		expect(await link(staff)).toEqual({ ok: true, kind: 'gekoppeld' });
		expect(await take({ kind: 'medewerker', locale: 'nl' })).toMatchObject({
			...{ ok: true, kind: 'aangemeld', isWhole: true },
			person: { id: staff.id }
		});
	});

	test('AUTH-06 nobody has this account, or somebody who was stopped: one and the same answer, written down', async () => {
		const unknown = await signIn();
		await link(person);
		await db.transaction(async (tx) => {
			await tx.update(t.people).set({ isActive: false }).where(eq(t.people.id, person.id));
		});
		const stopped = await signIn();
		expect(unknown).toEqual({ ok: false, reason: 'onbekend' });
		expect(stopped).toEqual(unknown);
		const denials = await eventsOf(person.id);
		expect(denials.at(-1)).toMatchObject({ action: 'session.oidc', result: 'denied', actorId: person.id });
	});

	test('AUTH-02 a level that is not accepted is refused, whoever it is', async () => {
		await link(person);
		idp.visitor.acr = low;
		expect(await signIn()).toEqual({ ok: false, reason: 'niveau' });
	});

	test('stopping at the provider says that nothing changed', async () => {
		idp.visitor.cancels = true;
		expect(await signIn()).toEqual({ ok: false, reason: 'geannuleerd' });
	});

	test('T16 a code counts once, also when two bring it at the same time', async () => {
		await link(person);
		const { back, sealed } = await journey(signInErrand);
		const both = await Promise.all([1, 2].map(() => finishOidc(back.search, sealed, nobody, now)));
		expect(both.filter(({ outcome }) => outcome.ok)).toHaveLength(1);
		const again = await finishOidc(back.search, sealed, nobody, now);
		expect(again.outcome).toEqual({ ok: false, reason: 'mislukt' });
	});

	test('T17 an answer without the cookie of this browser, or with that of another, signs nobody in', async () => {
		await link(person);
		const [one, two] = [await journey(signInErrand), await journey(signInErrand)];
		for (const [what, sealed, at] of [
			['without', undefined, now],
			['of another journey', two.sealed, now],
			['after ten minutes', one.sealed, later(11)]
		] as const) {
			const { outcome } = await finishOidc(one.back.search, sealed, nobody, at);
			expect(outcome, what).toEqual({ ok: false, reason: 'mislukt' });
		}
		// None of them used up the code.
		expect((await finishOidc(one.back.search, one.sealed, nobody, now)).outcome.ok).toBe(true);
	});

	test.each([
		['another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(43))],
		['no state', (query: URLSearchParams) => query.delete('state')],
		['another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.test')],
		['no issuer', (query: URLSearchParams) => query.delete('iss')],
		['another code', (query: URLSearchParams) => query.set('code', 'x'.repeat(43))],
		['two codes', (query: URLSearchParams) => query.append('code', 'x')],
		['no code', (query: URLSearchParams) => query.delete('code')],
		['a token in the address', (query: URLSearchParams) => query.set('id_token', 'a.b.c')],
		['an unknown error', (query: URLSearchParams) => query.set('error', '<b>\u202e')]
	])('T16 an answer with %s is refused', async (_, change) => {
		await link(person);
		const { back, sealed } = await journey(signInErrand);
		change(back.searchParams);
		const { outcome } = await finishOidc(back.search, sealed, nobody, now);
		expect(outcome).toEqual({ ok: false, reason: 'mislukt' });
	});

	test.each(['nonce', 'verifier'] as const)(
		'T16 another %s than that of this journey is refused',
		async (name) => {
			await link(person);
			const { back, sealed } = await journey(signInErrand);
			const way = unseal(sealed, now);
			if (!way) throw new Error('not sealed');
			const changed = seal({ ...way, secrets: { ...way.secrets, [name]: 'x'.repeat(43) } });
			const { outcome } = await finishOidc(back.search, changed, nobody, now);
			expect(outcome).toEqual({ ok: false, reason: 'mislukt' });
		}
	);

	test('AUTH-11 an answer of before this journey is no fresh sign-in', async () => {
		await link(person);
		const { back, sealed } = await journey(signInErrand);
		const way = unseal(sealed, now);
		if (!way) throw new Error('not sealed');
		const tomorrow = { ...way, startedAt: later(5).epochMilliseconds };
		const { outcome } = await finishOidc(back.search, seal(tomorrow), nobody, later(5));
		expect(outcome).toEqual({ ok: false, reason: 'mislukt' });
	});

	test.each(['123456782', 's00000000:123456782'])(
		'PRIV-02 a broker that sends a BSN (%s) is refused',
		async (bsn) => {
			idp.visitor.subject = bsn;
			expect(await link(person)).toEqual({ ok: false, reason: 'mislukt' });
			expect((await oidcStateOf(person)).linkedAt).toBeUndefined();
		}
	);
});

describe('linking', () => {
	test('only a keyed hash is kept; the person is told, and it is written down (AUTH-14)', async () => {
		await link(person);
		const rows = await db.read.select().from(t.oidcLinks).where(eq(t.oidcLinks.personId, person.id));
		expect(rows).toHaveLength(1);
		expect(rows[0]?.subjectHash).toMatch(/^[\w-]{43}$/);
		const everything = JSON.stringify([
			await db.read.select().from(t.oidcLinks),
			await db.read.select().from(t.auditEvents),
			await db.read.select().from(t.outbox)
		]);
		expect(everything).not.toContain(idp.visitor.subject);
		expect((await eventsOf(person.id)).at(-1)).toMatchObject({ action: 'account.oidc_link', result: 'ok' });
		const notices = await db.read.select().from(t.outbox).where(eq(t.outbox.personId, person.id));
		expect(notices.map(({ kind }) => kind)).toEqual(['account']);
	});

	test('one account of the provider is of one person, and one person has one', async () => {
		await link(person);
		expect(await link(staff)).toEqual({ ok: false, reason: 'bezet' });
		expect((await oidcStateOf(staff)).linkedAt).toBeUndefined();
		idp.visitor.subject = 'een ander';
		expect(await link(person)).toEqual({ ok: false, reason: 'bezet' });
	});

	test('AUTH-11 without a fresh proof, in another login session, or as somebody else, nothing is linked', async () => {
		for (const [what, comer] of [
			['no proof', { isProven: false }],
			['signed out', { actor: null }],
			['another login session', { actor: { ...person, sessionId: 'andersessie' } }],
			['somebody else', { actor: { ...staff, sessionId: person.sessionId } }]
		] as const)
			expect(await link(person, comer), what).toEqual({ ok: false, reason: 'mislukt' });
		expect((await oidcStateOf(person)).linkedAt).toBeUndefined();
		expect((await oidcStateOf(staff)).linkedAt).toBeUndefined();
	});

	test('a login with the linked account is a fresh proof in that login session; with another it is not', async () => {
		const session = { publicId: 'abcdefghijklmnop', personId: staff.id, secretHash: 'x', deviceId: null, deviceKind: 'computer', createdAt: now, lastSeenAt: now }; // prettier-ignore
		await db.transaction(async (tx) => {
			await tx.insert(t.loginSessions).values(session);
		});
		const actor = { ...staff, sessionId: session.publicId };
		await link(actor);
		const errand = { ...linkErrand(actor), kind: 'bevestig' } as Errand;
		const provenAt = async () =>
			(await db.read.select().from(t.loginSessions).where(eq(t.loginSessions.personId, staff.id)))[0]
				?.provenAt;
		const { subject } = idp.visitor;
		idp.visitor.subject = 'een ander';
		expect(await take(errand, { actor, isProven: false, address: null })).toEqual({
			ok: false,
			reason: 'onbekend'
		});
		expect(await provenAt()).toBeNull();
		idp.visitor.subject = subject;
		expect(await take(errand, { actor, isProven: false, address: null })).toEqual({
			ok: true,
			kind: 'bevestigd'
		});
		expect(await provenAt()).toEqual(now);
	});

	test('G11 after unlinking it opens nothing, and the other logins have ended', async () => {
		await link(person);
		const session = { personId: person.id, secretHash: 'x', deviceId: null, deviceKind: 'computer', createdAt: now, lastSeenAt: now }; // prettier-ignore
		await db.transaction(async (tx) => {
			await tx.insert(t.loginSessions).values([
				{ ...session, publicId: 'mijnsessiemijnse' },
				{ ...session, publicId: 'ergensandersergens'.slice(0, 16) }
			]);
		});
		expect(await unlinkOidc({ ...person, sessionId: 'mijnsessiemijnse' }, now)).toBe(true);
		expect(await signIn()).toEqual({ ok: false, reason: 'onbekend' });
		const left = await db.read.select().from(t.loginSessions).where(eq(t.loginSessions.personId, person.id));
		expect(left.map(({ publicId }) => publicId)).toEqual(['mijnsessiemijnse']);
		expect(await unlinkOidc(person, now)).toBe(false);
		expect(await link(person)).toMatchObject({ ok: true });
	});

	test('AUTH-12 a keeper who takes the second step away takes the link away', async () => {
		await link(staff);
		await db.transaction((tx) => resetSecondStep(tx, null, staff.id, now));
		expect(await take({ kind: 'medewerker', locale: 'nl' })).toEqual({ ok: false, reason: 'onbekend' });
	});
});

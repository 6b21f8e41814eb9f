import { eq } from 'drizzle-orm';
import { Lucia } from 'lucia';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { addDevice, revokeDevice } from '#lib/server/devices.ts';
import { newId } from '#lib/server/ids.ts';
import { luciaAdapter } from '#lib/server/lucia-adapter.ts';
import {
	addPasskey,
	beginAdding,
	beginProof,
	beginSignIn,
	forgetPasskey,
	listPasskeys,
	mostPasskeys,
	proveWithPasskey,
	signInWithPasskey
} from '#lib/server/passkeys.ts';
import { newToken } from '#lib/server/secrets.ts';
import { resetSecondStep } from '#lib/server/second-step.ts';
import { endOtherPlaces } from '#lib/server/settings.ts';
import { activate } from '#lib/server/sign-in-activation.ts';
import { issueLetter, openLetter } from '#lib/server/activation-letters.ts';
import { entry, isProven } from '#lib/server/web/guard.ts';
import { born, consulent, gemeente, inburgeraar, later, now } from './accounts.ts';
import { make, use, type Key, type Twist } from './authenticator.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof consulent>>;
let amina: Actor;
let key: Key;
let clock = now;
const lucia = new Lucia(luciaAdapter(() => clock));

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
	clock = now;
	staff = await consulent(await gemeente());
	amina = await signedIn(await inburgeraar(staff), 'inburgeraar');
	staff = { ...staff, sessionId: (await start(staff.id)).slice(0, 16) };
	key = await add(amina);
});

const token = () =>
	`${newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, '0')
		.slice(0, 16)}.${newToken()}`;
async function start(
	personId: string,
	more: { deviceId?: string; passkeyId?: string } = {}
): Promise<string> {
	const sessionId = token();
	await lucia.createSession(personId, { deviceId: null, deviceKind: 'telefoon', ...more }, { sessionId });
	return sessionId;
}
async function signedIn(id: string, role: Actor['role']): Promise<Actor> {
	return { ...staff, id, role, name: 'Amina', sessionId: (await start(id)).slice(0, 16) };
}
const isSignedIn = async (sessionId: string) => (await lucia.validateSession(sessionId)).session !== null;

async function add(actor: Actor, devices: string[] = [], at = now): Promise<Key> {
	const ask = await beginAdding(actor, at);
	if (!ask) throw new Error('Enough passkeys');
	const { key, answer } = make(ask);
	expect(await addPasskey(actor, answer, { kind: 'telefoon', devices }, at)).toBe(true);
	return key;
}

/** Signs in as a browser would, with something otherwise. */
async function signIn(twist: Twist = {}, one: Key = key, at = now) {
	const { token, ask } = await beginSignIn(at);
	return signInWithPasskey({ token, devices: [] }, use(one, ask, twist), null, at);
}
const denials = async (id: string) =>
	(await db.read.select().from(t.auditEvents)).filter(
		(event) => event.actorId === id && event.action === 'session.passkey' && event.result === 'denied'
	).length;
const rowOf = async (one: Key) =>
	(await db.read.select().from(t.passkeys).where(eq(t.passkeys.credentialId, one.id)))[0];
const disable = (id: string) =>
	db.transaction(
		async (tx) => void (await tx.update(t.people).set({ isActive: false }).where(eq(t.people.id, id)))
	);

describe('signing in with a passkey', () => {
	test('AUTH-02 AUTH-10 a participant signs in; the use is written down', async () => {
		expect(await signIn()).toMatchObject({ personId: amina.id, role: 'inburgeraar', deviceId: null });
		expect(await rowOf(key)).toMatchObject({ counter: '1', lastUsedAt: now });
		expect(await denials(amina.id)).toBe(0);
	});

	test('AUTH-01 a member of staff signs in with it alone: the device checked the second factor', async () => {
		expect(await signIn({}, await add(staff))).toMatchObject({ personId: staff.id, role: 'consulent' });
	});

	test('AUTH-06 AUTH-10 what is asked names no account and is the same for everybody but for 32 bytes', async () => {
		const [one, two] = [(await beginSignIn(now)).ask, (await beginSignIn(now)).ask];
		expect(one.allowCredentials).toEqual([]);
		expect(one.userVerification).toBe('required');
		expect(Buffer.from(one.challenge, 'base64url')).toHaveLength(32);
		expect(one.challenge).not.toBe(two.challenge);
		expect({ ...one, challenge: '' }).toEqual({ ...two, challenge: '' });
	});

	const wrong: [name: string, twist: Twist][] = [
		['T16 of another origin', { origin: 'https://mijnpip.evil.example' }],
		['T16 of another port of this name', { origin: 'https://pip.test:8443' }],
		['T16 of a page without https', { origin: 'http://pip.test' }],
		['T16 of a name under this one', { origin: 'https://kwaad.pip.test' }],
		['T16 for another relying party', { rpId: 'evil.example' }],
		['T16 from a frame in another site', { crossOrigin: true }],
		['AUTH-10 without finger, face or code', { isVerified: false }],
		['AUTH-10 made for adding, not for signing in', { type: 'webauthn.create' }],
		['AUTH-10 for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
		['AUTH-10 that names another person', { userHandle: Buffer.from('iemand').toString('base64url') }]
	];
	test.each(wrong)('%s: refused, and in the audit log', async (_, twist) => {
		expect(await signIn(twist)).toBeUndefined();
		expect(await denials(amina.id)).toBe(1);
		expect((await rowOf(key))?.lastUsedAt).toBeNull();
		// The passkey itself is as good as before.
		expect(await signIn()).toBeDefined();
	});

	test('AUTH-10 a challenge counts once, also after an answer that was wrong', async () => {
		const { token, ask } = await beginSignIn(now);
		const send = (answer: string) => signInWithPasskey({ token, devices: [] }, answer, null, now);
		const first = use(key, ask);
		expect(await send(first)).toBeDefined();
		expect(await send(first)).toBeUndefined();
		expect(await send(use(key, ask))).toBeUndefined();
		const other = await beginSignIn(now);
		const sendOther = (answer: string) =>
			signInWithPasskey({ token: other.token, devices: [] }, answer, null, now);
		expect(await sendOther('niets')).toBeUndefined();
		expect(await sendOther(use(key, other.ask))).toBeUndefined();
	});

	test('AUTH-10 five at once with one challenge: one gets in', async () => {
		const { token, ask } = await beginSignIn(now);
		const answers = Array.from({ length: 5 }, () => use(key, ask));
		const outcomes = await Promise.all(
			answers.map((answer) => signInWithPasskey({ token, devices: [] }, answer, null, now))
		);
		expect(outcomes.filter(Boolean)).toHaveLength(1);
	});

	test('AUTH-10 a challenge is worth five minutes, and belongs to the browser that asked', async () => {
		const late = await beginSignIn(now);
		const answer = use(key, late.ask);
		const asked = (token: string | undefined, at: Temporal.Instant) =>
			signInWithPasskey({ token, devices: [] }, answer, null, at);
		expect(await asked(undefined, now)).toBeUndefined();
		expect(await asked((await beginSignIn(now)).token, now)).toBeUndefined();
		expect(await asked(late.token, later(5))).toBeUndefined();
		// Judged, and therefore in the log, is the answer to somebody else's question alone.
		expect(await denials(amina.id)).toBe(1);
		const other = await beginSignIn(now);
		const answers = use(key, other.ask);
		expect(
			await signInWithPasskey({ token: other.token, devices: [] }, answers, null, later(4))
		).toBeDefined();
		// What nobody answered does not stay.
		await beginSignIn(later(60));
		expect(await db.read.select().from(t.passkeyChallenges)).toHaveLength(1);
	});

	test('AUTH-06 an unknown passkey, and one whose signature is of another key, are refused alike', async () => {
		const unknown = { ...key, id: newToken() };
		expect(await signIn({}, unknown)).toBeUndefined();
		const forged = { ...(await add(staff)), id: key.id, userHandle: key.userHandle };
		expect(await signIn({}, forged)).toBeUndefined();
		expect(await denials(amina.id)).toBe(1);
	});

	test('AUTH-10 a counter that goes back or stands still is a copy: refused', async () => {
		expect(await signIn({ counter: 5 })).toBeDefined();
		expect(await signIn({ counter: 5 })).toBeUndefined();
		expect(await signIn({ counter: 4 })).toBeUndefined();
		expect(await signIn({ counter: 0 })).toBeUndefined();
		expect(await signIn({ counter: 4_294_967_295 })).toBeDefined();
		expect((await rowOf(key))?.counter).toBe('4294967295');
	});

	test('AUTH-10 a passkey that does not count (0) signs in again and again', async () => {
		expect(await signIn({ counter: 0 })).toBeDefined();
		expect(await signIn({ counter: 0 })).toBeDefined();
	});

	test('AUTH-06 SES-07 somebody who was stopped is refused as anybody, also when it begins before', async () => {
		const { token, ask } = await beginSignIn(now);
		await disable(amina.id);
		expect(await signInWithPasskey({ token, devices: [] }, use(key, ask), null, now)).toBeUndefined();
		expect(await signIn()).toBeUndefined();
	});

	test.each([
		['', 'nothing'],
		['{', 'no JSON'],
		['null', 'null'],
		['{"id":1}', 'an id that is a number'],
		['{"__proto__":{"id":"AAAA"}}', 'a prototype']
	])('IN-02 %s (%s) is refused and fills no log', async (typed) => {
		const before = (await db.read.select().from(t.auditEvents)).length;
		const { token } = await beginSignIn(now);
		expect(await signInWithPasskey({ token, devices: [] }, typed, null, now)).toBeUndefined();
		expect(await db.read.select().from(t.auditEvents)).toHaveLength(before);
	});

	test('IN-02 fields that no browser sends, and bytes that are none, are refused', async () => {
		const { token, ask } = await beginSignIn(now);
		const answer = JSON.parse(use(key, ask)) as Record<string, object>;
		for (const spoiled of [
			{ ...answer, extra: 1 },
			{ ...answer, rawId: 'AAAA' },
			{ ...answer, response: { ...answer.response, authenticatorData: 'AAAA' } },
			{ ...answer, response: { ...answer.response, clientDataJSON: 'AAAA' } },
			{ ...answer, response: { ...answer.response, signature: 'AAAA' } }
		])
			expect(
				await signInWithPasskey({ token, devices: [] }, JSON.stringify(spoiled), null, now)
			).toBeUndefined();
	});

	test('AUTH-12 a one-time password is replaced first: the passkey leads to that page alone', () => {
		const actor = { ...staff, mustChangePassword: true };
		expect(entry('/admin', actor)).toBe('password');
		expect(entry('/beveiliging', actor)).toBe('password');
		expect(entry('/bevestigen/passkey', actor)).toBe('password');
	});
});

describe('adding a passkey', () => {
	const adding = async (twist: Twist, actor = amina) => {
		const ask = await beginAdding(actor, now);
		return addPasskey(actor, make(ask!, twist).answer, { kind: 'telefoon', devices: [] }, now);
	};

	test('AUTH-10 AUTH-14 it is kept with its device, in the audit log, and the person hears of it', async () => {
		const [row] = await listPasskeys(amina);
		expect(row).toMatchObject({ kind: 'telefoon', isBackedUp: false, lastUsedAt: null, isThis: false });
		const events = (await db.read.select().from(t.auditEvents)).filter(
			({ subjectId, action }) => subjectId === amina.id && action === 'account.passkey'
		);
		expect(events).toHaveLength(1);
		const notices = await db.read.select().from(t.outbox).where(eq(t.outbox.personId, amina.id));
		expect(notices.filter(({ kind }) => kind === 'account')).toHaveLength(1);
		expect(JSON.stringify(notices)).not.toContain(key.id);
	});

	test('AUTH-10 the device is asked to check the person, to keep the key findable, and not who made it', async () => {
		const ask = await beginAdding(amina, now);
		expect(ask).toMatchObject({
			rp: { id: 'pip.test' },
			attestation: 'none',
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			excludeCredentials: [{ id: key.id, transports: ['internal'] }]
		});
		expect(Buffer.from(ask!.user.id, 'base64url').toString()).toBe(amina.id);
	});

	test.each<[string, Twist]>([
		['T16 of another origin', { origin: 'https://mijnpip.evil.example' }],
		['T16 for another relying party', { rpId: 'evil.example' }],
		['AUTH-10 without finger, face or code', { isVerified: false }],
		['AUTH-10 for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
		['AUTH-10 made for signing in', { type: 'webauthn.get' }],
		['AUTH-10 with a statement of certificates, which would have to be fetched', { format: 'packed', statement: new Map([['x5c', [new Uint8Array([1])]]]) }], // prettier-ignore
		['AUTH-10 with a statement of an unknown kind', { format: 'apple' }]
	])('%s: refused', async (_, twist) => {
		expect(await adding(twist)).toBe(false);
		expect(await listPasskeys(amina)).toHaveLength(1);
	});

	test('AUTH-10 a challenge belongs to one login session and one purpose, once, for five minutes', async () => {
		const elsewhere = { ...amina, sessionId: (await start(amina.id)).slice(0, 16) };
		const add = (actor: Actor, answer: string, at = now) =>
			addPasskey(actor, answer, { kind: 'telefoon', devices: [] }, at);
		const { answer } = make((await beginAdding(amina, now))!);
		expect(await add(elsewhere, answer)).toBe(false);
		expect(await add(amina, answer)).toBe(true);
		expect(await add(amina, answer)).toBe(false);
		expect(await add(amina, make((await beginAdding(amina, now))!).answer, later(5))).toBe(false);
		const proof = await beginProof(amina, now);
		expect(await add(amina, make((await beginAdding(amina, now))!, { challenge: proof.challenge }).answer)).toBe(false); // prettier-ignore
	});

	test('AUTH-10 the passkey of somebody else is not taken over', async () => {
		const mine = make((await beginAdding(amina, now))!);
		const theirs = (await beginAdding(staff, now))!;
		expect(await addPasskey(amina, mine.answer, { kind: 'telefoon', devices: [] }, now)).toBe(true);
		const parts = JSON.parse(mine.answer) as { response: object };
		const client = Buffer.from(
			JSON.stringify({ type: 'webauthn.create', challenge: theirs.challenge, origin: 'https://pip.test' })
		).toString('base64url');
		const copied = JSON.stringify({ ...parts, response: { ...parts.response, clientDataJSON: client } });
		expect(await addPasskey(staff, copied, { kind: 'telefoon', devices: [] }, now)).toBe(false);
		expect(await signIn({}, mine.key)).toMatchObject({ personId: amina.id });
	});

	test(`there are at most ${mostPasskeys}, also when two are added at once`, async () => {
		for (let n = 1; n < mostPasskeys - 1; n++) await add(amina);
		const one = make((await beginAdding(amina, now))!);
		const other = { ...amina, sessionId: (await start(amina.id)).slice(0, 16) };
		const two = make((await beginAdding(other, now))!);
		const browser = { kind: 'telefoon' as const, devices: [] };
		const both = await Promise.all([
			addPasskey(amina, one.answer, browser, now),
			addPasskey(other, two.answer, browser, now)
		]);
		expect(both.filter(Boolean)).toHaveLength(1);
		expect(await beginAdding(amina, now)).toBeUndefined();
	});
});

describe('what ends a passkey', () => {
	const session = async (one = key) => start(amina.id, { passkeyId: (await rowOf(one))?.id });

	test('SES-03 AUTH-14 the person takes it away: what is signed in with it ends, the rest stays', async () => {
		const [withIt, without] = [await session(), await start(amina.id)];
		const [row] = await listPasskeys({ ...amina, sessionId: withIt.slice(0, 16) });
		expect(row?.isThis).toBe(true);
		expect(await forgetPasskey(amina, row!.id, now)).toBe(true);
		expect([await isSignedIn(withIt), await isSignedIn(without)]).toEqual([false, true]);
		expect(await signIn()).toBeUndefined();
		const notices = await db.read.select().from(t.outbox).where(eq(t.outbox.personId, amina.id));
		expect(notices.filter(({ kind }) => kind === 'account')).toHaveLength(2);
	});

	test('AC-06 that of somebody else is nobody’s', async () => {
		const id = (await rowOf(key))!.id;
		expect(await forgetPasskey(staff, id, now)).toBe(false);
		expect(await signIn()).toBeDefined();
	});

	test('SES-06 a forgotten device takes its passkeys along, and no other', async () => {
		const device = await db.transaction((tx) => addDevice(tx, amina.id, 'telefoon', now));
		const onDevice = await add(amina, [device.token]);
		const { token, ask } = await beginSignIn(now);
		const browser = { token, devices: [newToken(), device.token] };
		expect(await signInWithPasskey(browser, use(onDevice, ask), null, now)).toMatchObject({
			deviceId: device.id
		});
		await revokeDevice(amina, device.id, now);
		expect(await signIn({}, onDevice)).toBeUndefined();
		expect(await signIn()).toBeDefined();
	});

	test('SES-06 “forget all others” leaves the passkeys of this device and the one in use', async () => {
		const device = await db.transaction((tx) => addDevice(tx, amina.id, 'telefoon', now));
		const [onDevice, elsewhere] = [await add(amina, [device.token]), await add(amina)];
		const here = await start(amina.id, { deviceId: device.id, passkeyId: (await rowOf(key))?.id });
		await endOtherPlaces({ ...amina, role: 'inburgeraar', gemeenteId: staff.gemeenteId, sessionId: here.slice(0, 16) }, now); // prettier-ignore
		expect(await isSignedIn(here)).toBe(true);
		expect(await signIn({}, onDevice)).toBeDefined();
		expect(await signIn()).toBeDefined();
		expect(await signIn({}, elsewhere)).toBeUndefined();
	});

	test('AUTH-07 a new letter that is used takes all away', async () => {
		const sessions = await session();
		const letter = await issueLetter(staff, amina.id, newId(), now);
		const opened = letter !== 'al_gemaakt' && letter ? await openLetter(letter.code, born, now) : undefined;
		const pins = { first: '739164', second: '739164' };
		expect(await activate(opened, pins, 'telefoon', now)).toMatchObject({ ok: true });
		expect(await signIn()).toBeUndefined();
		expect(await isSignedIn(sessions)).toBe(false);
	});

	test('AUTH-12 a keeper who resets how somebody signs in takes the passkeys too', async () => {
		const one = await add(staff);
		expect(await db.transaction((tx) => resetSecondStep(tx, null, staff.id, now))).toBe(true);
		expect(await signIn({}, one)).toBeUndefined();
	});

	test('SES-07 a stopped account ends what was signed in with it at the next request', async () => {
		const open = await session();
		expect(await isSignedIn(open)).toBe(true);
		await disable(amina.id);
		expect(await isSignedIn(open)).toBe(false);
	});
});

describe('proving again with a passkey', () => {
	const provenAt = async (actor: Actor) =>
		(await db.read.select().from(t.loginSessions).where(eq(t.loginSessions.publicId, actor.sessionId)))[0]
			?.provenAt;

	test('AUTH-11 it proves for ten minutes who sits here', async () => {
		const one = await add(staff);
		const ask = await beginProof(staff, later(30));
		expect(await proveWithPasskey(staff, use(one, ask), later(30))).toBe(true);
		const proof = await provenAt(staff);
		expect(isProven({ ...staff, provenAt: proof! }, later(40))).toBe(true);
		expect(isProven({ ...staff, provenAt: proof! }, later(41))).toBe(false);
	});

	test('AUTH-11 the passkey of a colleague proves nothing, nor does an answer of signing in', async () => {
		const one = await add(staff);
		const ask = await beginProof(staff, now);
		expect(await proveWithPasskey(staff, use(key, ask), now)).toBe(false);
		const { ask: other } = await beginSignIn(now);
		await beginProof(staff, now);
		expect(await proveWithPasskey(staff, use(one, other), now)).toBe(false);
		expect(await proveWithPasskey(staff, '', now)).toBe(false);
		expect(await provenAt(staff)).toBeNull();
	});
});

import type { Cookies } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { existsSync, readFileSync } from 'node:fs';
import { Lucia } from 'lucia';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	endOtherSessions,
	endSessionById,
	listDevices,
	listSessions,
	revokeDevice
} from '#lib/server/devices.ts';
import type { Actor } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { addDevice } from '#lib/server/devices.ts';
import { newId } from '#lib/server/ids.ts';
import { luciaAdapter } from '#lib/server/lucia-adapter.ts';
import { newToken, sha256 } from '#lib/server/secrets.ts';
import { addDeviceToken, setPending, setOidc, setSecondStep, startSession } from '#lib/server/web/session.ts';
import { consulent, gemeente, inburgeraar, later, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { engine } from './raw.ts';

let db: Database;
let clock = now;
const lucia = new Lucia(luciaAdapter(() => clock));
let staffId: string;
let staff: Awaited<ReturnType<typeof consulent>>;
let id: string;

beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
	staffId = staff.id;
});
afterAll(() => db.close());
beforeEach(async () => {
	clock = now;
	id = await inburgeraar(staff);
});

const publicId = () =>
	newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, '0')
		.slice(0, 16);
async function signIn(personId = id, more: { deviceId?: string; former?: string } = {}): Promise<string> {
	const sessionId = `${publicId()}.${newToken()}`;
	await lucia.createSession(personId, { deviceId: null, deviceKind: 'telefoon', ...more }, { sessionId });
	return sessionId;
}
const isSignedIn = async (token: string) => (await lucia.validateSession(token)).session !== null;
const rowOf = async (token: string) =>
	(
		await db.read
			.select()
			.from(t.loginSessions)
			.where(eq(t.loginSessions.publicId, token.slice(0, 16)))
	)[0];
const actor = (personId: string, token: string) =>
	({ id: personId, role: 'inburgeraar', sessionId: token.slice(0, 16), address: null }) as Actor;

test('SES-01: every cookie is __Host-, Secure and HttpOnly, for the whole site, and the session ends with the browser', async () => {
	const jar = new Map<string, Record<string, unknown>>();
	const cookies = {
		get: () => undefined,
		set: (name: string, value: string, options: object) => void jar.set(name, { value, ...options })
	} as unknown as Cookies;
	await startSession(cookies, { id, locale: 'ti' }, { deviceId: null, deviceKind: 'telefoon' });
	addDeviceToken(cookies, newToken());
	setPending(cookies, 'x');
	setSecondStep(cookies, newToken());
	setOidc(cookies, 'x');
	expect([...jar.keys()]).toEqual(
		['session', 'taal', 'device', 'activation', 'tweede', 'oidc'].map((n) => `__Host-${n}`)
	);
	for (const [name, set] of jar) {
		expect(set, name).toMatchObject({ path: '/', secure: true, httpOnly: true });
		expect(['lax', 'strict'], name).toContain(set.sameSite);
		expect(set, name).not.toHaveProperty('domain');
	}
	expect(jar.get('__Host-session')).not.toHaveProperty('maxAge');
	expect(jar.get('__Host-session')).not.toHaveProperty('expires');
	// Nothing but these two says who somebody is; the language is one of a list.
	expect(jar.get('__Host-taal')).toMatchObject({ value: 'ti' });
});

describe('the token (SES-02)', () => {
	test('signs in, and its secret is nowhere in the database', async () => {
		const token = await signIn();
		expect(await isSignedIn(token)).toBe(true);
		const secret = token.slice(17);
		expect(JSON.stringify(await rowOf(token))).not.toContain(secret);
		if (engine !== 'sqlite') return;
		const file = (process.env.DATABASE_URL ?? '').replace('file:', '');
		const looked = ['', '-wal', '-shm'].filter((tail) => existsSync(file + tail));
		expect(looked).toEqual(['', '-wal', '-shm']);
		for (const tail of looked) expect(readFileSync(file + tail).includes(secret)).toBe(false);
		// The comparison can fail: what is stored is found.
		const bytes = Buffer.concat(looked.map((tail) => readFileSync(file + tail)));
		expect(bytes.includes(sha256(secret))).toBe(true);
	});

	test.each([
		['the stored hash in place of the secret', async (token: string) => `${token.slice(0, 16)}.${(await rowOf(token))?.secretHash}`],
		['the public id alone', async (token: string) => token.slice(0, 16)],
		['the public id and a dot', async (token: string) => token.slice(0, 17)],
		['another secret', async (token: string) => `${token.slice(0, 16)}.${newToken()}`],
		['the secret with one character more', async (token: string) => `${token}a`],
		['the secret without its last character', async (token: string) => token.slice(0, -1)],
		['the secret under another public id', async (token: string) => `${publicId()}${token.slice(16)}`],
		['a broken cookie', async () => '%E0%A4%A'],
		['a very long cookie', async (token: string) => token.repeat(1000)]
	])('%s is nobody, and does not end the session (SES-10)', async (_, forge) => {
		const token = await signIn();
		expect(await isSignedIn(await forge(token))).toBe(false);
		expect(await isSignedIn(token)).toBe(true);
	}); // prettier-ignore

	test('a session without a secret is not made', async () => {
		await expect(
			lucia.createSession(id, { deviceId: null, deviceKind: 'x' }, { sessionId: publicId() })
		).rejects.toThrow('secret');
		await expect(lucia.createSession(id, { deviceId: null, deviceKind: 'x' })).rejects.toThrow('secret');
	});

	test('stays the same token when it is used again and again', async () => {
		const token = await signIn();
		for (const minutes of [10, 25, 45, 70]) {
			clock = later(minutes);
			const { session } = await lucia.validateSession(token);
			expect(session?.id).toBe(token);
		}
	});
});

describe('the end', () => {
	test('logout ends it, also after the token was renewed (FACT-6)', async () => {
		const token = await signIn();
		clock = later(20);
		const { session } = await lucia.validateSession(token);
		await lucia.invalidateSession(session?.id ?? '');
		expect(await isSignedIn(token)).toBe(false);
		expect(await rowOf(token)).toBeUndefined();
	});

	test('logout with a wrong secret ends nothing', async () => {
		const token = await signIn();
		await lucia.invalidateSession(`${token.slice(0, 16)}.${newToken()}`);
		expect(await isSignedIn(token)).toBe(true);
	});

	test('of one session leaves the others; of all leaves none', async () => {
		const [first, second, third] = [await signIn(), await signIn(), await signIn()];
		await lucia.invalidateSession(second.slice(0, 16));
		expect([await isSignedIn(first), await isSignedIn(second), await isSignedIn(third)]).toEqual([
			true,
			false,
			true
		]);
		await lucia.invalidateUserSessions(id);
		expect([await isSignedIn(first), await isSignedIn(third)]).toEqual([false, false]);
	});

	test('SES-07: a disabled account is signed out at the next request, and stays so when it is enabled', async () => {
		const token = await signIn();
		await db.transaction((tx) => tx.update(t.people).set({ isActive: false }).where(eq(t.people.id, id)));
		expect(await isSignedIn(token)).toBe(false);
		await db.transaction((tx) => tx.update(t.people).set({ isActive: true }).where(eq(t.people.id, id)));
		expect(await isSignedIn(token)).toBe(false);
	});

	test('OPS-12: a demo person is nobody outside the demo', async () => {
		const demo = await inburgeraar(staff, { isDemo: true });
		await expect(signIn(demo)).rejects.toThrow('may not sign in');
		const token = await signIn();
		await db.transaction((tx) => tx.update(t.people).set({ isDemo: true }).where(eq(t.people.id, id)));
		expect(await isSignedIn(token)).toBe(false);
	});

	test('SES-03: a new sign-in ends the former session of this browser, and only with its right secret', async () => {
		const former = await signIn();
		const other = await signIn();
		await signIn(id, { former });
		await signIn(id, { former: `${other.slice(0, 16)}.${newToken()}` });
		expect([await isSignedIn(former), await isSignedIn(other)]).toEqual([false, true]);
	});

	test.each([
		['participant', 5, () => id],
		['consulent', 10, () => staffId]
	])('SES-08: a %s has at most %i sessions, the oldest ends first', async (_, most, who) => {
		const tokens: string[] = [];
		for (let n = 0; n <= most; n++) {
			clock = now.add({ seconds: n });
			tokens.push(await signIn(who()));
		}
		const alive = await Promise.all(tokens.map(isSignedIn));
		expect(alive).toEqual([false, ...Array<boolean>(most).fill(true)]);
		await lucia.invalidateUserSessions(who());
	});
});

describe('the clock (SES-04)', () => {
	test.each([
		['participant', 30, () => id],
		['consulent', 15, () => staffId]
	])('a %s is signed out after %i idle minutes', async (_, idle, who) => {
		const token = await signIn(who());
		clock = later(idle - 1);
		expect(await isSignedIn(token)).toBe(true);
		clock = later(idle - 1 + idle - 1);
		expect(await isSignedIn(token)).toBe(true);
		clock = later(idle - 1 + idle - 1 + idle);
		expect(await isSignedIn(token)).toBe(false);
	});

	test.each([
		['participant', 12, 29, () => id],
		['consulent', 10, 14, () => staffId]
	])('a %s who never rests is signed out after %i hours', async (_, hours, step, who) => {
		const token = await signIn(who());
		let minutes = 0;
		for (; minutes + step < hours * 60; minutes += step) {
			clock = later(minutes);
			expect(await isSignedIn(token)).toBe(true);
		}
		clock = later(hours * 60);
		expect(await isSignedIn(token)).toBe(false);
	});

	test('G20: setting the clock back does not revive what has ended', async () => {
		const token = await signIn();
		clock = later(31);
		expect(await isSignedIn(token)).toBe(false);
		clock = later(1);
		expect(await isSignedIn(token)).toBe(false);
	});

	test.each([
		[4, true],
		[6, false]
	])('a session from %i minutes in the future is believed: %s', async (minutes, believed) => {
		const token = await signIn();
		clock = later(-minutes);
		expect(await isSignedIn(token)).toBe(believed);
	});

	test('`last seen` is written once a minute at most', async () => {
		const token = await signIn();
		const seen = async () => (await rowOf(token))?.lastSeenAt.since(now).total('seconds');
		clock = now.add({ seconds: 50 });
		await isSignedIn(token);
		expect(await seen()).toBe(0);
		clock = now.add({ seconds: 70 });
		await isSignedIn(token);
		expect(await seen()).toBe(70);
	});
});

describe('devices and sessions of one person (SES-06)', () => {
	const device = () => db.transaction((tx) => addDevice(tx, id, 'telefoon', now));

	test('a revoked device ends what is signed in on it, at the next request', async () => {
		const { id: deviceId } = await device();
		const [on, elsewhere] = [await signIn(id, { deviceId }), await signIn()];
		expect(await revokeDevice(actor(id, elsewhere), deviceId, now)).toBe(true);
		expect([await isSignedIn(on), await isSignedIn(elsewhere)]).toEqual([false, true]);
		expect(await listDevices(actor(id, elsewhere))).toEqual([]);
	});

	test('nobody revokes a device or ends a session of somebody else', async () => {
		const { id: deviceId } = await device();
		const token = await signIn(id, { deviceId });
		const stranger = actor(await inburgeraar(staff), 'x'.repeat(16));
		expect(await revokeDevice(stranger, deviceId, now)).toBe(false);
		expect(await endSessionById(stranger, token.slice(0, 16), now)).toBe(false);
		expect(await listDevices(stranger)).toEqual([]);
		expect(await isSignedIn(token)).toBe(true);
	});

	test('the lists hold nothing that opens a session', async () => {
		const { id: deviceId, token: deviceToken } = await device();
		const token = await signIn(id, { deviceId });
		const lists = JSON.stringify([
			await listSessions(actor(id, token)),
			await listDevices(actor(id, token)),
			await lucia.getUserSessions(id)
		]);
		for (const secret of [token, token.slice(17), sha256(token.slice(17)), deviceToken, sha256(deviceToken)])
			expect(lists).not.toContain(secret);
		expect(lists).toContain(token.slice(0, 16));
	});

	test('one of the own sessions can be ended, or all the others', async () => {
		const [mine, second, third] = [await signIn(), await signIn(), await signIn()];
		expect(await endSessionById(actor(id, mine), second.slice(0, 16), now)).toBe(true);
		expect(await isSignedIn(second)).toBe(false);
		await endOtherSessions(actor(id, mine), now);
		expect([await isSignedIn(mine), await isSignedIn(third)]).toEqual([true, false]);
		expect((await listSessions(actor(id, mine))).map(({ isThis }) => isThis)).toEqual([true]);
	});

	test('AUD-01: start and end of a session stand in the audit log', async () => {
		const token = await signIn();
		await lucia.invalidateSession(token);
		const events = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, id));
		expect(events.map(({ action, sessionId }) => [action, sessionId])).toEqual([
			['session.start', token.slice(0, 16)],
			['session.end', token.slice(0, 16)]
		]);
	});
});

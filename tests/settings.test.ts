import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { newToken, sha256 } from '#lib/server/secrets.ts';
import { changePreferences, consulentOf, endOtherPlaces, placesOf } from '#lib/server/settings.ts';
import { actions, load } from '../src/routes/(inburgeraar)/instellingen/+page.server.ts';
import { consulent, gemeente, inburgeraar } from './accounts.ts';
import { openTestDatabase } from './database.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const ago = (minutes: number) => now.subtract({ minutes });
let db: Database;
let actor: Inburgeraar;
let other: Inburgeraar;

beforeAll(async () => {
	db = await openTestDatabase();
	const staff = await consulent(await gemeente(), { name: 'Fatma de Vries', phone: '06 12' });
	const look = {
		role: 'inburgeraar',
		gemeenteId: staff.gemeenteId,
		partnerId: null,
		name: 'Amina',
		locale: 'ar'
	} as const;
	const rest = {
		hasDutchBeside: true,
		hasLargeText: false,
		hasHighContrast: false,
		hasSound: true,
		hasHijriDays: true,
		address: null,
		today: dayOf(now)
	};
	actor = { ...look, ...rest, id: await inburgeraar(staff), sessionId: sessionId() };
	other = { ...look, ...rest, id: await inburgeraar(staff), sessionId: sessionId() };
});
afterAll(() => db.close());

function sessionId(): string {
	return newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, '0')
		.slice(0, 16);
}

async function device(personId: string, lastUsedAt = ago(60)): Promise<string> {
	const id = newId();
	const row = {
		id,
		personId,
		tokenHash: sha256(newToken()),
		kind: 'telefoon' as const,
		createdAt: ago(9000),
		lastUsedAt
	};
	await db.transaction(async (tx) => void (await tx.insert(t.devices).values(row)));
	return id;
}
async function session(
	personId: string,
	publicId: string,
	deviceId: string | null,
	lastSeenAt = ago(2)
): Promise<string> {
	const row = {
		publicId,
		personId,
		deviceId,
		secretHash: sha256(publicId),
		deviceKind: 'computer',
		createdAt: ago(20),
		lastSeenAt
	};
	await db.transaction(async (tx) => void (await tx.insert(t.loginSessions).values(row)));
	return publicId;
}
async function nowhere(): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.delete(t.loginSessions);
		await tx.delete(t.devices);
	});
}

const person = async (id: string) =>
	(await database().read.select().from(t.people).where(eq(t.people.id, id)))[0];
const isSignedIn = async (id: string) =>
	(await database().read.select().from(t.loginSessions).where(eq(t.loginSessions.publicId, id))).length > 0;
const isRevoked = async (id: string) =>
	(await database().read.select().from(t.devices).where(eq(t.devices.id, id)))[0]?.revokedAt != null;
const audited = async (action: string) =>
	(
		await database()
			.read.select()
			.from(t.auditEvents)
			.where(and(eq(t.auditEvents.action, action), eq(t.auditEvents.subjectId, actor.id)))
	).length;

/** The cookies that the page set. */
const kept: Record<string, string> = {};

/** Sends a form to the page as the participant; yields where it leads, or the status of the refusal. */
async function send(
	action: keyof typeof actions,
	fields: Record<string, string>,
	who: object | null = actor
) {
	const body = new URLSearchParams(fields);
	const request = new Request('https://pip.test/instellingen', { method: 'POST', body });
	const cookies = { set: (name: string, value: string) => (kept[name] = value) };
	const event = { request, cookies, locals: { actor: who, now, locale: 'nl' } } as never;
	try {
		return await actions[action]?.(event);
	} catch (thrown) {
		return thrown as { status: number; location?: string };
	}
}

test('a language is saved and the page goes on in it', async () => {
	const answer = await send('taal', { taal: 'ti' });
	expect(answer).toMatchObject({
		status: 303,
		location: expect.stringContaining('/ti/instellingen?klaar=taal')
	});
	expect((await person(actor.id))?.locale).toBe('ti');
	expect((await person(other.id))?.locale).toBe('nl');
	expect(Object.values(kept)).toEqual(['ti']);
});

test('a language that the portal does not speak is refused and changes nothing', async () => {
	await changePreferences(actor, { locale: 'ar' }, now);
	for (const taal of ['xx', '', 'th']) expect(await send('taal', { taal })).toMatchObject({ status: 400 });
	expect((await person(actor.id))?.locale).toBe('ar');
});

test.each([
	['nederlands', 'uit', { hasDutchBeside: false }],
	['nederlands', 'aan', { hasDutchBeside: true }],
	['letters', 'aan', { hasLargeText: true }],
	['letters', 'uit', { hasLargeText: false }],
	['contrast', 'aan', { hasHighContrast: true }],
	['contrast', 'uit', { hasHighContrast: false }],
	['geluid', 'uit', { hasSound: false }],
	['geluid', 'aan', { hasSound: true }],
	['zonnejaar', 'uit', { hasHijriDays: false }],
	['zonnejaar', 'aan', { hasHijriDays: true }]
])(
	'%s goes %s, is said after it, and sending it twice changes nothing more',
	async (wat, stand, expected) => {
		const before = await audited('preference.change');
		for (let n = 0; n < 2; n++)
			expect(await send('weergave', { wat, stand })).toMatchObject({
				status: 303,
				location: expect.stringContaining(`klaar=${wat}_${stand}`)
			});
		expect(await person(actor.id)).toMatchObject(expected);
		expect((await audited('preference.change')) - before).toBe(2);
	}
);

test('AC-09: an unknown switch or an extra field is refused', async () => {
	expect(await send('weergave', { wat: 'rol', stand: 'aan' })).toMatchObject({ status: 400 });
	expect(await send('weergave', { wat: 'letters', stand: 'aan', role: 'coordinator' })).toMatchObject({
		status: 400
	});
	expect((await person(actor.id))?.role).toBe('inburgeraar');
});

test('SES-06: the list shows this device first, who is signed in, and no login that has run out', async () => {
	await nowhere();
	const phone = await device(actor.id);
	const old = await device(actor.id, ago(5000));
	await session(actor.id, actor.sessionId, phone, ago(1));
	const loose = await session(actor.id, sessionId(), null);
	await session(actor.id, sessionId(), null, ago(31));
	await device(other.id);
	const places = await placesOf(actor, now);
	expect(places.map(({ id }) => id)).toEqual([phone, loose, old]);
	expect(places.map(({ isThis, isSignedIn }) => [isThis, isSignedIn])).toEqual([
		[true, true],
		[false, true],
		[false, false]
	]);
	expect(places[0]?.lastAt).toEqual(ago(1));
	expect(JSON.stringify(places)).not.toMatch(/hash/i);
});

test('a device is forgotten, and what is signed in on it ends', async () => {
	await nowhere();
	const [mine, lost] = [await device(actor.id), await device(actor.id)];
	await session(actor.id, actor.sessionId, mine);
	const elsewhere = await session(actor.id, sessionId(), lost);
	const before = await audited('device.revoke');
	expect(await send('vergeet', { id: lost })).toMatchObject({ status: 303 });
	expect([await isRevoked(lost), await isSignedIn(elsewhere)]).toEqual([true, false]);
	expect([await isRevoked(mine), await isSignedIn(actor.sessionId)]).toEqual([false, true]);
	expect((await audited('device.revoke')) - before).toBe(1);
	expect(await send('vergeet', { id: lost })).toMatchObject({ status: 404 });
});

test("AC-06: somebody else's device or login is the same 404 as none, and stays", async () => {
	await nowhere();
	const theirs = await device(other.id);
	const login = await session(other.id, other.sessionId, theirs);
	for (const id of [theirs, newId(), 'x', ''])
		expect(await send('vergeet', { id })).toMatchObject({ status: 404 });
	for (const id of [login, sessionId(), theirs, ''])
		expect(await send('beeindig', { id })).toMatchObject({ status: 404 });
	expect([await isRevoked(theirs), await isSignedIn(login)]).toEqual([false, true]);
});

test('one own login elsewhere is ended', async () => {
	await nowhere();
	const elsewhere = await session(actor.id, sessionId(), null);
	expect(await send('beeindig', { id: elsewhere })).toMatchObject({ status: 303 });
	expect(await isSignedIn(elsewhere)).toBe(false);
});

test('all others end at once: this login and this device stay, nobody else is touched', async () => {
	await nowhere();
	const [mine, second, theirs] = [await device(actor.id), await device(actor.id), await device(other.id)];
	await session(actor.id, actor.sessionId, mine);
	const logins = [await session(actor.id, sessionId(), second), await session(actor.id, sessionId(), null)];
	await session(other.id, other.sessionId, theirs);
	expect(await send('anderen', {})).toMatchObject({ status: 303 });
	expect(await Promise.all([mine, second, theirs].map(isRevoked))).toEqual([false, true, false]);
	expect(await Promise.all([...logins, actor.sessionId, other.sessionId].map(isSignedIn))).toEqual([
		false,
		false,
		true,
		true
	]);
	await endOtherPlaces(actor, now);
	expect(await placesOf(actor, now)).toHaveLength(1);
});

test('the page says who helps', async () => {
	expect(await consulentOf(actor)).toMatchObject({ name: 'Fatma de Vries', phone: '06 12' });
});

test('AC-01: the page and every form of it are for participants only', async () => {
	const staff = { ...actor, role: 'consulent' };
	for (const action of Object.keys(actions) as (keyof typeof actions)[]) {
		expect(await send(action, {}, null)).toMatchObject({
			status: 303,
			location: expect.stringContaining('/aanmelden')
		});
		expect(await send(action, {}, staff)).toMatchObject({ status: 403 });
	}
	const visit = (who: object | null) =>
		load({
			locals: { actor: who, now },
			url: new URL('https://pip.test/'),
			cookies: { get: () => undefined }
		} as never);
	await expect(visit(null)).rejects.toMatchObject({ status: 303 });
	await expect(visit(staff)).rejects.toMatchObject({ status: 403 });
	expect(await visit(actor)).toMatchObject({ address: 'Postbus 1', done: undefined });
});

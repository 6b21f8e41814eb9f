import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Keeper } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { addDevice } from '#lib/server/devices.ts';
import { countLogins, endLoginsOf, forgetDevicesOf } from '#lib/server/end-access.ts';
import { newId } from '#lib/server/ids.ts';
import { luciaAdapter } from '#lib/server/lucia-adapter.ts';
import { sha256 } from '#lib/server/secrets.ts';
import { mostMailTries } from '#lib/server/sign-in-mail.ts';
import { signInWithPin } from '#lib/server/sign-in-pin.ts';
import { consulent, gemeente, inburgeraar, later, now, pin } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let linden: string;
let keeper: Keeper;
let staff: Awaited<ReturnType<typeof consulent>>;
beforeAll(async () => {
	db = await openTestDatabase();
	linden = await gemeente();
	keeper = { ...(await consulent(linden, { role: 'coordinator' })), role: 'coordinator' };
});
afterAll(() => db.close());
beforeEach(async () => {
	staff = await consulent(linden);
});

/** A login session of somebody, and whether it opens anything. */
async function signedIn(personId: string, deviceId: string | null = null) {
	const [publicId, secret] = [
		newId()
			.toLowerCase()
			.replaceAll(/[^a-z0-9]/g, 'x')
			.slice(0, 16),
		's'.repeat(43)
	];
	const row = { publicId, personId, secretHash: sha256(secret), deviceId, deviceKind: 'computer' };
	await db.transaction((tx) =>
		tx.insert(t.loginSessions).values({ ...row, createdAt: now, lastSeenAt: now })
	);
	return async () =>
		(await luciaAdapter(() => later(1)).getSessionAndUser(`${publicId}.${secret}`))[0] !== null;
}
const lastEvent = async (subjectId: string) =>
	(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, subjectId)).orderBy(t.auditEvents.seq)).at(-1); // prettier-ignore

test('SES-06 a keeper ends all logins of a colleague at once; the account and the own login go on', async () => {
	const [one, two, own] = [await signedIn(staff.id), await signedIn(staff.id), await signedIn(keeper.id)];
	expect(await countLogins(staff.id, later(1))).toBe(2);
	expect(await countLogins(staff.id, later(16))).toBe(0);
	expect(await endLoginsOf(keeper, staff.id, later(1))).toBe(true);
	expect([await one(), await two(), await own()]).toEqual([false, false, true]);
	expect((await db.read.select().from(t.people).where(eq(t.people.id, staff.id)))[0]?.isActive).toBe(true);
	expect(await lastEvent(staff.id)).toMatchObject({
		action: 'session.end_all',
		actorId: keeper.id,
		result: 'ok'
	});
});

test('SES-06 AC-12 not of another municipality, of an inburgeraar, or of nobody', async () => {
	const elsewhere = await consulent(await gemeente());
	const person = await inburgeraar(staff);
	const goesOn = [await signedIn(elsewhere.id), await signedIn(person)];
	for (const id of [elsewhere.id, person, newId()])
		expect(await endLoginsOf(keeper, id, now)).toBeUndefined();
	for (const isOn of goesOn) expect(await isOn()).toBe(true);
	const admin: Keeper = { ...keeper, role: 'beheerder', gemeenteId: null };
	expect(await endLoginsOf(admin, elsewhere.id, now)).toBe(true);
});

test('SES-06 T12 a consultant forgets every device of somebody who lost a phone: no PIN, no passkey, no link, no login', async () => {
	const person = await inburgeraar(staff);
	const device = await db.transaction((tx) => addDevice(tx, person, 'telefoon', now));
	const isOn = await signedIn(person, device.id);
	const loose = await signedIn(person);
	const key = { credentialId: newId(), publicKey: 'x', counter: '0', transports: [], isBackedUp: true, kind: 'telefoon' as const }; // prettier-ignore
	await db.transaction((tx) =>
		tx.insert(t.passkeys).values({ id: newId(), personId: person, createdAt: now, ...key })
	);
	const address = `${person.toLowerCase()}@post.test`;
	await db.transaction((tx) =>
		tx.insert(t.emailAddresses).values({ personId: person, address, confirmedAt: now })
	);
	expect(await forgetDevicesOf(staff, person, now)).toBe(true);
	const [mail] = await db.read.select().from(t.emailAddresses).where(eq(t.emailAddresses.personId, person));
	expect(mail?.wrongTries).toBe(mostMailTries);
	expect([await isOn(), await loose()]).toEqual([false, false]);
	expect(await signInWithPin({ tokens: [device.token] }, pin, null, now)).toMatchObject({
		reason: 'onbekend_apparaat'
	});
	expect(await db.read.select().from(t.passkeys).where(eq(t.passkeys.personId, person))).toEqual([]);
	expect(await lastEvent(person)).toMatchObject({ action: 'device.revoke_all', actorId: staff.id });
	expect(await db.read.select().from(t.outbox).where(eq(t.outbox.personId, person))).toMatchObject([
		{ kind: 'account' }
	]);
});

test('SES-06 AC-11 not a consultant who does not guide that person', async () => {
	const person = await inburgeraar(staff);
	const { token } = await db.transaction((tx) => addDevice(tx, person, 'telefoon', now));
	expect(await forgetDevicesOf(await consulent(linden), person, now)).toBeUndefined();
	expect(await signInWithPin({ tokens: [token] }, pin, null, now)).toMatchObject({ ok: true });
});

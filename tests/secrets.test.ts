import { argon2Sync, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { busyStatus, isTooBusy, type Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { addDevice } from '#lib/server/devices.ts';
import { isSecret, keyedPin } from '#lib/server/secrets.ts';
import { signInWithPin } from '#lib/server/sign-in-pin.ts';
import { signInStaff } from '#lib/server/sign-in-staff.ts';
import { consulent, gemeente, inburgeraar, now, password, pin } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

/** As an earlier version of the portal may have stored it: half the memory, one pass. */
function weakHash(secret: string): string {
	const nonce = randomBytes(16);
	const tag = argon2Sync('argon2id', {
		...{ message: secret, nonce, tagLength: 32 },
		...{ memory: 9_728, passes: 1, parallelism: 1 }
	});
	const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
	return `$argon2id$v=19$m=9728,t=1,p=1$${plain(nonce)}$${plain(tag)}`;
}
const stored = async (id: string) => {
	const [row] = await db.read.select().from(t.people).where(eq(t.people.id, id));
	return row;
};

test('AUTH-04: a password hashed with lower parameters still counts, and is renewed by the right one alone', async () => {
	const passwordHash = weakHash(password);
	const { id, email } = await consulent(await gemeente(), { passwordHash });
	expect(await signInStaff(email, 'niet dit wachtwoord', null, now)).toMatchObject({ ok: false });
	expect((await stored(id))?.passwordHash).toBe(passwordHash);
	expect(await signInStaff(email, password, null, now)).toMatchObject({ ok: true });
	const renewed = (await stored(id))?.passwordHash;
	expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await signInStaff(email, password, null, now)).toMatchObject({ ok: true });
	expect((await stored(id))?.passwordHash).toBe(renewed);
});

test('AUTH-04: so is a PIN', async () => {
	const id = await inburgeraar(await consulent(await gemeente()), { pinHash: weakHash(keyedPin(pin)) });
	const { token } = await db.transaction((tx) => addDevice(tx, id, 'telefoon', now));
	expect(await signInWithPin({ tokens: [token] }, pin, null, now)).toMatchObject({ ok: true });
	expect((await stored(id))?.pinHash).toContain('m=19456,t=2,p=1');
});

test('AUTH-04: two hashes run and fifty wait; the others hear 429 at once', async () => {
	const all = await Promise.allSettled(Array.from({ length: 60 }, () => isSecret('onbekend', null)));
	const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
	expect(refused).toHaveLength(8);
	expect(refused.every(isTooBusy)).toBe(true);
	expect(refused.map(busyStatus)).toEqual(Array.from({ length: 8 }, () => 429));
});

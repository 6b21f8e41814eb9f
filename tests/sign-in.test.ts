import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createStaff, unlock } from '#lib/server/accounts.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { addDevice } from '#lib/server/devices.ts';
import { newToken } from '#lib/server/secrets.ts';
import { demoPeople, demoPerson } from '#lib/server/sign-in-demo.ts';
import { knownDevices, signInWithPin } from '#lib/server/sign-in-pin.ts';
import { signInStaff } from '#lib/server/sign-in-staff.ts';
import { consulent, gemeente, inburgeraar, later, now, password, pin } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let linden: string;
let staff: Awaited<ReturnType<typeof consulent>>;
beforeAll(async () => {
	db = await openTestDatabase();
	linden = await gemeente();
});
afterAll(() => db.close());
beforeEach(async () => {
	staff = await consulent(linden);
});

const seconds = (n: number) => now.add({ seconds: n });

describe('staff, by password', () => {
	const signIn = (email: string, secret = password, at = now) => signInStaff(email, secret, null, at);

	test('the right password signs in, whatever the case of the address', async () => {
		expect(await signIn(staff.email)).toMatchObject({ ok: true, personId: staff.id, role: 'consulent' });
		expect(await signIn(`  ${staff.email.toUpperCase()} `)).toMatchObject({ ok: true });
	});

	test('AUTH-03: a difference in character 128 counts', async () => {
		const long = 'x'.repeat(120) + 'abcdefgh';
		const made = await createStaff(
			{ email: 'lang@linden.test', name: 'Lang', role: 'beheerder', password: long },
			now
		);
		expect(made.ok).toBe(true);
		expect(await signIn('lang@linden.test', `${long.slice(0, -1)}X`)).toMatchObject({ ok: false });
		expect(await signIn('lang@linden.test', long)).toMatchObject({ ok: true });
	});

	test('AUTH-06: unknown, disabled, without password, participant and wrong password get one answer', async () => {
		const disabled = await consulent(linden, { isActive: false });
		const without = await consulent(linden, { passwordHash: null });
		const demo = await consulent(linden, { isDemo: true });
		const answers = [
			await signIn('nobody@linden.test'),
			await signIn(disabled.email),
			await signIn(without.email),
			await signIn(demo.email),
			await signIn(staff.email, 'wrong password')
		];
		for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'onjuist' });
	});

	test('AUTH-06: the time of the answer does not tell who has an account', async () => {
		const time = async (email: string) => {
			const start = performance.now();
			await signIn(email, 'wrong password');
			return performance.now() - start;
		};
		const known: number[] = [];
		const unknown: number[] = [];
		for (let n = 0; n < 12; n++) {
			known.push(await time((await consulent(linden)).email));
			unknown.push(await time(`nobody-${n}@linden.test`));
		}
		const median = (times: number[]) => times.toSorted((a, b) => a - b)[6] ?? 0;
		expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
		expect(median(unknown) / median(known)).toBeLessThan(2);
	});

	test.each(['known', 'unknown'])(
		'AUTH-05: after 5 wrong tries at a %s address the next must wait, longer and longer',
		async (kind) => {
			const email = kind === 'known' ? staff.email : 'never-heard-of@linden.test';
			for (let n = 0; n < 5; n++) expect(await signIn(email, 'wrong')).toMatchObject({ reason: 'onjuist' });
			expect(await signIn(email, password)).toEqual({ ok: false, reason: 'wachten', seconds: 1 });
			expect(await signIn(email, 'wrong', seconds(2))).toMatchObject({ reason: 'onjuist' });
			expect(await signIn(email, 'wrong', seconds(2))).toMatchObject({ seconds: 2 });
			expect(await signIn(email, 'wrong', seconds(10))).toMatchObject({ reason: 'onjuist' });
			expect(await signIn(email, 'wrong', seconds(10))).toMatchObject({ seconds: 4 });
		}
	);

	test('AUTH-05: ten at the same time are no more than five tries', async () => {
		const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(staff.email, 'wrong')));
		expect(answers.filter((answer) => !answer.ok && answer.reason === 'onjuist')).toHaveLength(5);
	});

	test('AUTH-05: the wait is never longer than 15 minutes, and the right password ends it', async () => {
		await db.transaction((tx) => tx.delete(t.signInTries));
		await signIn(staff.email, 'wrong');
		await db.transaction((tx) => tx.update(t.signInTries).set({ wrongTries: 40 }));
		expect(await signIn(staff.email, 'wrong')).toMatchObject({ reason: 'onjuist' });
		expect(await signIn(staff.email)).toMatchObject({ seconds: 900 });
		expect(await signIn(staff.email, password, later(15))).toMatchObject({ ok: true });
		expect(await signIn(staff.email, 'wrong', later(15))).toMatchObject({ reason: 'onjuist' });
	});

	test('AUTH-05: at most 100 guesses in 24 hours, and none is locked out for good', async () => {
		await db.transaction((tx) => tx.delete(t.signInTries));
		await signIn(staff.email, 'wrong');
		await db.transaction((tx) => tx.update(t.signInTries).set({ wrongTries: 100 }));
		expect(await signIn(staff.email, password, later(60))).toMatchObject({
			reason: 'wachten',
			seconds: 23 * 3600
		});
		expect(await signIn(staff.email, password, later(24 * 60 + 1))).toMatchObject({ ok: true });
	});

	test('an administrator ends the waiting', async () => {
		for (let n = 0; n < 5; n++) await signIn(staff.email, 'wrong');
		expect(await unlock(staff.email.toUpperCase(), now)).toBe(true);
		expect(await signIn(staff.email)).toMatchObject({ ok: true });
		expect(await unlock(staff.email, now)).toBe(false);
	});

	test('AUTH-05: the counters hold neither the address nor a password typed in its place', async () => {
		await signIn('my-secret-password', 'x');
		const subjects = (await db.read.select().from(t.signInTries)).map(({ subject }) => subject).join();
		expect(subjects).not.toContain('my-secret-password');
		await signIn(staff.email, 'x', later(60 * 24 * 3));
		expect(await db.read.select().from(t.signInTries)).toHaveLength(1);
	});

	test('a denied sign-in stands in the audit log', async () => {
		await signIn(staff.email, 'wrong');
		const events = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, staff.id));
		expect(events).toMatchObject([{ action: 'session.start', result: 'denied' }]);
	});

	test('AUTH-12 AUD-08 a one-time password does not come alive again when the log of its making was cut', async () => {
		const old = await consulent(linden, { mustChangePassword: true });
		expect(await signIn(old.email, password, later(8 * 24 * 60))).toMatchObject({ reason: 'onjuist' });
	});
});

describe('accounts from the command line', () => {
	const make = (more: object) =>
		createStaff({ email: 'nieuw@linden.test', name: 'Nieuw', role: 'beheerder', password, ...more }, now);

	test.each([
		['email', { email: 'geen adres' }],
		['email', { email: 'а@linden.test' }],
		['email', { email: 'a@lindеn.test' }],
		['naam', { name: '  ' }],
		['wachtwoord', { password: 'elf tekens.' }],
		['wachtwoord', { password: 'x'.repeat(129) }],
		['wachtwoord', { password: 'Ik ben nieuw hier' }],
		['wachtwoord', { password: 'mijn inburgering 1' }],
		['gemeente', { role: 'consulent' }],
		['gemeente', { role: 'consulent', gemeente: 'bestaat-niet' }],
		['gemeente', { role: 'beheerder', gemeente: 'linden' }]
	])('AUTH-13: refused because of %s: %j', async (reason, more) => {
		expect(await make(more)).toEqual({ ok: false, reason });
	});

	test('AUTH-13: one account per address, after normalisation', async () => {
		expect((await make({ email: 'Een@Linden.test' })).ok).toBe(true);
		expect(await make({ email: 'een@linden.test' })).toEqual({ ok: false, reason: 'bestaat_al' });
	});
});

describe('participants, by PIN on a known device (AUTH-02)', () => {
	let id: string;
	let token: string;
	beforeEach(async () => {
		id = await inburgeraar(staff, { name: 'Amina' });
		token = (await db.transaction((tx) => addDevice(tx, id, 'telefoon', now))).token;
	});
	const signIn = (typed: string, tokens = [token], deviceId?: string) =>
		signInWithPin({ tokens, deviceId }, typed, null, now);
	const wrong = async (times: number) => {
		for (let n = 0; n < times; n++) await signIn('000001');
	};

	test.each([pin, '٤٨٢٩١٣', '۴۸۲۹۱۳', ' 482 913 '])('the right PIN, typed as %s, signs in', async (typed) => {
		expect(await signIn(typed)).toMatchObject({ ok: true, personId: id });
	});

	test.each(['', '48291', '4829131', 'abcdef', '፬፰፪፱፩፫'])('%j is no PIN and costs no try', async (typed) => {
		expect(await signIn(typed)).toEqual({ ok: false, reason: 'pin_cijfers' });
		expect(await signIn('000001')).toMatchObject({ left: 4 });
	});

	test('without a device the right PIN opens nothing', async () => {
		expect(await signIn(pin, [])).toEqual({ ok: false, reason: 'onbekend_apparaat' });
		expect(await signIn(pin, [newToken()])).toEqual({ ok: false, reason: 'onbekend_apparaat' });
	});

	test('the fifth wrong PIN in a row revokes the device, and the right one comes too late', async () => {
		await wrong(3);
		expect(await signIn('000001')).toEqual({ ok: false, reason: 'pin_fout', left: 1 });
		expect(await signIn('000001')).toEqual({ ok: false, reason: 'ingetrokken' });
		expect(await signIn(pin)).toEqual({ ok: false, reason: 'onbekend_apparaat' });
		expect(await knownDevices([token])).toEqual([]);
	});

	test('a right PIN after four wrong ones starts the count again', async () => {
		await wrong(4);
		expect(await signIn(pin)).toMatchObject({ ok: true });
		await wrong(4);
		expect(await signIn(pin)).toMatchObject({ ok: true });
	});

	test('twenty wrong PINs at the same time are five tries', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('000001')));
		const judged = answers.filter((answer) => !answer.ok && answer.reason === 'pin_fout');
		expect(judged.length).toBe(4);
		expect(await signIn(pin)).toMatchObject({ ok: false });
	});

	test('another device of the same person keeps working (T10)', async () => {
		const other = (await db.transaction((tx) => addDevice(tx, id, 'computer', now))).token;
		await wrong(5);
		expect(await signIn(pin, [other])).toMatchObject({ ok: true });
	});

	test('two people on one phone choose who they are', async () => {
		const second = await inburgeraar(staff, { name: 'Bilal' });
		const device = await db.transaction((tx) => addDevice(tx, second, 'telefoon', now));
		const tokens = [token, device.token];
		expect((await knownDevices(tokens)).map(({ name }) => name)).toEqual(['Amina', 'Bilal']);
		expect(await signIn(pin, tokens)).toEqual({ ok: false, reason: 'kies_persoon' });
		expect(await signIn(pin, tokens, device.id)).toMatchObject({ ok: true, personId: second });
	});

	test('a disabled participant has no known device', async () => {
		await db.transaction((tx) => tx.update(t.people).set({ isActive: false }).where(eq(t.people.id, id)));
		expect(await signIn(pin)).toEqual({ ok: false, reason: 'onbekend_apparaat' });
	});
});

test('OPS-12: outside the demo there are no demo people to sign in as', async () => {
	await consulent(linden, { isDemo: true, demoKey: 'consulent' });
	expect(await demoPeople()).toBeUndefined();
	expect(await demoPerson('consulent')).toBeUndefined();
});

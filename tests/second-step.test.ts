import { Secret, TOTP } from 'otpauth';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unlock } from '#lib/server/accounts.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import {
	beginSecondStep,
	proveAgain,
	renewRecoveryCodes,
	secondStepOf,
	signInStateOf,
	takeSecondStep
} from '#lib/server/second-step.ts';
import { resetSecondStepOf } from '#lib/server/staff-accounts.ts';
import { isProven } from '#lib/server/web/guard.ts';
import { consulent, gemeente, later, now } from './accounts.ts';
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
const codeOf = (secret: string, at = now) =>
	new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at.epochMilliseconds }); // prettier-ignore
const take = (token: string, code: string, at = now) => takeSecondStep(token, code, null, at);

/** Sets up the app of this person; its secret. */
async function withApp(): Promise<string> {
	const token = await beginSecondStep(staff.id, now);
	const secret = (await secondStepOf(token, now))?.setup?.typed ?? '';
	expect(await take(token, codeOf(secret))).toMatchObject({ ok: true, person: { id: staff.id } });
	return secret;
}

describe('the second step of staff', () => {
	test('AUTH-01 who has no app sets one up: its code is asked for before anything opens', async () => {
		const token = await beginSecondStep(staff.id, now);
		const step = await secondStepOf(token, now);
		expect(step?.setup?.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
		expect(await take(token, '000000')).toEqual({ ok: false, reason: 'onjuist' });
		expect((await signInStateOf(staff)).hasApp).toBe(false);
		expect(await take(token, codeOf(step?.setup?.typed ?? ''))).toMatchObject({ ok: true });
		expect((await signInStateOf(staff)).hasApp).toBe(true);
	});

	test('AUTH-09 the secret stands nowhere in clear', async () => {
		const secret = (await withApp()).replaceAll(' ', '');
		const token = await beginSecondStep((await consulent(linden)).id, now);
		const offered = (await secondStepOf(token, now))?.setup?.typed.replaceAll(' ', '') ?? '';
		const rows = JSON.stringify([
			await db.read.select().from(t.secondFactors),
			await db.read.select().from(t.pendingSignIns)
		]);
		for (const clear of [secret, offered, token]) expect(rows).not.toContain(clear);
	});

	test('AUTH-09 the code of the step before and after is right, of two steps away it is not', async () => {
		const secret = await withApp();
		for (const [shift, isRight] of [
			[60, false],
			[-60, false],
			[30, true]
		] as const) {
			const token = await beginSecondStep(staff.id, seconds(300));
			const answer = await take(token, codeOf(secret, seconds(300 + shift)), seconds(300));
			expect(answer.ok, `${shift} seconds away`).toBe(isRight);
		}
	});

	test('AUTH-09 a code counts once, also when two use it at the same time', async () => {
		const secret = await withApp();
		const at = seconds(120);
		const tokens = [await beginSecondStep(staff.id, at), await beginSecondStep(staff.id, at)];
		const answers = await Promise.all(tokens.map((token) => take(token, codeOf(secret, at), at)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		// An older code is worth nothing after a newer one.
		const token = await beginSecondStep(staff.id, at);
		expect(await take(token, codeOf(secret, seconds(90)), at)).toEqual({ ok: false, reason: 'onjuist' });
	});

	test('SES-09 the step between lasts ten minutes and opens once', async () => {
		const secret = await withApp();
		const late = await beginSecondStep(staff.id, later(5));
		expect(await secondStepOf(late, later(15))).toBeUndefined();
		expect(await take(late, codeOf(secret, later(15)), later(15))).toEqual({ ok: false, reason: 'verlopen' });
		const token = await beginSecondStep(staff.id, later(20));
		expect(await take(token, codeOf(secret, later(20)), later(20))).toMatchObject({ ok: true });
		expect(await take(token, codeOf(secret, later(21)), later(21))).toEqual({
			ok: false,
			reason: 'verlopen'
		});
		expect(await secondStepOf(undefined, now)).toBeUndefined();
	});

	test('AUTH-05 after five wrong codes there is a wait, and an administrator can end it', async () => {
		const secret = await withApp();
		const token = await beginSecondStep(staff.id, now);
		for (let n = 0; n < 5; n++) expect(await take(token, '000000')).toEqual({ ok: false, reason: 'onjuist' });
		const denials = async () =>
			(await db.read.select().from(t.auditEvents)).filter(
				({ actorId, result }) => actorId === staff.id && result === 'denied'
			).length;
		expect(await take(token, codeOf(secret, seconds(0)))).toMatchObject({ ok: false, reason: 'wachten' });
		// What is not judged fills no audit log: the five wrong ones stand there.
		expect(await denials()).toBe(5);
		expect(await unlock(staff.email, now)).toBe(true);
		expect(await take(token, codeOf(secret, seconds(30)), seconds(30))).toMatchObject({ ok: true });
	});

	test('AUTH-01 somebody who was disabled meanwhile gets no further', async () => {
		const secret = await withApp();
		const token = await beginSecondStep(staff.id, seconds(60));
		await db.transaction(async (tx) => {
			await tx.update(t.people).set({ isActive: false }).where(eq(t.people.id, staff.id));
		});
		expect(await take(token, codeOf(secret, seconds(60)), seconds(60))).toEqual({
			ok: false,
			reason: 'verlopen'
		});
	});
});

describe('codes on paper', () => {
	test('AUTH-09 ten codes of at least 80 bits, each good for once, stored as argon2id', async () => {
		await withApp();
		const codes = (await renewRecoveryCodes(staff, now)) ?? [];
		expect(codes).toHaveLength(10);
		// 17 characters after the selector, out of 31.
		expect(17 * Math.log2(31)).toBeGreaterThan(80);
		const rows = await db.read.select().from(t.recoveryCodes).where(eq(t.recoveryCodes.personId, staff.id));
		for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$/);
		const typed = ` ${codes[0]?.toUpperCase().replaceAll('-', ' ')}`;
		expect(await take(await beginSecondStep(staff.id, later(1)), typed, later(1))).toMatchObject({
			ok: true
		});
		expect((await signInStateOf(staff)).codesLeft).toBe(9);
		const again = await take(await beginSecondStep(staff.id, later(2)), typed, later(2));
		expect(again).toEqual({ ok: false, reason: 'onjuist' });
	});

	test('new codes put the old ones out of use; without an app there are none', async () => {
		expect(await renewRecoveryCodes(staff, now)).toBeUndefined();
		await withApp();
		const [old] = (await renewRecoveryCodes(staff, now)) ?? [];
		await renewRecoveryCodes(staff, now);
		const token = await beginSecondStep(staff.id, later(1));
		expect(await take(token, old ?? '', later(1))).toEqual({ ok: false, reason: 'onjuist' });
	});

	test('a code on paper sets up nothing: who has no app yet cannot use one', async () => {
		const token = await beginSecondStep(staff.id, now);
		expect(await take(token, 'abcd-efgh-jkmn-pqrs-tuvwx')).toEqual({ ok: false, reason: 'onjuist' });
	});
});

describe('a fresh proof (AUTH-11)', () => {
	test('ten minutes after the last proof there is none any more', () => {
		expect(isProven({ ...staff, provenAt: now }, later(10))).toBe(true);
		expect(isProven({ ...staff, provenAt: now }, seconds(601))).toBe(false);
		expect(isProven(staff, now)).toBe(false);
	});

	test('the code of the app proves it again, in this login session only; a wrong one does not', async () => {
		const secret = await withApp();
		const session = { publicId: 'abcdefghijklmnop', personId: staff.id, secretHash: 'x', deviceId: null, deviceKind: 'computer', createdAt: now, lastSeenAt: now }; // prettier-ignore
		await db.transaction(async (tx) => {
			await tx.insert(t.loginSessions).values([session, { ...session, publicId: 'ponmlkjihgfedcba' }]);
		});
		const actor = { ...staff, sessionId: 'abcdefghijklmnop' };
		expect(await proveAgain(actor, '000000', later(20))).toEqual({ ok: false, reason: 'onjuist' });
		expect(await proveAgain(actor, codeOf(secret, later(20)), later(20))).toEqual({ ok: true });
		const rows = await db.read.select().from(t.loginSessions).where(eq(t.loginSessions.personId, staff.id));
		const proofs = Object.fromEntries(rows.map((row) => [row.publicId, row.provenAt?.toString()]));
		expect(proofs).toEqual({ abcdefghijklmnop: later(20).toString(), ponmlkjihgfedcba: undefined });
	});

	test('AUTH-09 a code that signed in proves nothing a second time', async () => {
		const secret = await withApp();
		expect(await proveAgain(staff, codeOf(secret), now)).toEqual({ ok: false, reason: 'onjuist' });
	});
});

test('AUTH-12 another keeper takes the app away, with the logins; nobody does it for oneself', async () => {
	await withApp();
	await renewRecoveryCodes(staff, now);
	const keeper = { ...(await consulent(linden, { role: 'coordinator' })), role: 'coordinator' as const };
	const foreign = {
		...(await consulent(await gemeente(), { role: 'coordinator' })),
		role: 'coordinator' as const
	};
	expect(await resetSecondStepOf(foreign, staff.id, now)).toBeUndefined();
	expect(await resetSecondStepOf({ ...keeper, id: staff.id }, staff.id, now)).toBeUndefined();
	expect(await resetSecondStepOf(keeper, staff.id, now)).toBe(true);
	expect(await signInStateOf(staff)).toMatchObject({ hasApp: false, codesLeft: 0 });
	const notices = await db.read.select().from(t.outbox).where(eq(t.outbox.personId, staff.id));
	expect(notices.some(({ dedupeKey }) => dedupeKey.startsWith('tweede-weg:'))).toBe(true);

	// There is nothing left to take away: nobody is told of what did not happen.
	expect(await resetSecondStepOf(keeper, staff.id, later(1))).toBe(true);
	const still = await db.read.select().from(t.outbox).where(eq(t.outbox.personId, staff.id));
	expect(still).toHaveLength(notices.length);
});

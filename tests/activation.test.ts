import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueLetter, letterStatus, openLetter, type Letter } from '#lib/server/activation-letters.ts';
import { readCode } from '#lib/server/activation-code.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { activate } from '#lib/server/sign-in-activation.ts';
import { signInWithPin } from '#lib/server/sign-in-pin.ts';
import { born, consulent, gemeente, inburgeraar, later, now, pin } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof consulent>>;
let id: string;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
});
afterAll(() => db.close());
beforeEach(async () => {
	id = await inburgeraar(staff, { pinHash: null });
});

const letter = async (at = now) => (await issueLetter(staff, id, newId(), at)) as Letter;
const wrongDay = born.add({ days: 1 });
const choose = (pending: string | undefined, first = pin, second = first, at = now) =>
	activate(pending, { first, second }, 'telefoon', at);
const state = async (at = now) => (await letterStatus(staff, id, at))?.state;

describe('a letter (AUTH-07)', () => {
	test('with code, day of birth and a PIN makes a known device', async () => {
		const { code } = await letter();
		const activated = await choose(await openLetter(code, born, now));
		expect(activated).toMatchObject({ ok: true, personId: id });
		const tokens = activated.ok ? [activated.deviceToken] : [];
		expect(await signInWithPin({ tokens }, pin, null, now)).toMatchObject({ ok: true, personId: id });
		expect(await state()).toBe('gebruikt');
	});

	test('has a code of 6 and 12 characters that people do not confuse', async () => {
		const { code } = await letter();
		expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}(-[2-9A-HJKMNP-TV-Z]{4}){3}$/);
	});

	test.each([
		['in small letters', (code: string) => code.toLowerCase()],
		['without dashes', (code: string) => code.replaceAll('-', '')],
		['with spaces everywhere', (code: string) => [...code].join(' ')],
		['with Arabic digits', (code: string) => code.replaceAll(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)))],
		['with Persian digits', (code: string) => code.replaceAll(/\d/g, (d) => String.fromCharCode(0x6f0 + Number(d)))],
		['in full-width letters', (code: string) => code.replaceAll(/[A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))]
	])('is read %s', async (_, typed) => {
		const { code } = await letter();
		expect(await openLetter(typed(code), born, now)).toBeTypeOf('string');
	}); // prettier-ignore

	test('is stored without its code', async () => {
		const { code } = await letter();
		const stored = JSON.stringify(
			await db.read.select().from(t.activationLetters).where(eq(t.activationLetters.personId, id))
		);
		expect(stored).not.toContain(code.slice(7).replaceAll('-', ''));
		expect(stored).toContain('$argon2id$');
	});

	test('works 28 days', async () => {
		const { code } = await letter();
		expect(await openLetter(code, born, now.add({ hours: 28 * 24 - 1 }))).toBeTypeOf('string');
		expect(await openLetter(code, born, now.add({ hours: 28 * 24 }))).toBeUndefined();
		expect(await state(now.add({ hours: 28 * 24 }))).toBe('verlopen');
	});

	test('is dead after 5 wrong tries, also for whoever then knows all', async () => {
		const { code } = await letter();
		for (let n = 0; n < 5; n++) expect(await openLetter(code, wrongDay, now)).toBeUndefined();
		expect(await openLetter(code, born, now)).toBeUndefined();
		expect(await state()).toBe('geblokkeerd');
	});

	test('is not worn out by four wrong tries, and a right one gives them back', async () => {
		const { code } = await letter();
		for (let round = 0; round < 2; round++) {
			for (let n = 0; n < 4; n++) await openLetter(code, wrongDay, now);
			expect(await openLetter(code, born, now)).toBeTypeOf('string');
		}
	});

	test('counts a wrong second half of a right first half as a try', async () => {
		const { code } = await letter();
		// What a guesser sends: the right selector, another verifier, and the check character that goes with it.
		const body = `${code.slice(0, 6)}${'A'.repeat(11)}`;
		const guess = [...'23456789ABCDEFGHJKMNPQRSTVWXYZ'].map((last) => body + last).find(readCode) ?? '';
		expect(await openLetter(guess, born, now)).toBeUndefined();
		const [row] = await db.read
			.select()
			.from(t.activationLetters)
			.where(eq(t.activationLetters.personId, id));
		expect(row?.wrongTries).toBe(1);
	});

	test('with a typing mistake costs no try', async () => {
		const { code } = await letter();
		expect(
			await openLetter(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`, born, now)
		).toBeUndefined();
		const [row] = await db.read
			.select()
			.from(t.activationLetters)
			.where(eq(t.activationLetters.personId, id));
		expect(row?.wrongTries).toBe(0);
	});

	test('of somebody else does not fit my day of birth', async () => {
		const other = await letterOfSomebodyElse(born.add({ years: 1 }));
		expect(await openLetter(other, born, now)).toBeUndefined();
	});

	test('twenty tries at the same time are five', async () => {
		const { code } = await letter();
		await Promise.all(Array.from({ length: 20 }, () => openLetter(code, wrongDay, now)));
		const [row] = await db.read
			.select()
			.from(t.activationLetters)
			.where(eq(t.activationLetters.personId, id));
		expect(row?.wrongTries).toBe(5);
	});

	async function letterOfSomebodyElse(day = born): Promise<string> {
		const mine = id;
		id = await inburgeraar(staff);
		const set = { geboortedatum: day };
		await db.transaction((tx) =>
			tx.update(t.inburgeraren).set(set).where(eq(t.inburgeraren.inburgeraarId, id))
		);
		const { code } = await letter();
		id = mine;
		return code;
	}
});

describe('once', () => {
	test('two phones that open the same letter: one is activated', async () => {
		const { code } = await letter();
		const [first, second] = [await openLetter(code, born, now), await openLetter(code, born, now)];
		const outcomes = await Promise.all([choose(first), choose(second)]);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(await db.read.select().from(t.devices).where(eq(t.devices.personId, id))).toHaveLength(1);
	});

	test('a used letter opens nothing', async () => {
		const { code } = await letter();
		await choose(await openLetter(code, born, now));
		expect(await openLetter(code, born, now)).toBeUndefined();
	});

	test('a newer letter makes the older one worthless, also when that stood open on a phone', async () => {
		const first = await letter();
		const pending = await openLetter(first.code, born, now);
		const second = await letter(later(1));
		expect(await openLetter(first.code, born, now)).toBeUndefined();
		expect(await choose(pending)).toEqual({ ok: false, reason: 'brief_weg' });
		expect(await openLetter(second.code, born, later(1))).toBeTypeOf('string');
	});

	test('IN-11: the form sent twice makes one letter, and the code is not shown again', async () => {
		const key = newId();
		expect(await issueLetter(staff, id, key, now)).toMatchObject({ name: 'Amina' });
		expect(await issueLetter(staff, id, key, now)).toBe('al_gemaakt');
		expect(
			await db.read.select().from(t.activationLetters).where(eq(t.activationLetters.personId, id))
		).toHaveLength(1);
	});
});

describe('the time between code and PIN (SES-09)', () => {
	test('is ten minutes', async () => {
		const { code } = await letter();
		const pending = await openLetter(code, born, now);
		expect(await choose(pending, pin, pin, later(10))).toEqual({ ok: false, reason: 'brief_weg' });
		expect(await choose(pending, pin, pin, later(9))).toMatchObject({ ok: true });
	});

	test.each([
		['nothing', () => undefined],
		['a longer time', (pending: string) => pending.replace(/\.\d{13}\./, '.9999999999999.')],
		['another letter', (pending: string) => `ABCDEF${pending.slice(6)}`],
		['no signature', (pending: string) => pending.split('.').slice(0, 2).join('.')],
		['an empty signature', (pending: string) => `${pending.split('.').slice(0, 2).join('.')}.`]
	])('cannot be forged with %s', async (_, forge) => {
		const { code } = await letter();
		const pending = await openLetter(code, born, now);
		expect(await choose(forge(pending ?? ''))).toEqual({ ok: false, reason: 'brief_weg' });
	});
});

describe('the PIN', () => {
	test.each([
		['12345', 'pin_cijfers'],
		['abcdef', 'pin_cijfers'],
		['111111', 'pin_te_makkelijk'],
		['123456', 'pin_te_makkelijk'],
		['654321', 'pin_te_makkelijk'],
		['٠١٢٣٤٥', 'pin_te_makkelijk'],
		['020390', 'pin_geboortedatum'],
		['900302', 'pin_geboortedatum'],
		['031990', 'pin_geboortedatum']
	])('%s is refused: %s, and the letter is still good', async (typed, reason) => {
		const { code } = await letter();
		const pending = await openLetter(code, born, now);
		expect(await choose(pending, typed)).toEqual({ ok: false, reason });
		expect(await choose(pending)).toMatchObject({ ok: true });
	});

	test('typed differently the second time is refused; in other digits it is the same', async () => {
		const { code } = await letter();
		const pending = await openLetter(code, born, now);
		expect(await choose(pending, pin, '482914')).toEqual({ ok: false, reason: 'pin_anders' });
		expect(await choose(pending, pin, '٤٨٢٩١٣')).toMatchObject({ ok: true });
	});

	test('AUTH-02: the same PIN of two people is stored differently, and not as plain argon2id of the PIN', async () => {
		const hashes = [];
		for (let n = 0; n < 2; n++) {
			id = await inburgeraar(staff);
			await choose(await openLetter((await letter()).code, born, now));
			hashes.push((await db.read.select().from(t.people).where(eq(t.people.id, id)))[0]?.pinHash ?? '');
		}
		expect(hashes[0]).not.toBe(hashes[1]);
		const { isSecret } = await import('#lib/server/secrets.ts');
		expect(await isSecret(pin, hashes[0])).toBe(false);
	});

	test('G11: a new PIN signs the person out elsewhere', async () => {
		const row = { publicId: 'a'.repeat(16), secretHash: 'x', deviceId: null, deviceKind: 'telefoon' };
		await db.transaction((tx) =>
			tx.insert(t.loginSessions).values({ ...row, personId: id, createdAt: now, lastSeenAt: now })
		);
		await choose(await openLetter((await letter()).code, born, now));
		expect(await db.read.select().from(t.loginSessions).where(eq(t.loginSessions.personId, id))).toEqual([]);
	});
});

describe('who may make letters (AC-05)', () => {
	test('not a consulent of another municipality, nor one without this person', async () => {
		const elders = await consulent(await gemeente());
		const collega = await consulent(staff.gemeenteId);
		for (const other of [elders, collega]) {
			expect(await issueLetter(other, id, newId(), now)).toBeUndefined();
			expect(await letterStatus(other, id, now)).toBeUndefined();
		}
		expect(await issueLetter(staff, newId(), newId(), now)).toBeUndefined();
		expect(
			await db.read.select().from(t.activationLetters).where(eq(t.activationLetters.personId, id))
		).toEqual([]);
	});

	test('making, refusing and using a letter stand in the audit log', async () => {
		const { code } = await letter();
		await openLetter(code, wrongDay, now);
		await choose(await openLetter(code, born, now));
		const events = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, id));
		expect(events.map(({ action, result }) => `${action} ${result}`)).toEqual([
			'brief.issue ok',
			'brief.open denied',
			'brief.redeem ok'
		]);
		expect(JSON.stringify(events)).not.toContain(code.slice(7).replaceAll('-', ''));
	});
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueLetter, openLetter, type Letter } from '#lib/server/activation-letters.ts';
import type { Inburgeraar } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { addDevice } from '#lib/server/devices.ts';
import { newId } from '#lib/server/ids.ts';
import { askLink } from '#lib/server/mail/ask.ts';
import { sendRound } from '#lib/server/mail/send.ts';
import {
	askConfirmation,
	confirmAddress,
	forgetAddress,
	ownEmail,
	reopenMailSignIn
} from '#lib/server/own-email.ts';
import { resetPassword } from '#lib/server/password-reset.ts';
import { newToken, sha256 } from '#lib/server/secrets.ts';
import { activate } from '#lib/server/sign-in-activation.ts';
import { signInByMail } from '#lib/server/sign-in-mail.ts';
import { signInWithPin } from '#lib/server/sign-in-pin.ts';
import { signInStaff } from '#lib/server/sign-in-staff.ts';
import { born, consulent, gemeente, inburgeraar, later, now, pin } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { openMailbox, tokenIn, type Mailbox } from './mailbox.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof consulent>>;
let box: Mailbox;
let id: string;
let actor: Inburgeraar;
let address: string;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
	box = await openMailbox();
});
afterAll(async () => {
	await box.close();
	await db.close();
});
beforeEach(async () => {
	await db.transaction((tx) => tx.delete(t.outbox));
	id = await inburgeraar(staff, { name: 'Kanarie Geheim' });
	actor = { id, role: 'inburgeraar', sessionId: 'sessie', address: null } as unknown as Inburgeraar;
	address = newAddress();
	box.arrived.length = 0;
});

const newAddress = () =>
	`lezer-${newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, 'x')}@post.test`;
const askSignInLink = (to: string, at: Temporal.Instant) => askLink('aanmelden', to, at);
const round = (at = now) => sendRound(box.transport, () => at);
const minutes = (n: number) => later(n);
/** Asks, sends, and gives what stood in the link; empty when no mail came. */
async function linkFor(ask: () => Promise<unknown>, at = now): Promise<string> {
	box.arrived.length = 0;
	await ask();
	await round(at);
	return tokenIn(box.arrived.find(({ text }) => text?.includes('#')));
}
const confirmation = (to = address, at = now, who = actor) => linkFor(() => askConfirmation(who, to, at), at);
const signInLink = (at = now, to = address) => linkFor(() => askSignInLink(to, at), at);
async function confirmed(): Promise<void> {
	expect(await confirmAddress(await confirmation(), now)).toBe('bevestigd');
	await db.transaction((tx) => tx.delete(t.mailLinks));
	await db.transaction((tx) => tx.delete(t.outbox));
	box.arrived.length = 0;
}
const signIn = (token: string, typed = pin, at = now) =>
	signInByMail(token, typed, { kind: 'computer', address: null }, at);
const eventsOf = async (whose = id) =>
	(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, whose))).map(
		({ action, result }) => `${action} ${result}`
	);
const noticesOf = async (whose = id) =>
	(await db.read.select().from(t.outbox).where(eq(t.outbox.personId, whose))).map(({ kind }) => kind);

describe('the own address', () => {
	test('AUTH-08 is the own one once the link in the mail was used, and not before', async () => {
		const token = await confirmation();
		expect(token).toHaveLength(43);
		expect(await ownEmail(actor)).toEqual({ address: undefined, isClosed: false });
		expect(await confirmAddress(token, now)).toBe('bevestigd');
		expect(await ownEmail(actor)).toEqual({ address, isClosed: false });
		expect(await confirmAddress(token, now)).toBe('verlopen');
	});

	test('AUTH-08 the link holds 256 bits, is stored as a hash only, and stands behind the # of the portal', async () => {
		const token = await confirmation();
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		const [mail] = box.arrived;
		expect(mail?.text).toContain(`https://pip.test/e-mail#${token}`);
		expect(mail?.recipients).toEqual([address]);
		expect(mail?.raw).not.toMatch(/Kanarie|Geheim/);
		const links = await db.read.select().from(t.mailLinks);
		expect(links.map(({ tokenHash }) => tokenHash)).toContain(sha256(token));
		const stored = JSON.stringify([links, await db.read.select().from(t.outbox)]);
		expect(stored).not.toContain(token);
	});

	test.each([
		['29 minutes after', 29, 'bevestigd'],
		['30 minutes after', 30, 'verlopen']
	] as const)('AUTH-08 %s it was sent the link is %s', async (_, after, outcome) => {
		expect(await confirmAddress(await confirmation(), minutes(after))).toBe(outcome);
	});

	test('AUTH-08 a newer link burns the older one; a sign-in link confirms nothing', async () => {
		const first = await confirmation();
		const second = await confirmation(address, minutes(1));
		expect(await confirmAddress(first, minutes(1))).toBe('verlopen');
		expect(await confirmAddress(second, minutes(1))).toBe('bevestigd');
		expect(await confirmAddress(await signInLink(minutes(2)), minutes(2))).toBe('verlopen');
	});

	test.each(['', 'x', 'x'.repeat(43), newToken(), `${'x'.repeat(43)}\n`])('a made-up link %j opens nothing', async (token) => {
		expect(await confirmAddress(token, now)).toBe('verlopen');
		expect(await signIn(token)).toEqual({ ok: false, reason: 'verlopen' });
	}); // prettier-ignore

	test('AUTH-14 the former address hears of another one and of none, without a link to sign in', async () => {
		await confirmed();
		const second = newAddress();
		expect(await confirmAddress(await confirmation(second), now)).toBe('bevestigd');
		box.arrived.length = 0;
		await round(minutes(1));
		const heard = box.arrived.map(({ recipients, subject }) => `${recipients.join()} ${subject}`).toSorted();
		expect(heard).toEqual([address, second].map((to) => `${to} Er is iets veranderd aan uw account`).toSorted()); // prettier-ignore
		box.arrived.length = 0;
		await forgetAddress(actor, minutes(2));
		await round(minutes(2));
		expect(box.arrived.map(({ recipients }) => recipients)).toEqual([[second]]);
		expect(box.arrived[0]?.text).not.toContain('#');
		expect(await ownEmail(actor)).toMatchObject({ address: undefined });
		expect(await eventsOf()).toContain('email.remove ok');
	});

	test('one person per address: who comes second is told, and the first keeps it', async () => {
		await confirmed();
		const second = await inburgeraar(staff);
		const token = await confirmation(address, now, { ...actor, id: second } as Inburgeraar);
		expect(await confirmAddress(token, now)).toBe('bezet');
		expect(await ownEmail(actor)).toMatchObject({ address });
	});

	test('OUT-05 what is no address is refused before anything is kept', async () => {
		for (const typed of ['a@b.nl\r\nBcc: c@d.nl', 'a@b.nl, c@d.nl', 'geen adres', ''])
			expect(await askConfirmation(actor, typed, now)).toBe('email');
		expect(await noticesOf()).toEqual([]);
	});

	test('T10 after three links in a quarter of an hour it says so, and the address of somebody else is not flooded', async () => {
		for (let n = 0; n < 3; n++) await confirmation(address, minutes(n));
		expect(await askConfirmation(actor, address, minutes(3))).toBe('te_vaak');
		const others = [await inburgeraar(staff), await inburgeraar(staff)];
		for (const other of others) {
			const who = { ...actor, id: other } as Inburgeraar;
			expect(await confirmation(address, minutes(3), who)).toBe('');
		}
		expect(await askConfirmation(actor, address, minutes(20))).toBe('gestuurd');
	});
});

describe('the one-time link with the PIN (AUTH-02)', () => {
	beforeEach(confirmed);

	test('signs in on another browser, which is a known device from then on', async () => {
		const outcome = await signIn(await signInLink());
		expect(outcome).toMatchObject({ ok: true, personId: id });
		const tokens = outcome.ok ? [outcome.deviceToken] : [];
		expect(await signInWithPin({ tokens }, pin, null, now)).toMatchObject({ ok: true, personId: id });
		expect(await eventsOf()).toContain('device.add ok');
		expect(await noticesOf()).toContain('account');
	});

	test('AUTH-08 works once, 30 minutes, and not after a newer one', async () => {
		const first = await signInLink();
		const second = await signInLink(minutes(1));
		expect(await signIn(first, pin, minutes(1))).toEqual({ ok: false, reason: 'verlopen' });
		expect(await signIn(second, pin, minutes(31))).toEqual({ ok: false, reason: 'verlopen' });
		expect(await signIn(second, pin, minutes(30))).toMatchObject({ ok: true });
		expect(await signIn(second, pin, minutes(30))).toEqual({ ok: false, reason: 'verlopen' });
	});

	test('two browsers with one link: one is signed in', async () => {
		const token = await signInLink();
		const outcomes = await Promise.all([signIn(token), signIn(token)]);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(await db.read.select().from(t.devices).where(eq(t.devices.personId, id))).toHaveLength(1);
	});

	test('a PIN without a link that works is never judged and costs no try', async () => {
		const token = await signInLink();
		for (const typed of [newToken(), '', sha256(token)])
			expect(await signIn(typed, '000001')).toEqual({ ok: false, reason: 'verlopen' });
		expect(await signIn(token, '12345')).toEqual({ ok: false, reason: 'pin_cijfers' });
		expect(await signIn(token, '000001')).toEqual({ ok: false, reason: 'pin_fout', left: 4 });
		expect(await signIn(token, '٤٨٢٩١٣')).toMatchObject({ ok: true });
	});

	test('G13 the fifth wrong PIN closes this way, for new links too; twenty at once are five; known devices go on', async () => {
		const device = (await db.transaction((tx) => addDevice(tx, id, 'telefoon', now))).token;
		const token = await signInLink();
		const outcomes = await Promise.all(Array.from({ length: 20 }, () => signIn(token, '000001')));
		const judged = outcomes.filter((one) => !one.ok && one.reason === 'pin_fout');
		expect(judged).toHaveLength(4);
		expect(await signIn(await signInLink(minutes(1)), pin, minutes(1))).toEqual({ ok: false, reason: 'dicht' });
		expect(await ownEmail(actor)).toMatchObject({ isClosed: true });
		expect(await signInWithPin({ tokens: [device] }, pin, null, now)).toMatchObject({ ok: true });
		expect(await eventsOf()).toContain('email.close denied');
		expect(await noticesOf()).toContain('account');
	}); // prettier-ignore

	test('a fresh proof on a known device opens it again; so does a new letter, which burns the links', async () => {
		const close = async (at: Temporal.Instant) => {
			const token = await signInLink(at);
			for (let n = 0; n < 5; n++) await signIn(token, '000001', at);
		};
		await close(now);
		await reopenMailSignIn(actor, now);
		const sent = await signInLink(minutes(1));
		expect(await signIn(sent, '000001', minutes(1))).toMatchObject({ left: 4 });
		await close(minutes(40));
		const { code } = (await issueLetter(staff, id, newId(), minutes(41))) as Letter;
		const open = await signInLink(minutes(42));
		const pending = await openLetter(code, born, minutes(43));
		await activate(pending, { first: '135792', second: '135792' }, 'telefoon', minutes(43));
		expect(await signIn(open, '135792', minutes(43))).toEqual({ ok: false, reason: 'verlopen' });
		expect(await signIn(await signInLink(minutes(60)), '135792', minutes(60))).toMatchObject({ ok: true });
	});

	test('a link to a former address opens nothing', async () => {
		const token = await signInLink();
		expect(await confirmAddress(await confirmation(newAddress()), now)).toBe('bevestigd');
		expect(await signIn(token)).toEqual({ ok: false, reason: 'verlopen' });
	});

	test('a disabled person gets no link, and one that was sent opens nothing', async () => {
		const token = await signInLink();
		await db.transaction((tx) => tx.update(t.people).set({ isActive: false }).where(eq(t.people.id, id)));
		expect(await signIn(token)).toEqual({ ok: false, reason: 'verlopen' });
		expect(await signInLink(minutes(1))).toBe('');
	});

	test('AUTH-14 five wrong PINs on a known device are told at the address too', async () => {
		const { token } = await db.transaction((tx) => addDevice(tx, id, 'telefoon', now));
		for (let n = 0; n < 5; n++) await signInWithPin({ tokens: [token] }, '000001', null, now);
		expect(await noticesOf()).toEqual(['account']);
	});
});

describe('asking for a link (AUTH-06, T10, T11)', () => {
	beforeEach(confirmed);

	test('known, unknown, unconfirmed and staff addresses leave the same row behind; only the known one gets mail', async () => {
		const other = newAddress();
		await askConfirmation(actor, other, now);
		await db.transaction((tx) => tx.delete(t.outbox));
		const asked = [address, newAddress(), other, staff.email];
		for (const to of asked) expect(await askSignInLink(to, now)).toBe(true);
		const rows = await db.read.select().from(t.outbox);
		const shape = rows.map(({ kind, personId, attempts, payload }) => [kind, personId, attempts, Object.keys(payload).join()].join()); // prettier-ignore
		expect(rows).toHaveLength(4);
		expect(new Set(shape).size).toBe(1);
		expect(JSON.stringify(rows)).not.toMatch(/post\.test|linden\.test/);
		await round();
		expect(box.arrived.map(({ recipients }) => recipients)).toEqual([[address]]);
	});

	test('G12 asking takes the same time for a known and an unknown address', async () => {
		const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
		for (let n = 0; n < 20; n++)
			for (const kind of ['known', 'unknown'] as const) {
				const to = kind === 'known' ? address : newAddress();
				const start = performance.now();
				await askSignInLink(to, minutes(n));
				times[kind].push(performance.now() - start);
			}
		const median = (list: number[]) => list.toSorted((a, b) => a - b)[10] ?? 0;
		const ratio = median(times.known) / median(times.unknown);
		expect(ratio).toBeGreaterThan(0.5);
		expect(ratio).toBeLessThan(2);
	});

	test('T10 asked fifty times in an hour there are a few mails, ten at most in a day, and the last link works', async () => {
		for (let minute = 0; minute < 50; minute++) {
			for (let again = 0; again < 2; again++) await askSignInLink(address, minutes(minute));
			await round(minutes(minute));
		}
		const sent = box.arrived.length;
		expect(sent).toBeGreaterThan(5);
		expect(sent).toBeLessThanOrEqual(10);
		expect(await signIn(tokenIn(box.arrived.at(-1)), pin, minutes(50))).toMatchObject({ ok: true });
	});

	test('T10 a flood of addresses stays bounded, and what is sent and known goes on', async () => {
		const waiting = { kind: 'link_aanmelden', payload: {}, createdAt: now };
		const rows = Array.from({ length: 499 }, () => ({ ...waiting, id: newId(), dedupeKey: newId() }));
		await db.transaction((tx) => tx.insert(t.outbox).values(rows));
		for (let n = 0; n < 4; n++) expect(await askSignInLink(newAddress(), now)).toBe(true);
		expect(await db.read.$count(t.outbox)).toBe(500);
	});

	test('a link that could not be sent for half an hour is not sent any more', async () => {
		await askSignInLink(address, now);
		await round(minutes(30));
		expect(box.arrived).toEqual([]);
	});

	test('a refused mail is tried again with a fresh link', async () => {
		await askSignInLink(address, now);
		box.refuse(451);
		await round();
		await round(minutes(1));
		expect(box.arrived).toHaveLength(1);
		expect(await signIn(tokenIn(box.arrived[0]), pin, minutes(1))).toMatchObject({ ok: true });
	});
});

describe('a forgotten password of staff (AUTH-08)', () => {
	const ask = (email: string, at = now) => linkFor(() => askLink('wachtwoord', email, at), at);
	const wanted = 'zeven gele olifanten';

	test('the link gives another password, ends every login, and leaves the second step', async () => {
		const person = await consulent(staff.gemeenteId);
		const row = {
			publicId: newId().slice(0, 16),
			personId: person.id,
			secretHash: 'x',
			deviceKind: 'computer'
		};
		const app = { personId: person.id, secret: 'x', lastStep: 1, createdAt: now };
		await db.transaction(async (tx) => {
			await tx.insert(t.loginSessions).values({ ...row, createdAt: now, lastSeenAt: now });
			await tx.insert(t.secondFactors).values(app);
		});
		const token = await ask(person.email.toUpperCase());
		expect(box.arrived[0]?.recipients).toEqual([person.email]);
		expect(box.arrived[0]?.text).toContain(`https://pip.test/wachtwoord-vergeten/nieuw#${token}`);
		expect(await resetPassword(token, 'te kort', now)).toBe('zwak');
		expect(await resetPassword(token, wanted, minutes(30))).toBe('verlopen');
		expect(await resetPassword(token, wanted, minutes(29))).toBe('gelukt');
		expect(await resetPassword(token, wanted, minutes(29))).toBe('verlopen');
		expect(await signInStaff(person.email, wanted, null, now)).toMatchObject({ ok: true });
		const of = (table: typeof t.loginSessions | typeof t.secondFactors) =>
			db.read.$count(table, eq(table.personId, person.id));
		expect([await of(t.loginSessions), await of(t.secondFactors)]).toEqual([0, 1]);
		expect(await eventsOf(person.id)).toContain('account.password_reset ok');
		expect(await noticesOf(person.id)).toContain('account');
	});

	test('AUTH-06 unknown, disabled, passwordless, participant and demo addresses get the same answer and no mail', async () => {
		await confirmed();
		const people = [
			await consulent(staff.gemeenteId, { isActive: false }),
			await consulent(staff.gemeenteId, { passwordHash: null }),
			await consulent(staff.gemeenteId, { isDemo: true })
		];
		for (const to of [newAddress(), address, ...people.map(({ email }) => email)])
			expect(await askLink('wachtwoord', to, now)).toBe(true);
		await round();
		expect(box.arrived).toEqual([]);
	});

	test('a link to sign in is none for a password, nor the other way round', async () => {
		await confirmed();
		expect(await resetPassword(await signInLink(), wanted, now)).toBe('verlopen');
		expect(await signIn(await ask((await consulent(staff.gemeenteId)).email))).toMatchObject({ reason: 'verlopen' }); // prettier-ignore
	});
});

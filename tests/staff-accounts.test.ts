import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Coordinator, Keeper } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { luciaAdapter } from '#lib/server/lucia-adapter.ts';
import { changeOwnPassword } from '#lib/server/own-password.ts';
import { isGoodPassword } from '#lib/server/passwords.ts';
import { newToken } from '#lib/server/secrets.ts';
import { signInStaff } from '#lib/server/sign-in-staff.ts';
import { addPartner, addStaff, changeStaff, deactivateStaff, newPasswordFor, placesOf, staffMember, staffOfGemeente, type OneTime, type StaffFields } from '#lib/server/staff-accounts.ts'; // prettier-ignore
import { entry } from '#lib/server/web/guard.ts';
import { consulent, gemeente, inburgeraar, later, now, password } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let linden: string;
let elders: string;
let coordinator: Coordinator & { email: string };
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
	[linden, elders] = [await gemeente(), await gemeente()];
	const made = await consulent(linden, { role: 'coordinator' });
	coordinator = { ...made, role: 'coordinator' };
});

const beheerder = (): Keeper => ({ ...coordinator, role: 'beheerder', gemeenteId: null });
const mail = () =>
	`${newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, 'x')}@linden.test`;
const fields = (more: Partial<StaffFields> = {}): StaffFields => ({
	...{ name: 'Noor de Boer', email: mail(), role: 'consulent', phone: null, jobTitle: null, partnerId: null },
	...more
});
async function add(actor: Keeper, given = fields(), gemeenteId: string | null = null): Promise<OneTime> {
	const result = await addStaff(actor, given, { key: newId(), gemeenteId }, now);
	if (!result.ok || result.made === 'al_gemaakt') throw new Error(JSON.stringify(result));
	return result.made;
}
const rowOf = async (id: string) => (await db.read.select().from(t.people).where(eq(t.people.id, id)))[0]!;
const sessionsOf = (id: string) =>
	db.read.select().from(t.loginSessions).where(eq(t.loginSessions.personId, id));
async function session(personId: string): Promise<string> {
	const token = `${newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, 'a')
		.slice(0, 16)}.${newToken()}`;
	const attributes = { deviceId: null, deviceKind: 'computer' };
	await luciaAdapter(() => now).setSession({
		id: token,
		userId: personId,
		expiresAt: new Date(),
		attributes
	});
	return token;
}

describe('adding an account', () => {
	test('AUTH-12 the one-time password signs in, is stored as a hash, and must be changed', async () => {
		const made = await add(coordinator);
		expect(made.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
		const row = await rowOf(made.id);
		expect(row).toMatchObject({ gemeenteId: linden, role: 'consulent', mustChangePassword: true });
		expect(row.passwordHash).toMatch(/^\$argon2id\$/);
		expect(await signInStaff(made.email, made.password, null, now)).toMatchObject({ ok: true });
	});

	test('AUTH-12 after seven days the one-time password is worth nothing', async () => {
		const made = await add(coordinator);
		const day = 24 * 60;
		expect(await signInStaff(made.email, made.password, null, later(7 * day))).toMatchObject({ ok: true });
		expect(await signInStaff(made.email, made.password, null, later(7 * day + 1))).toMatchObject({
			ok: false
		});
	});

	test('IN-11 the form sent twice makes one account and shows the password once', async () => {
		const [given, sent] = [fields(), { key: newId(), gemeenteId: null }];
		const first = await addStaff(coordinator, given, sent, now);
		const second = await addStaff(coordinator, given, sent, now);
		expect(first).toMatchObject({ ok: true, made: { email: given.email } });
		expect(second).toEqual({ ok: true, made: 'al_gemaakt' });
	});

	test('AUTH-13 the same address, in other letters too, is refused; so is one that only looks right', async () => {
		const made = await add(coordinator);
		const again = fields({ email: ` ${made.email.toUpperCase()} ` });
		const sent = { key: newId(), gemeenteId: null };
		expect(await addStaff(coordinator, again, sent, now)).toEqual({ ok: false, reason: 'bestaat_al' });
		expect(await addStaff(coordinator, fields({ email: 'nооr@linden.test' }), sent, now)).toEqual({
			ok: false,
			reason: 'email'
		});
	});

	test('AC-12 a coordinator adds to the own municipality, whatever is sent', async () => {
		const made = await add(coordinator, fields(), elders);
		expect((await rowOf(made.id)).gemeenteId).toBe(linden);
	});

	test('a beheerder chooses the municipality and must', async () => {
		const sent = { key: newId(), gemeenteId: null };
		expect(await addStaff(beheerder(), fields(), sent, now)).toEqual({ ok: false, reason: 'gemeente' });
		expect((await rowOf((await add(beheerder(), fields(), elders)).id)).gemeenteId).toBe(elders);
	});

	test('a partner belongs to an organisation of the same municipality', async () => {
		const kind = 'taalschool' as const;
		const school = await addPartner(coordinator, { name: 'School', kind, phone: null }, { key: newId(), gemeenteId: elders }, now); // prettier-ignore
		const away = await addPartner(beheerder(), { name: 'Ver', kind, phone: null }, { key: newId(), gemeenteId: elders }, now); // prettier-ignore
		const sent = () => ({ key: newId(), gemeenteId: null });
		const partner = (partnerId: string | null) => fields({ role: 'partner', partnerId });
		const refused = { ok: false, reason: 'partner' };
		expect(await addStaff(coordinator, partner(null), sent(), now)).toEqual(refused);
		expect(await addStaff(coordinator, partner(away!), sent(), now)).toEqual(refused);
		const made = await add(coordinator, partner(school!));
		expect(await rowOf(made.id)).toMatchObject({ role: 'partner', partnerId: school });
		expect((await placesOf(coordinator)).partners.map(({ name }) => name)).toEqual(['School']);
	});
});

describe('the forced change', () => {
	test.each(['/admin', '/admin/inburgeraars/[id]', '/partner', '/(public)', '/(inburgeraar)/vandaag'])(
		'with a one-time password %s leads to the page of the password',
		(route) => {
			expect(entry(route, { ...coordinator, mustChangePassword: true })).toBe('password');
		}
	);

	test('the page itself and signing out open', () => {
		const actor = { ...coordinator, mustChangePassword: true };
		expect(entry('/wachtwoord', actor)).toBe('open');
		expect(entry('/(public)/afmelden', actor)).toBe('open');
		expect(entry('/admin', coordinator)).toBe('open');
	});

	test('a participant has no such page', () => {
		expect(entry('/wachtwoord', { ...coordinator, role: 'inburgeraar' })).toBe('forbidden');
		expect(entry('/wachtwoord', null)).toBe('sign_in');
	});

	test('SES-03 the own password takes its place and ends every login session', async () => {
		const made = await add(coordinator);
		const actor = { ...coordinator, id: made.id, role: 'consulent' as const };
		await session(made.id);
		const wanted = 'zeven natte fietsen';
		expect(await changeOwnPassword(actor, { former: made.password, wanted }, now)).toEqual({ ok: true });
		expect(await sessionsOf(made.id)).toEqual([]);
		expect((await rowOf(made.id)).mustChangePassword).toBe(false);
		expect(await signInStaff(made.email, made.password, null, later(1))).toMatchObject({ ok: false });
		expect(await signInStaff(made.email, wanted, null, later(30 * 24 * 60))).toMatchObject({ ok: true });
	});

	test('AUTH-11 a wrong former password changes nothing, and tries are counted', async () => {
		const typed = { former: 'not this one at all', wanted: 'zeven natte fietsen' };
		for (let n = 0; n < 5; n++)
			expect(await changeOwnPassword(coordinator, typed, now)).toEqual({ ok: false, reason: 'onjuist' });
		expect(await changeOwnPassword(coordinator, { ...typed, former: password }, now)).toMatchObject({
			ok: false,
			reason: 'wachten'
		});
		expect(await signInStaff(coordinator.email, password, null, later(1))).toMatchObject({ ok: true });
	});

	test.each([
		['eleven characters', 'abcdefghij1', false],
		['twelve characters', 'zeven fietse', true],
		['129 characters', `${'zeven fiets '.repeat(11)}`.slice(0, 129), false],
		['one piece again and again', 'welwelwelwel', false],
		['a row of the keyboard', 'qwertyuiopas', false],
		['the own name', 'noor en haar fiets', false],
		['the portal', 'inburgering 2026', false]
	])('AUTH-03 %s', (_what, text, isGood) => {
		expect(isGoodPassword(text, { email: 'n.deboer@linden.test', name: 'Noor de Boer' })).toBe(isGood);
	});
});

describe('changing and ending an account', () => {
	const change = async (id: string, more: Partial<StaffFields>, version?: number) => {
		const row = await rowOf(id);
		const given = fields({ name: row.name, email: row.loginName ?? '', role: 'consulent', ...more });
		return changeStaff(coordinator, id, given, version ?? row.version, now);
	};
	const end = async (id: string, actor: Keeper = coordinator) =>
		deactivateStaff(actor, id, (await rowOf(id)).version, now);

	test('IN-12 an older version is refused and changes nothing', async () => {
		const { id } = await add(coordinator);
		expect(await change(id, { name: 'Noor Smit' })).toEqual({ ok: true });
		expect(await change(id, { name: 'Nora' }, 1)).toEqual({ ok: false, reason: 'versie' });
		expect((await rowOf(id)).name).toBe('Noor Smit');
	});

	test('SES-03 a new role ends the login sessions; a new phone number does not', async () => {
		const { id } = await add(coordinator);
		await session(id);
		await change(id, { phone: '0399 1' });
		expect(await sessionsOf(id)).toHaveLength(1);
		await change(id, { role: 'coordinator' });
		expect(await sessionsOf(id)).toEqual([]);
	});

	test('SES-07 who is ended is signed out and cannot sign in', async () => {
		const made = await add(coordinator);
		const token = await session(made.id);
		expect(await end(made.id)).toEqual({ ok: true });
		expect(await luciaAdapter(() => now).getSessionAndUser(token)).toEqual([null, null]);
		expect(await signInStaff(made.email, made.password, null, now)).toMatchObject({ ok: false });
	});

	test('an ended account opens again with a new one-time password', async () => {
		const made = await add(coordinator);
		await end(made.id);
		const again = await newPasswordFor(coordinator, made.id, newId(), now);
		if (!again || again === 'al_gemaakt') throw new Error('nothing made');
		expect(again.password).not.toBe(made.password);
		expect(await signInStaff(made.email, again.password, null, later(1))).toMatchObject({ ok: true });
	});

	test('who guides people is not ended, nor made a partner, before these are handed over', async () => {
		const { id } = await add(coordinator);
		const person = await inburgeraar({ ...coordinator, id });
		expect(await end(id)).toEqual({ ok: false, reason: 'begeleidt_mensen', count: 1 });
		const tot = Temporal.PlainDate.from('2026-11-22');
		await db.transaction(async (tx) => {
			await tx.update(t.caseload).set({ tot }).where(eq(t.caseload.inburgeraarId, person));
		});
		expect(await end(id)).toEqual({ ok: true });
	});

	test('the last coordinator neither ends nor leaves the role, nor does a beheerder do it', async () => {
		const last = { ok: false, reason: 'laatste_coordinator' };
		expect(await end(coordinator.id)).toEqual(last);
		expect(await end(coordinator.id, beheerder())).toEqual(last);
		expect(await change(coordinator.id, { role: 'consulent' })).toEqual(last);
		await add(coordinator, fields({ role: 'coordinator' }));
		expect(await end(coordinator.id)).toEqual({ ok: true });
	});

	test('AC-06 another municipality, a participant and a beheerder do not exist here', async () => {
		const other = await consulent(elders);
		const person = await inburgeraar(coordinator);
		const chief = await consulent(linden, { role: 'beheerder', gemeenteId: null });
		for (const id of [other.id, person, chief.id, newId()]) {
			expect(await staffMember(coordinator, id, now)).toBeUndefined();
			expect(await changeStaff(coordinator, id, fields(), 1, now)).toBeUndefined();
			expect(await deactivateStaff(coordinator, id, 1, now)).toBeUndefined();
			expect(await newPasswordFor(coordinator, id, newId(), now)).toBeUndefined();
		}
		expect((await rowOf(other.id)).passwordHash).toBeTruthy();
	});

	test('the list has the own municipality with how many people each guides', async () => {
		await consulent(elders);
		await inburgeraar(coordinator);
		const rows = await staffOfGemeente(coordinator, now);
		expect(rows.map(({ person, guided }) => [person.id, guided])).toEqual([[coordinator.id, 1]]);
	});

	test('AUD-04 the audit log names the account and holds no password', async () => {
		const made = await add(coordinator);
		const events = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, made.id));
		expect(events).toMatchObject([{ action: 'account.create', actorId: coordinator.id }]);
		expect(JSON.stringify(events)).not.toContain(made.password);
	});
});

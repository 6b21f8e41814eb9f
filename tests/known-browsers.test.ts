import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { unlock } from '#lib/server/accounts.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newKnownBrowser } from '#lib/server/known-browsers.ts';
import { lanesOf, signInStaff } from '#lib/server/sign-in-staff.ts';
import { forgiveTries, takeTries } from '#lib/server/sign-in-tries.ts';
import { consulent, gemeente, later, now, password } from './accounts.ts';
import { openTestDatabase } from './database.ts';

// A browser where somebody of staff signed in before has a counter of its own (AUTH-05): decision 0068.

let db: Database;
let staff: Awaited<ReturnType<typeof consulent>>;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
});
afterAll(() => db.close());
beforeEach(async () => {
	await db.transaction((tx) => tx.delete(t.signInTries));
});

const from = (...browsers: string[]) => ({ address: null, browsers });
const signIn = (secret: string, caller: ReturnType<typeof from> | null, at = now) =>
	signInStaff(staff.email, secret, caller, at);
/** A wrong password, without the cost of judging it. */
const guess = (at: Temporal.Instant, browser?: string) => takeTries(lanesOf(staff.email, browser), at);
/** Five wrong ones from anywhere: the next has to wait. */
async function five(at = now, browser?: string) {
	for (let n = 0; n < 5; n++) expect(await guess(at, browser)).toMatchObject({ ok: true });
}
const idOf = (entry: string) => entry.slice(0, 22);

test('AUTH-05 G13 the owner signs in at once while others guess all day and unknown browsers wait', async () => {
	const own = newKnownBrowser(staff.id);
	for (let at = now; Temporal.Instant.compare(at, later(20 * 60)) < 0; at = at.add({ minutes: 5 }))
		await guess(at);
	for (const at of [later(20 * 60), later(22 * 60)]) {
		expect(await signIn(password, null, at)).toMatchObject({ reason: 'wachten' });
		expect(await signIn(password, from(own), at)).toMatchObject({ ok: true });
	}
});

test('AUTH-05 G13 at most 100 are judged in any 24 hours, from known browsers too, also when the owner signs in between', async () => {
	const browsers = [newKnownBrowser(staff.id), newKnownBrowser(staff.id)].map(idOf);
	const judged: number[] = [];
	for (let minute = 0; minute < 49 * 60; minute += 7) {
		for (const browser of [undefined, ...browsers])
			if ((await guess(later(minute), browser)).ok) judged.push(minute);
		if (minute % 5 === 0) {
			const right = await guess(later(minute + 6), minute % 2 === 0 ? browsers[0] : undefined);
			if (right.ok) await db.transaction((tx) => forgiveTries(tx, right.lanes));
		}
	}
	const within = (start: number) => judged.filter((at) => at >= start && at < start + 24 * 60).length;
	expect(Math.max(...judged.map(within))).toBeLessThanOrEqual(100);
	expect(judged.length).toBeGreaterThan(80);
});

test('AUTH-05 it waits by itself after five wrong ones, and shuts no other browser out', async () => {
	const [one, two] = [newKnownBrowser(staff.id), newKnownBrowser(staff.id)];
	await five();
	await five(now, idOf(one));
	expect(await signIn(password, from(one))).toEqual({ ok: false, reason: 'wachten', seconds: 1 });
	expect(await signIn(password, from(two))).toMatchObject({ ok: true });
	expect(await signIn(password, from(one), now.add({ seconds: 1 }))).toMatchObject({ ok: true });
});

test.each([
	['of somebody else', () => newKnownBrowser('somebodysomebodysomebo')],
	['with another id', () => `${newKnownBrowser(staff.id).replace(/^./, (c) => (c === 'x' ? 'y' : 'x'))}`],
	['with a changed seal', () => newKnownBrowser(staff.id).replace(/.$/, (c) => (c === '0' ? '4' : '0'))],
	['without a seal', () => idOf(newKnownBrowser(staff.id))]
])('AUTH-05 an entry %s is nothing', async (_what, entry) => {
	await five();
	expect(await signIn(password, from(entry()))).toMatchObject({ reason: 'wachten' });
});

test('AUTH-05 one of several people at a computer is found', async () => {
	await five();
	const entries = ['a', 'b', 'c'].map((who) => newKnownBrowser(who));
	expect(await signIn(password, from(...entries, newKnownBrowser(staff.id)))).toMatchObject({ ok: true });
});

test('AUTH-05 it signs nobody in, and its counters are two and gone after a day', async () => {
	expect(await signIn('', from(newKnownBrowser(staff.id)))).toMatchObject({ ok: false, reason: 'onjuist' });
	expect(await db.read.select().from(t.signInTries)).toHaveLength(2);
	await guess(later(24 * 60 + 1));
	expect(await db.read.select().from(t.signInTries)).toHaveLength(1);
});

test('AUTH-05 unlock ends the waiting of known browsers too', async () => {
	const own = newKnownBrowser(staff.id);
	await five();
	await five(now, idOf(own));
	expect(await unlock(staff.email, now)).toBe(true);
	expect(await signIn(password, from(own))).toMatchObject({ ok: true });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/server/actor.ts';
import { now as currentTime } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Comer } from '#lib/server/oidc.ts';
import type { Errand } from '#lib/server/oidc-seal.ts';
import { client } from './oidc-known.ts';
import { follow, startProvider } from './oidc-provider.ts';

// No OIDC_ACR_VALUES. The configuration is read once: what asks for it comes after.
const redirectUri = 'https://pip.test/aanmelden/oidc/terug';
const idp = await startProvider(redirectUri);
Object.assign(process.env, { OIDC_ISSUER: idp.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, ALLOW_INSECURE: '1' }); // prettier-ignore
const { beginOidc, finishOidc, oidcFor } = await import('#lib/server/oidc.ts');
const { consulent, gemeente, inburgeraar } = await import('./accounts.ts');
const { openTestDatabase } = await import('./database.ts');

const now = currentTime();
const errand: Errand = { kind: 'medewerker', locale: 'nl' };
const nobody: Comer = { actor: null, isProven: false, address: null };

let db: Database;
let staff: Actor;
let person: Actor;
beforeAll(async () => {
	db = await openTestDatabase();
	const consultant = await consulent(await gemeente());
	staff = consultant;
	person = { ...consultant, id: await inburgeraar(consultant), role: 'inburgeraar' };
});
afterAll(() => db.close());

async function take(goal: Errand, comer: Comer) {
	const way = await beginOidc(goal, now);
	if (!way) throw new Error('no provider');
	const back = await follow(way.url, redirectUri);
	return (await finishOidc(back.search, way.sealed, comer, now)).outcome;
}
const link = (actor: Actor) =>
	take(
		{ kind: 'koppel', locale: 'nl', back: '/beveiliging', personId: actor.id, sessionId: actor.sessionId },
		{ actor, isProven: true, address: null }
	);

describe('without a level of certainty', () => {
	test('AUTH-02 it is no way in for participants, not even for one whose account is known', async () => {
		expect(oidcFor('participants')).toBeUndefined();
		expect(await link(person)).toEqual({ ok: false, reason: 'mislukt' });
	});

	test('AUTH-01 it is the first of two steps for staff', async () => {
		expect(oidcFor('staff')).toEqual({ name: 'OIDC' });
		expect(await link(staff)).toEqual({ ok: true, kind: 'gekoppeld' });
		expect(await take(errand, nobody)).toMatchObject({ ok: true, kind: 'aangemeld', isWhole: false });
	});
});

test('the provider goes down: no fault of the portal, and what it says is asked for again after an hour', async () => {
	const way = await beginOidc(errand, now);
	const back = await follow(way?.url ?? '', redirectUri);
	const metadata = () => idp.asked.filter((path) => path === '/.well-known/openid-configuration').length;
	expect(metadata()).toBe(1);
	await beginOidc(errand, now.add({ minutes: 61 }));
	expect(metadata()).toBe(2);
	await idp.stop();
	const { outcome } = await finishOidc(back.search, way?.sealed, nobody, now);
	expect(outcome).toEqual({ ok: false, reason: 'storing' });
	expect(await beginOidc(errand, now.add({ minutes: 130 }))).toBeUndefined();
	const late = await finishOidc(back.search, way?.sealed, nobody, now.add({ minutes: 5 }));
	expect(late.outcome).toEqual({ ok: false, reason: 'storing' });
});

import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { now } from '#lib/server/clock.ts';
import type { Oidc } from '#lib/server/config.ts';
import { authorization, exchange, redirectUri, refusalOf } from '#lib/server/oidc-client.ts';
import { client, high } from './oidc-known.ts';
import { follow, startProvider } from './oidc-provider.ts';

const pairOf = {
	RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
	ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
};
let idp: Awaited<ReturnType<typeof startProvider>> | undefined;
afterEach(() => idp?.stop());

// What the provider says about itself is kept an hour: each test comes two hours after the one before.
let hours = 0;
async function signIn(oidc: Oidc) {
	const at = now().add({ hours: (hours += 2) });
	const { url, secrets } = await authorization(oidc, 'nl', at);
	const back = await follow(url, redirectUri());
	return exchange(oidc, back.search, secrets, at);
}
const oidcWith = (issuer: string, clientKey: Oidc['clientKey']): Oidc => ({
	...{ issuer, clientId: client.id, clientSecret: undefined, clientKey, scope: 'openid', acrValues: [high] },
	...{ name: 'DigiD', isForParticipants: true, isForStaff: true }
});

test.each(['RS256', 'ES256'] as const)(
	'NL GOV the portal proves itself by a key (%s) to a provider that asks for one; by another key it does not',
	async (kind) => {
		const { privateKey, publicKey } = pairOf[kind]();
		idp = await startProvider(redirectUri(), 0, publicKey);
		expect(await signIn(oidcWith(idp.issuer, privateKey))).toMatchObject({ sub: 'vreemde', acr: high });
		const refusal = await signIn(oidcWith(idp.issuer, pairOf[kind]().privateKey)).catch(refusalOf);
		expect(refusal).toBe('mislukt');
		const bare = await signIn(oidcWith(idp.issuer, undefined)).catch(refusalOf);
		expect(bare).toBe('mislukt');
	}
);

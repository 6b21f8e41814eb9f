import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { client, high, low } from './oidc-known.ts';

/** Who signs in there, and how surely; a test changes it before the browser goes. `cancels`: the person stops there. */
export interface Visitor {
	subject: string;
	acr: string;
	cancels?: boolean;
}

/**
 * A real identity provider on this machine: oidc-provider, with one client and a sign-in page of one request.
 * @param publicKey the client proves itself by a key (private_key_jwt) instead of the secret
 */
export async function startProvider(redirectUri: string, port = 0, publicKey?: KeyObject) {
	const visitor: Visitor = { subject: 'vreemde', acr: high };
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const proof = publicKey
		? {
				token_endpoint_auth_method: 'private_key_jwt' as const,
				jwks: { keys: [publicKey.export({ format: 'jwk' })] }
			}
		: { client_secret: client.secret };
	const provider = new Provider(issuer, {
		clients: [{ client_id: client.id, ...proof, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }], // prettier-ignore
		jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
		cookies: { keys: [randomBytes(24).toString('hex')] },
		acrValues: [high, low],
		findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
		interactions: { url: (_, { uid }) => `/aanmelden/${uid}` },
		features: { devInteractions: { enabled: false } },
		pkce: { required: () => true },
		async loadExistingGrant({ oidc }) {
			const grant = new oidc.provider.Grant({
				clientId: client.id,
				accountId: oidc.session?.accountId ?? ''
			});
			grant.addOIDCScope('openid');
			await grant.save();
			return grant;
		}
	});
	const answer = provider.callback();
	/** Addresses that were asked for, without their query. */
	const asked: string[] = [];
	server.on('request', (request, response) => {
		const path = (request.url ?? '').split('?')[0] ?? '';
		asked.push(path);
		if (!path.startsWith('/aanmelden/')) return void answer(request, response);
		const { subject, acr, cancels } = visitor;
		const result = cancels
			? { error: 'access_denied', error_description: 'stopped' }
			: { login: { accountId: subject, acr } };
		void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
	});
	const stop = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { issuer, visitor, asked, stop };
}

/** A browser without pages: follows where it is sent, with cookies, until it is sent to `end`; that address. */
export async function follow(start: string, end: string): Promise<URL> {
	const jar = new Map<string, string>();
	let address = new URL(start);
	for (let n = 0; n < 12; n++) {
		if (address.href.startsWith(end)) return address;
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(address, { headers: { cookie }, redirect: 'manual' });
		for (const line of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			jar.set(name, value);
		}
		const next = response.headers.get('location');
		if (!next)
			throw new Error(`${response.status} at ${address.pathname}: ${(await response.text()).slice(0, 300)}`);
		address = new URL(next, address);
	}
	throw new Error('sent round and round');
}

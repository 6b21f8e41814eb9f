import {
	allowInsecureRequests,
	authorizationCodeGrant,
	AuthorizationResponseError,
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	ClientSecretBasic,
	ClientSecretPost,
	customFetch,
	discovery,
	enableNonRepudiationChecks,
	None,
	PrivateKeyJwt,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
	type ClientAuth,
	type Configuration,
	type IDToken
} from 'openid-client';
import { config, type Oidc } from './config.ts';
import { isOfHost, isUnreachable, outbound, unreachable } from './outbound.ts';

/** How long what the provider says about itself is kept; and how long it is left alone after it did not answer. */
const keptFor = 60 * 60_000;
const leftAloneFor = 1_000;

export interface Secrets {
	state: string;
	nonce: string;
	verifier: string;
}

/** The one address the provider may send people back to. */
export const redirectUri = (): string => `${config().portalOrigin}/aanmelden/oidc/terug`;

let kept: { until: number; provider: Promise<Configuration> } | undefined;

/** @throws when the provider does not answer, or says that it is somebody else */
function provider(oidc: Oidc, now: Temporal.Instant): Promise<Configuration> {
	const at = now.epochMilliseconds;
	if (kept && at < kept.until) return kept.provider;
	const found = discover(oidc).catch((cause) => {
		throw unreachable('no metadata of the identity provider', cause);
	});
	const fresh = { until: at + keptFor, provider: found };
	kept = fresh;
	found.catch(() => (fresh.until = at + leftAloneFor));
	return fresh.provider;
}

async function discover(oidc: Oidc): Promise<Configuration> {
	const { issuer, clientId } = oidc;
	const { hostname, protocol } = new URL(issuer);
	const mayBeInsecure = protocol === 'http:';
	const isHost = (asked: string) => isOfHost(asked, hostname);
	return discovery(new URL(issuer), clientId, {}, await authentication(oidc), {
		timeout: 5,
		// The signature of the ID token is checked too, not only where it came from.
		execute: [enableNonRepudiationChecks, ...(mayBeInsecure ? [allowInsecureRequests] : [])],
		[customFetch]: (address, request) => outbound({ isHost, mayBeInsecure })(address, request as RequestInit)
	});
}

/** How the portal proves to be this client. */
async function authentication({ clientSecret, clientKey }: Oidc): Promise<ClientAuth> {
	if (!clientKey) return clientSecret ? bySecret(clientSecret) : None();
	const name = clientKey.asymmetricKeyType === 'ec' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5';
	const algorithm = { name, hash: 'SHA-256', namedCurve: 'P-256' };
	const key = clientKey.export({ type: 'pkcs8', format: 'der' });
	return PrivateKeyJwt(
		await crypto.subtle.importKey('pkcs8', new Uint8Array(key), algorithm, false, ['sign'])
	);
}

/** In the header, as the standard says first; in the body where the provider takes it only there. */
const bySecret =
	(secret: string): ClientAuth =>
	(server, ...rest) => {
		const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
		const authenticate = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
		authenticate(secret)(server, ...rest);
	};

/** Where the browser goes to sign in there, and what only this browser may bring back. */
export async function authorization(
	oidc: Oidc,
	locale: string,
	now: Temporal.Instant
): Promise<{ url: string; secrets: Secrets }> {
	const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
	const url = buildAuthorizationUrl(await provider(oidc, now), {
		redirect_uri: redirectUri(),
		response_type: 'code',
		scope: oidc.scope,
		state: secrets.state,
		nonce: secrets.nonce,
		code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
		code_challenge_method: 'S256',
		// Phones are shared: who signed in there before is asked again.
		prompt: 'login',
		ui_locales: `${locale} nl`,
		...(oidc.acrValues.length > 0 ? { acr_values: oidc.acrValues.join(' ') } : {})
	});
	return { url: url.href, secrets };
}

/**
 * Exchanges the code once, and checks state, issuer, nonce, signature, audience and time of the answer.
 * @param search the query with which the browser came back
 * @throws when anything is not as it should be: `refusalOf` says what to tell
 */
export async function exchange(
	oidc: Oidc,
	search: string,
	{ state, nonce, verifier }: Secrets,
	now: Temporal.Instant
): Promise<IDToken> {
	const came = new URL(redirectUri());
	came.search = search;
	const tokens = await authorizationCodeGrant(await provider(oidc, now), came, {
		expectedState: state,
		expectedNonce: nonce,
		pkceCodeVerifier: verifier,
		idTokenExpected: true
	});
	const claims = tokens.claims();
	if (!claims) throw new Error('oidc: no ID token');
	return claims;
}

export type OidcRefusal = 'geannuleerd' | 'storing' | 'mislukt';

/** What somebody hears of an exchange that failed; everything that smells of an attack is the same. */
export function refusalOf(error: unknown): OidcRefusal {
	if (isUnreachable(error)) return 'storing';
	if (!(error instanceof AuthorizationResponseError)) return 'mislukt';
	if (error.error === 'access_denied') return 'geannuleerd';
	return ['temporarily_unavailable', 'server_error'].includes(error.error) ? 'storing' : 'mislukt';
}

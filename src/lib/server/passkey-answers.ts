import { isIP } from 'node:net';
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { config } from './config.ts';
import type { Passkey } from './db/passkeys.ts';
import { newToken } from './secrets.ts';

// What is asked of an authenticator and what its answer is worth: WebAuthn alone, without the database (AUTH-10).

export type AskToSign = PublicKeyCredentialRequestOptionsJSON;
export type AskToMake = PublicKeyCredentialCreationOptionsJSON;

/** How long a challenge is worth something. */
export const challengeLife = { minutes: 5 };
const timeout = 5 * 60_000;
/** EdDSA, ES256 and RS256: what phones and computers have. */
const algorithms = [-8, -7, -257];

/** From the configuration, never from a request: a page of another origin gets nothing that is worth something here. */
const expected = () => {
	const { portalOrigin } = config();
	return { expectedOrigin: portalOrigin, expectedRPID: new URL(portalOrigin).hostname };
};

/** Passkeys belong to a name: a portal on a bare IP address offers none. */
export const hasPasskeys = (): boolean => isIP(expected().expectedRPID.replace(/^\[|\]$/g, '')) === 0;

/** 32 random bytes, base64url. */
export const newChallenge = (): string => newToken();
const bytes = (text: string) => isoBase64URL.toBuffer(text);

/** The same for everybody: no account, no list of keys (AUTH-06). */
export const askToSign = (challenge: string): Promise<AskToSign> =>
	generateAuthenticationOptions({
		rpID: expected().expectedRPID,
		challenge: bytes(challenge),
		allowCredentials: [],
		userVerification: 'required',
		timeout
	});

/** @param known keys of this person: the device makes no second one */
export const askToMake = (
	challenge: string,
	person: { id: string; name: string; label: string },
	known: Pick<Passkey, 'credentialId' | 'transports'>[]
): Promise<AskToMake> =>
	generateRegistrationOptions({
		rpName: 'Mijn PIP',
		rpID: expected().expectedRPID,
		userID: new TextEncoder().encode(person.id),
		userName: person.name,
		userDisplayName: person.label,
		challenge: bytes(challenge),
		attestationType: 'none',
		supportedAlgorithmIDs: algorithms,
		excludeCredentials: known.map((key) => ({
			id: key.credentialId,
			transports: transports.filter((one) => key.transports.includes(one))
		})),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		timeout
	});
/** Known now; a browser may name others. */
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

const base64url = (max: number) => z.string().regex(/^[\w-]+$/).max(max); // prettier-ignore
const head = { id: base64url(1400), rawId: base64url(1400), type: z.literal('public-key') };
const signed = z.strictObject({
	...head,
	response: z.strictObject({
		clientDataJSON: base64url(4000),
		authenticatorData: base64url(4000),
		signature: base64url(7000),
		userHandle: base64url(100)
	})
});
const made = z.strictObject({
	...head,
	response: z.strictObject({
		clientDataJSON: base64url(4000),
		attestationObject: base64url(8000),
		transports: z.array(z.string().max(20)).max(10)
	})
});

function read<T extends z.ZodType>(schema: T, typed: string): z.infer<T> | undefined {
	try {
		return schema.safeParse(JSON.parse(typed)).data;
	} catch {
		return undefined;
	}
}
export type Signed = z.infer<typeof signed>;
/** Undefined: not what a browser sends. */
export const readSigned = (typed: string): Signed | undefined => read(signed, typed);

/** A key that nobody has: an unknown passkey takes as long as a known one (AUTH-06). */
const nobody = {
	credentialId: 'AAAA',
	counter: '0',
	publicKey:
		'pQECAyYgASFYIBnffyVM5iwG6wTDeqjBiAxThiV-0K0u8HXSoo6Xx7OGIlgghv-t_iayFeSVBQlIG4tfWBrbPVSPkAwKrb3nMXf3m4c'
};

/** Undefined: refused, for whatever reason. */
export async function verifySigned(
	answer: Signed,
	challenge: string,
	passkey: Pick<Passkey, 'credentialId' | 'publicKey' | 'counter'> = nobody
): Promise<Pick<Passkey, 'counter' | 'isBackedUp'> | undefined> {
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: { ...answer, clientExtensionResults: {} } satisfies AuthenticationResponseJSON,
			...expected(),
			expectedChallenge: challenge,
			requireUserVerification: true,
			credential: {
				id: passkey.credentialId,
				publicKey: bytes(passkey.publicKey),
				counter: Number(passkey.counter)
			}
		});
		const { newCounter, credentialBackedUp } = authenticationInfo;
		return verified ? { counter: String(newCounter), isBackedUp: credentialBackedUp } : undefined;
	} catch {
		return undefined;
	}
}

export type Made = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>;

/**
 * Who made the device is not asked and not judged: a statement with certificates is refused, because looking into them
 * would make the portal fetch addresses that stand in them.
 */
export async function verifyMade(typed: string, challenge: string): Promise<Made | undefined> {
	const answer = read(made, typed);
	if (!answer) return undefined;
	try {
		const statement = decodeAttestationObject(bytes(answer.response.attestationObject));
		const isPlain = statement.get('fmt') === 'none' || (statement.get('fmt') === 'packed' && !statement.get('attStmt').get('x5c')); // prettier-ignore
		if (!isPlain) return undefined;
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response: { ...answer, clientExtensionResults: {} } satisfies RegistrationResponseJSON,
			...expected(),
			expectedChallenge: challenge,
			supportedAlgorithmIDs: algorithms,
			requireUserVerification: true
		});
		if (!verified) return undefined;
		const { credential, credentialBackedUp } = registrationInfo;
		return {
			credentialId: credential.id,
			publicKey: isoBase64URL.fromBuffer(credential.publicKey),
			counter: String(credential.counter),
			transports: transports.filter((one) => answer.response.transports.includes(one)),
			isBackedUp: credentialBackedUp
		};
	} catch {
		return undefined;
	}
}

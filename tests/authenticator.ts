import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { config } from '#lib/server/config.ts';
import type { AskToMake, AskToSign } from '#lib/server/passkeys.ts';

export interface Key {
	id: string;
	userHandle: string;
	privateKey: KeyObject;
	counter: number;
}
/** What a browser, a page or a broken authenticator may have done otherwise. */
export interface Twist {
	origin?: string;
	rpId?: string;
	type?: string;
	challenge?: string;
	isVerified?: boolean;
	counter?: number;
	userHandle?: string;
	crossOrigin?: boolean;
	statement?: Map<string, unknown>;
	format?: string;
}

const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const clientData = (type: string, challenge: string, twist: Twist) =>
	Buffer.from(
		JSON.stringify({
			...{
				type: twist.type ?? type,
				challenge: twist.challenge ?? challenge,
				origin: twist.origin ?? config().portalOrigin
			},
			...(twist.crossOrigin
				? { crossOrigin: true, topOrigin: 'https://evil.example' }
				: { crossOrigin: false })
		})
	);

/** Present, and verified by finger, face or code unless told otherwise. */
function authData(rpId: string, counter: number, twist: Twist, key?: Uint8Array): Buffer {
	const flags = 0x01 | (twist.isVerified === false ? 0 : 0x04) | (key ? 0x40 : 0);
	const count = Buffer.alloc(4);
	count.writeUInt32BE(twist.counter ?? counter);
	return Buffer.concat([sha(twist.rpId ?? rpId), Buffer.of(flags), count, key ?? Buffer.of()]);
}

/** A key pair (ES256) as an authenticator makes it; the public half in COSE. */
export function pair(): { privateKey: KeyObject; cose: Uint8Array } {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const parts = new Map<number, number | Uint8Array>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x, 'base64url'))],
		[-3, new Uint8Array(Buffer.from(y, 'base64url'))]
	]);
	return { privateKey, cose: isoCBOR.encode(parts as never) };
}

/** A passkey of a software authenticator, and the answer of the browser for it. */
export function make(ask: AskToMake, twist: Twist = {}): { key: Key; answer: string } {
	const { privateKey, cose } = pair();
	const id = randomBytes(16);
	const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, 16), id, cose]);
	const attestation = new Map<string, unknown>([
		['fmt', twist.format ?? 'none'],
		['attStmt', twist.statement ?? new Map()],
		['authData', new Uint8Array(authData(ask.rp.id ?? '', 0, twist, attested))]
	]);
	const response = {
		clientDataJSON: base64url(clientData('webauthn.create', ask.challenge, twist)),
		attestationObject: base64url(isoCBOR.encode(attestation as never)),
		transports: ['internal']
	};
	const key = { id: base64url(id), userHandle: ask.user.id, privateKey, counter: 0 };
	return { key, answer: JSON.stringify({ id: key.id, rawId: key.id, type: 'public-key', response }) };
}

/** The answer of the browser after somebody used this passkey; it counts, unless its counter stays 0. */
export function use(key: Key, ask: AskToSign, twist: Twist = {}): string {
	const data = authData(ask.rpId ?? '', ++key.counter, twist);
	const client = clientData('webauthn.get', ask.challenge, twist);
	const signature = sign('sha256', Buffer.concat([data, sha(client)]), key.privateKey);
	const response = {
		clientDataJSON: base64url(client),
		authenticatorData: base64url(data),
		signature: base64url(signature),
		userHandle: twist.userHandle ?? key.userHandle
	};
	return JSON.stringify({ id: key.id, rawId: key.id, type: 'public-key', response });
}

import { argon2, createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'; // prettier-ignore
import { promisify } from 'node:util';
import { config } from './config.ts';
import { tooBusy } from './db/database.ts';

const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const atATime = 2;
const mayWait = 50;
const derive = promisify(argon2);

let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes run at a time; past fifty waiting, TooBusy (AUTH-04). */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= atATime) {
		if (waiting.length >= mayWait) throw tooBusy('too many sign-ins at once');
		await new Promise<void>((resolve) => waiting.push(resolve));
	}
	running++;
	try {
		return await work();
	} finally {
		running--;
		waiting.shift()?.();
	}
}

const tag = (secret: string, nonce: Buffer) =>
	inTurn(() => derive('argon2id', { message: secret.normalize('NFC'), nonce, ...parameters }));

/** A PHC string of argon2id. */
export async function hashSecret(secret: string): Promise<string> {
	const nonce = randomBytes(16);
	const hash = await tag(secret, nonce);
	const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
	return `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}$${plain(nonce)}$${plain(hash)}`;
}

const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Takes as long for an absent hash as for a present one (AUTH-06). */
export async function isSecret(secret: string, phc: string | null | undefined): Promise<boolean> {
	const [, , , , nonce = '', expected = ''] = (phc ?? nobody).split('$');
	const actual = await tag(secret, Buffer.from(nonce, 'base64'));
	const wanted = Buffer.from(expected, 'base64');
	return actual.length === wanted.length && timingSafeEqual(actual, wanted) && phc != null;
}

/** A PIN has few values: the key of the portal makes a stolen database useless for searching it (AUTH-02). */
export const keyedPin = (pin: string): string =>
	createHmac('sha256', config().portalKey).update(`pin:${pin}`).digest('base64');

export const sha256 = (value: string): string => createHash('sha256').update(value).digest('base64url');
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A key for one purpose, so that what is read with one cannot be read with another. */
const derivedKey = (purpose: string): Buffer =>
	Buffer.from(hkdfSync('sha256', config().portalKey, '', `mijnpip:${purpose}`, 32));

/** A keyed hash: the same for the same value, and without the key of the portal not to be searched. */
export const keyedHash = (purpose: string, value: string): string =>
	createHmac('sha256', derivedKey(purpose)).update(value).digest('base64url');

/** AES-256-GCM; another text every time. @returns nonce, tag and text, base64url */
export function encrypt(purpose: string, text: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', derivedKey(purpose), nonce);
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws when the text was changed, or was made with another key */
export function decrypt(purpose: string, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64url');
	const cipher = createDecipheriv('aes-256-gcm', derivedKey(purpose), bytes.subarray(0, 12));
	cipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}

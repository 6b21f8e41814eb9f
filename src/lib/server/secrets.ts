import { argon2, createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'; // prettier-ignore
import { promisify } from 'node:util';
import { config } from './config.ts';
import { tooBusy } from './db/database.ts';

/** Of new hashes; a raised value renews each hash at the next right answer (AUTH-04). */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 };
type Parameters = typeof parameters;
const atATime = 2;
const mayWait = 50;
const derive = promisify(argon2);

let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes run at a time; past fifty waiting, TooBusy (AUTH-04). */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= atATime) {
		if (waiting.length >= mayWait) throw tooBusy('too many sign-ins at once', 429);
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

const tag = (secret: string, nonce: Buffer, by: Parameters) =>
	inTurn(() => derive('argon2id', { message: secret.normalize('NFC'), nonce, tagLength: 32, ...by }));

/** The parts of a PHC string. */
function partsOf(phc: string): { by: Parameters; nonce: Buffer; hash: Buffer } {
	const [, , , said = '', nonce = '', hash = ''] = phc.split('$');
	const [memory = 0, passes = 0, parallelism = 0] = (said.match(/\d+/g) ?? []).map(Number);
	const by = { memory, passes, parallelism };
	return { by, nonce: Buffer.from(nonce, 'base64'), hash: Buffer.from(hash, 'base64') };
}

/** A PHC string of argon2id. */
export async function hashSecret(secret: string): Promise<string> {
	const nonce = randomBytes(16);
	const hash = await tag(secret, nonce, parameters);
	const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
	return `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}$${plain(nonce)}$${plain(hash)}`;
}

const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Takes as long for an absent hash as for a present one (AUTH-06). */
export async function isSecret(secret: string, phc: string | null | undefined): Promise<boolean> {
	const { by, nonce, hash } = partsOf(phc ?? nobody);
	const actual = await tag(secret, nonce, by);
	return actual.length === hash.length && timingSafeEqual(actual, hash) && phc != null;
}

/** After a right answer: a new hash to keep where the stored one is of lower parameters; undefined: it is as good as new. */
export async function renewedHash(secret: string, phc: string): Promise<string | undefined> {
	const { memory, passes } = partsOf(phc).by;
	return memory < parameters.memory || passes < parameters.passes ? hashSecret(secret) : undefined;
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

import { argon2, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
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

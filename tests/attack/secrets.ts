import { argon2Sync, createHash, createHmac, randomBytes } from 'node:crypto';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

/** As the portal stores a secret: a PHC string of argon2id. */
export function hashed(secret: string): string {
	const nonce = randomBytes(16);
	const tag = argon2Sync('argon2id', {
		message: secret,
		nonce,
		memory: 19_456,
		passes: 2,
		parallelism: 1,
		tagLength: 32
	});
	const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
	return `$argon2id$v=19$m=19456,t=2,p=1$${plain(nonce)}$${plain(tag)}`;
}

export const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The last character of a letter's code (AUTH-07), computed here from its description. */
export function letterCode(body: string): string {
	const sum = [...body].reverse().reduce((total, char, n) => {
		const value = alphabet.indexOf(char) * (n % 2 === 0 ? 2 : 1);
		return total + Math.floor(value / alphabet.length) + (value % alphabet.length);
	}, 0);
	return body + alphabet[(alphabet.length - (sum % alphabet.length)) % alphabet.length];
}

/** A PIN is keyed before it is hashed (AUTH-02). */
export const keyedPin = (pin: string, portalKey: string): string =>
	createHmac('sha256', Buffer.from(portalKey, 'base64')).update(`pin:${pin}`).digest('base64');

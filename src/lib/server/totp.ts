import { Secret, TOTP } from 'otpauth';
import { config } from './config.ts';
import { latinDigits } from './digits.ts';
import { decrypt, encrypt } from './secrets.ts';

/** Six digits, a new code every 30 seconds, SHA-1: what every app can (AUTH-09). */
const period = 30;
const purpose = 'totp';

const totp = (secret: string, account = '') =>
	new TOTP({ issuer: issuer(), label: account, secret: Secret.fromBase32(secret), digits: 6, period });
const issuer = () => `Mijn PIP ${new URL(config().portalOrigin).hostname}`;

/** A new secret of 160 bits, encrypted. */
export const newTotpSecret = (): string => encrypt(purpose, new Secret({ size: 20 }).base32);

/** What the app needs: to be scanned as a picture, or typed. */
export function totpSetup(sealed: string, account: string): { uri: string; typed: string } {
	const secret = decrypt(purpose, sealed);
	return { uri: totp(secret, account).toString(), typed: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') };
}

export const totpDigits = (typed: string): string => latinDigits(typed).replaceAll(/\s/g, '');

/** The step whose code this is: the present one, or the one before or after it. Undefined: none of these. */
export function totpStep(sealed: string, typed: string, now: Temporal.Instant): number | undefined {
	const token = totpDigits(typed);
	if (!/^\d{6}$/.test(token)) return undefined;
	const timestamp = now.epochMilliseconds;
	const delta = totp(decrypt(purpose, sealed)).validate({ token, timestamp, window: 1 });
	return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}

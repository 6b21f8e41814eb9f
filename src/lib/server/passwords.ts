import { randomInt } from 'node:crypto';
import { isCommonPassword } from './common-passwords.ts';

const contextWords = ['mijn pip', 'mijnpip', 'inburgering', 'wachtwoord', 'password', 'welkom', 'gemeente'];

/** One character or a short piece again and again, or a row of the keyboard: known without any list. */
const isPattern = (text: string): boolean =>
	/^(.{1,4})\1+.{0,3}$/.test(text) ||
	[
		'abcdefghijklmnopqrstuvwxyz',
		'01234567890123456789',
		'98765432109876543210',
		'qwertyuiopasdfghjklzxcvbnm'
	].some((row) => row.includes(text.slice(0, 8)) && row.includes(text.slice(-4)));

/** 12 to 128 characters of any kind; no pattern, no common one, and without the name, the address, the municipality or the portal in it (AUTH-03). */
export function isGoodPassword(
	password: string,
	whose: { email: string; name: string; place?: string }
): boolean {
	const length = [...password].length;
	const text = password.toLowerCase();
	const own = [whose.email.split('@')[0] ?? '', ...whose.name.split(' '), ...(whose.place ?? '').split(' ')];
	return (
		length >= 12 &&
		length <= 128 &&
		!isPattern(text) &&
		!isCommonPassword(password) &&
		![...contextWords, ...own].some((word) => word.length > 3 && text.includes(word.toLowerCase()))
	);
}

/** Without letters and digits that look alike on a screen or on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
export const oneTimeDays = 7;

/** A password to hand over: four times four characters, 79 random bits. */
export const newOneTimePassword = (): string =>
	Array.from({ length: 4 }, () =>
		Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
	).join('-');

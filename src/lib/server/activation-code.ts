import { randomInt } from 'node:crypto';
import { latinDigits } from './digits.ts';

/** Without 0 O 1 I L U: what people confuse, and what spells words (AUTH-07). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const selectorLength = 6;
const verifierLength = 12;

export interface Code {
	/** Finds the letter; says nothing without the verifier. */
	selector: string;
	verifier: string;
}

/** Luhn's check over this alphabet: every wrong character and nearly every swap of neighbours shows. */
function checksum(body: string): string {
	const size = alphabet.length;
	const sum = [...body].reverse().reduce((total, char, n) => {
		const value = alphabet.indexOf(char) * (n % 2 === 0 ? 2 : 1);
		return total + Math.floor(value / size) + (value % size);
	}, 0);
	return alphabet[(size - (sum % size)) % size] ?? '';
}

const random = (length: number) =>
	Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

export function newCode(): Code {
	const selector = random(selectorLength);
	const body = random(verifierLength - 1);
	return { selector, verifier: body + checksum(selector + body) };
}

/** As it is printed: `ABCDEF-GHJK-MNPQ-RSTV`. */
export const printedCode = ({ selector, verifier }: Code): string =>
	[selector, ...(verifier.match(/.{4}/g) ?? [])].join('-');

/** Reads what somebody typed: any case, spaces and dashes, digits of any script. Undefined: a typing mistake. */
export function readCode(typed: string): Code | undefined {
	const text = latinDigits(typed.normalize('NFKC'))
		.toUpperCase()
		.replace(/[\s\p{Pd}\p{Cf}.]/gu, '');
	if (text.length !== selectorLength + verifierLength || [...text].some((char) => !alphabet.includes(char)))
		return undefined;
	if (checksum(text.slice(0, -1)) !== text.at(-1)) return undefined;
	return { selector: text.slice(0, selectorLength), verifier: text.slice(selectorLength) };
}

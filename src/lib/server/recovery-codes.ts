import { randomInt } from 'node:crypto';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { findRecoveryHash, removeRecoveryCode, updateRecoveryCodes } from './db/second-factors.ts';
import { latinDigits } from './digits.ts';
import { hashSecret, isSecret } from './secrets.ts';

/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const howMany = 10;
/** `abcd` says which code it is; 17 characters of 4.95 bits are the secret: 84 bits (AUTH-09). */
const [selectorLength, secretLength] = [4, 17];

const random = (length: number) =>
	Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** In groups, to be copied by hand: `abcd-efgh-jkmn-pqrs-tuvwx`. */
const grouped = (code: string) => code.replace(/^(.{4})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5');

const plain = (typed: string) => latinDigits(typed).toLowerCase().replaceAll(/[\s-]/g, '');
const codeForm = new RegExp(`^([${alphabet}]{${selectorLength}})([${alphabet}]{${secretLength}})$`);
export const isRecoveryCode = (typed: string): boolean => codeForm.test(plain(typed));

export interface FreshCodes {
	/** To be shown once. */
	codes: string[];
	rows: { selector: string; hash: string }[];
}

/** Ten new codes with their hashes; made outside of a transaction, because hashing takes time (DUR-04). */
export async function newRecoveryCodes(): Promise<FreshCodes> {
	const selectors = new Set<string>();
	while (selectors.size < howMany) selectors.add(random(selectorLength));
	const made = [...selectors].map((selector) => ({ selector, secret: random(secretLength) }));
	const rows = await Promise.all(
		made.map(async ({ selector, secret }) => ({ selector, hash: await hashSecret(secret) }))
	);
	return { codes: made.map(({ selector, secret }) => grouped(selector + secret)), rows };
}

/** Puts them in the place of the former ones. */
export const keepRecoveryCodes = (tx: Writer, personId: string, { rows }: FreshCodes): Promise<void> =>
	updateRecoveryCodes(tx, personId, rows);

/** Whether this is an unused code of the person; takes as long for one that does not exist (AUTH-06). */
export async function isRecoveryCodeOf(
	personId: string,
	typed: string,
	tx: Reader = database().read
): Promise<boolean> {
	const [, selector = '', secret = ''] = codeForm.exec(plain(typed)) ?? [];
	return isSecret(secret, await findRecoveryHash(tx, personId, selector));
}

/** Uses a code up; false when somebody else was first. */
export const useRecoveryCode = (tx: Writer, personId: string, typed: string): Promise<boolean> =>
	removeRecoveryCode(tx, personId, codeForm.exec(plain(typed))?.[1] ?? '');

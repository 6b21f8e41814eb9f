import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCode, printedCode, readCode } from './activation-code.ts';

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

test('AUTH-07: every code can be read back as it is printed, in 1,000 of 1,000 cases', () => {
	for (let n = 0; n < 1000; n++) {
		const code = newCode();
		expect(readCode(printedCode(code))).toEqual(code);
	}
});

test('AUTH-07: one wrong character always shows', () => {
	fc.assert(
		fc.property(fc.nat(17), fc.nat(29), (at, other) => {
			const { selector, verifier } = newCode();
			const text = [...(selector + verifier)];
			fc.pre(text[at] !== alphabet[other]);
			text[at] = alphabet[other] ?? '';
			return readCode(text.join('')) === undefined;
		})
	);
});

test('AUTH-07: two neighbours that changed places show nearly always', () => {
	let missed = 0;
	let swapped = 0;
	for (let n = 0; n < 2000; n++) {
		const { selector, verifier } = newCode();
		const text = [...(selector + verifier)];
		const at = n % 17;
		const [left = '', right = ''] = [text[at], text[at + 1]];
		if (left === right) continue;
		[text[at], text[at + 1]] = [right, left];
		swapped++;
		if (readCode(text.join(''))) missed++;
	}
	expect(missed / swapped).toBeLessThan(0.02);
});

test.each([
	'',
	'ABCDEF',
	'0'.repeat(18),
	'ABCDEF-GHJK-MNPQ-RST',
	'O'.repeat(18),
	'\0'.repeat(18),
	'🙂'.repeat(9)
])('%j is no code', (text) => expect(readCode(text)).toBeUndefined());

test('AUTH-07: codes hold no 0 O 1 I L U and do not repeat in 2,000 letters', () => {
	const codes = Array.from({ length: 2000 }, () => printedCode(newCode()));
	expect(codes.join('')).not.toMatch(/[0O1ILU]/);
	expect(new Set(codes).size).toBe(2000);
});

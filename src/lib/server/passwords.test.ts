import { expect, test } from 'vitest';
import { commonPasswordCount, isCommonPassword } from './common-passwords.ts';
import { isGoodPassword, newOneTimePassword } from './passwords.ts';
import { hashSecret, isSecret } from './secrets.ts';

const whose = { email: 'n.deboer@linden.test', name: 'Noor de Boer', place: 'Linden' };

test('AUTH-03 the list has at least 10,000 entries', () => {
	expect(commonPasswordCount).toBeGreaterThanOrEqual(10_000);
});

test.each([
	['on the list as it is, of 12 characters', 'sonyericsson'],
	['with digits behind it', 'monkey123456'],
	['with a year and signs', 'Football2024!!'],
	['with signs before it', '!!!1234dragon'],
	['with signs for letters', 'F00tb@ll2026'],
	['twice', 'footballfootball'],
	['in capitals', 'SUPERMAN123456'],
	['in wide letters', 'ｓｕｐｅｒｍａｎ123456'],
	['a Dutch word', 'zaterdag2026']
])('AUTH-03 a common password is refused: %s', (_what, text) => {
	expect([...text].length).toBeGreaterThanOrEqual(12);
	expect(isGoodPassword(text, whose)).toBe(false);
});

test.each([
	'zeven natte fietsen',
	'vier blauwe paarden',
	'correct horse battery',
	'Tg7#mQ2!xL9p',
	'ሰለስተ ጸለምቲ ፈረሳት',
	'ثلاثة خيول زرقاء',
	'        .       ', // spaces and a dot: nobody tries that first
	'🐎🐎🐄🐖🐑🐐🦆🐓🐈🐕🐁🐇'
])('AUTH-03 any characters are allowed: %s', (text) => {
	expect(isGoodPassword(text, whose)).toBe(true);
});

test('AUTH-03 the name of the municipality is refused in it', () => {
	expect(isGoodPassword('mooi linden aan zee', whose)).toBe(false);
	expect(isGoodPassword('mooi linden aan zee', { ...whose, place: undefined })).toBe(true);
});

test('AUTH-03 a password that the portal makes is never on the list', () => {
	for (let n = 0; n < 500; n++) expect(isCommonPassword(newOneTimePassword())).toBe(false);
});

test('AUTH-03 nothing is cut off: a difference in character 128 counts, in four bytes too', async () => {
	for (const sign of ['a', '🐎']) {
		const start = sign.repeat(127);
		const hash = await hashSecret(`${start}b`);
		expect(await isSecret(`${start}b`, hash)).toBe(true);
		expect(await isSecret(`${start}c`, hash)).toBe(false);
		expect(await isSecret(start, hash)).toBe(false);
	}
	const long = Array.from({ length: 128 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('');
	expect(isGoodPassword(long, whose)).toBe(true);
	expect(isGoodPassword(`${long}x`, whose)).toBe(false);
});

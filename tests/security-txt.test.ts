import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '#lib/server/config.ts';
import { securityTxt, securityTxtWarning } from '#lib/server/security-txt.ts';

const at = Temporal.Instant.from('2026-12-01T12:00:00Z');
const required = {
	PORTAL_ORIGIN: 'https://pip.gemeente.nl',
	PORTAL_KEY: 'q1Zb0Jx7mCw3cYv9bq2f5r8tTn4uHk6yPdL1sEa0gXo='
};
function configWith(env: Record<string, string>) {
	const result = readConfig({ ...required, ...env });
	if (!result.ok) throw new Error(result.errors.join('; '));
	return result.config;
}
const expiresOf = (file: string) => /^Expires: (.*)$/m.exec(file)?.[1] ?? '';

test('HDR-05 security.txt has Contact, Expires, Preferred-Languages, Canonical and Policy, each once', () => {
	const file = securityTxt(
		configWith({
			PORTAL_SECURITY_CONTACT: 'mailto:beveiliging@gemeente.nl',
			PORTAL_SECURITY_EXPIRES: '2027-06-30'
		}),
		at
	);
	expect(file).toBe(
		[
			'Contact: mailto:beveiliging@gemeente.nl',
			'Expires: 2027-06-30T23:59:59Z',
			'Preferred-Languages: nl, en',
			'Canonical: https://pip.gemeente.nl/.well-known/security.txt',
			'Policy: https://pip.gemeente.nl/privacy',
			''
		].join('\n')
	);
});

test('HDR-05 without settings the file names the portal itself and ends 30 to 365 days ahead', () => {
	const file = securityTxt(configWith({}), at);
	expect(file).toContain('Contact: https://pip.gemeente.nl/privacy\n');
	const days = at.until(Temporal.Instant.from(expiresOf(file)), { largestUnit: 'hours' }).hours / 24;
	expect(days).toBeGreaterThanOrEqual(30);
	expect(days).toBeLessThanOrEqual(365);
	expect(securityTxtWarning(configWith({}), at)).toBeUndefined();
});

test.each([
	['2026-11-30', /ended 1 days ago/],
	['2026-12-30', /ends in 29 days/],
	['2026-12-31', undefined],
	['2027-12-01', undefined],
	['2027-12-02', /more than 365/]
])('HDR-05 a file that ends on %s on 1 December 2026 warns: %s', (expires, warning) => {
	const settings = configWith({
		PORTAL_SECURITY_CONTACT: 'https://gemeente.nl/melden',
		PORTAL_SECURITY_EXPIRES: expires
	});
	const said = securityTxtWarning(settings, at);
	if (warning) expect(said).toMatch(warning);
	else expect(said).toBeUndefined();
});

test.each([
	['a contact that is no address', { PORTAL_SECURITY_CONTACT: 'beveiliging@gemeente.nl' }],
	[
		'a contact of two lines',
		{ PORTAL_SECURITY_CONTACT: 'mailto:a@b.nl\nPolicy: x', PORTAL_SECURITY_EXPIRES: '2027-06-30' }
	],
	['a contact without an end', { PORTAL_SECURITY_CONTACT: 'mailto:a@b.nl' }],
	['a day that does not exist', { PORTAL_SECURITY_EXPIRES: '2027-02-30' }]
])('HDR-05 the portal does not start with %s', (_what, env) => {
	expect(readConfig({ ...required, ...env }).ok).toBe(false);
});

test('HDR-05 robots.txt denies the whole app', () => {
	expect(readFileSync('static/robots.txt', 'utf8')).toBe('User-agent: *\nDisallow: /\n');
});

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from './config.ts';

const key = randomBytes(32).toString('base64');
const pem = (modulusLength: number) =>
	generateKeyPairSync('rsa', { modulusLength })
		.privateKey.export({ type: 'pkcs8', format: 'pem' })
		.toString();
const good = { PORTAL_ORIGIN: 'https://pip.gemeente.nl', PORTAL_KEY: key };

function errorsOf(env: Record<string, string>): string[] {
	const result = readConfig(env);
	return result.ok ? [] : result.errors;
}

test('OPS-01 two settings are enough and the rest has the documented defaults', () => {
	const result = readConfig({ ...good, PATH: '/usr/bin', DATA_DIR: '' });
	if (!result.ok) throw new Error(result.errors.join('; '));
	expect(result.config).toMatchObject({
		portalOrigin: 'https://pip.gemeente.nl',
		isHttps: true,
		host: '127.0.0.1',
		port: 3000,
		dataDir: './data',
		trustedProxies: [],
		extraHosts: [],
		logLevel: 'info',
		isDemo: false
	});
	expect(result.config.database).toEqual({ engine: 'sqlite', file: './data/portal.db' });
	expect(result.config.portalKey.export().toString('base64')).toBe(key);
});

test.each([
	['a missing origin', 'PORTAL_ORIGIN', { PORTAL_ORIGIN: '' }],
	['an origin with a path', 'PORTAL_ORIGIN', { PORTAL_ORIGIN: 'https://pip.nl/portaal' }],
	['an origin that is no address', 'PORTAL_ORIGIN', { PORTAL_ORIGIN: 'pip.nl' }],
	['another scheme', 'PORTAL_ORIGIN', { PORTAL_ORIGIN: 'ftp://pip.nl' }],
	['http on a public name', 'PORTAL_ORIGIN', { PORTAL_ORIGIN: 'http://pip.nl', ALLOW_INSECURE: '1' }],
	['http on loopback without ALLOW_INSECURE', 'PORTAL_ORIGIN', { PORTAL_ORIGIN: 'http://localhost:3000' }],
	[
		'a name that only begins like loopback',
		'PORTAL_ORIGIN',
		{ PORTAL_ORIGIN: 'http://localhost.evil.nl', ALLOW_INSECURE: '1' }
	],
	['a missing key', 'PORTAL_KEY', { PORTAL_KEY: '' }],
	['a short key', 'PORTAL_KEY', { PORTAL_KEY: randomBytes(31).toString('base64') }],
	['a key of zero bytes', 'PORTAL_KEY', { PORTAL_KEY: Buffer.alloc(32).toString('base64') }],
	['a key of one repeated byte', 'PORTAL_KEY', { PORTAL_KEY: Buffer.alloc(32, 7).toString('base64') }],
	[
		'a counted key',
		'PORTAL_KEY',
		{ PORTAL_KEY: Buffer.from(Array.from({ length: 32 }, (_, n) => n)).toString('base64') }
	],
	['a sample key', 'PORTAL_KEY', { PORTAL_KEY: 'changeme' }],
	['a sample key of the right length', 'PORTAL_KEY', { PORTAL_KEY: `change${key.slice(6)}` }],
	[
		'a key of sample words',
		'PORTAL_KEY',
		{ PORTAL_KEY: Buffer.from('please change me to another key!').toString('base64') }
	],
	['a port that is a word', 'PORT', { PORT: 'http' }],
	['a port out of range', 'PORT', { PORT: '65536' }],
	['a host with a scheme', 'HOST', { HOST: 'http://127.0.0.1' }],
	['an unknown engine', 'DATABASE_URL', { DATABASE_URL: 'mysql://db/portal' }],
	['an empty file', 'DATABASE_URL', { DATABASE_URL: 'file:' }],
	['a mail server without scheme', 'SMTP_URL', { SMTP_URL: 'mail.gemeente.nl' }],
	['a proxy that is a name', 'TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1, proxy' }],
	['a range too wide', 'TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/33' }],
	['a host with a path', 'EXTRA_HOSTS', { EXTRA_HOSTS: 'pip.nl/x' }],
	['an issuer on http', 'OIDC_ISSUER', { OIDC_ISSUER: 'http://idp.nl', OIDC_CLIENT_ID: 'pip' }],
	['an issuer without client', 'OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://idp.nl' }],
	['a client without issuer', 'OIDC_ISSUER', { OIDC_CLIENT_ID: 'pip' }],
	[
		'a short client secret',
		'OIDC_CLIENT_SECRET',
		{ OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_CLIENT_SECRET: 'short' }
	],
	['a name for no provider', 'OIDC_ISSUER', { OIDC_NAME: 'DigiD' }],
	['levels for no provider', 'OIDC_ISSUER', { OIDC_ACR_VALUES: 'hoog' }],
	[
		'an issuer on http of this machine',
		'OIDC_ISSUER',
		{ OIDC_ISSUER: 'http://localhost:1', OIDC_CLIENT_ID: 'p' }
	],
	[
		'participants without a level (AUTH-02)',
		'OIDC_ACR_VALUES',
		{ OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_FOR: 'participants' }
	],
	[
		'an unknown audience',
		'OIDC_FOR',
		{ OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_FOR: 'all' }
	],
	['levels with a line break', 'OIDC_ACR_VALUES', { OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_ACR_VALUES: 'a\nb' }], // prettier-ignore
	['something else than a private key', 'OIDC_CLIENT_KEY', { OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_CLIENT_KEY: 'key' }], // prettier-ignore
	['a short private key', 'OIDC_CLIENT_KEY', { OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_CLIENT_KEY: pem(1024) }], // prettier-ignore
	['a private key beside a secret', 'OIDC_CLIENT_KEY', { OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'p', OIDC_CLIENT_KEY: pem(2048), OIDC_CLIENT_SECRET: 'hidden-three-0123456789' }], // prettier-ignore
	['an unknown log level', 'LOG_LEVEL', { LOG_LEVEL: 'loud' }],
	['a flag that is a word', 'DEMO', { DEMO: 'yes' }],
	['the demo on a public address (OPS-12)', 'DEMO', { DEMO: '1' }],
	['an unknown PORTAL_ name', 'PORTAL_ORIGEN', { PORTAL_ORIGEN: 'https://pip.nl' }],
	['an unknown OIDC_ name', 'OIDC_ISSUR', { OIDC_ISSUR: 'https://pip.nl' }]
])('OPS-01 refuses %s by the name %s alone', (_, name, change) => {
	const errors = errorsOf({ ...good, ...change });
	expect(errors.map((error) => error.split(':')[0])).toEqual([name]);
});

test('OPS-01 tells all problems together and none of the values', () => {
	const errors = errorsOf({
		PORTAL_ORIGIN: 'nowhere',
		PORT: 'zero',
		PORTAL_KEY: 'my-own-secret-value',
		SMTP_URL: 'pop://u:my-own-secret-value@h',
		PORTAL_COLOUR: 'my-own-secret-value'
	});
	expect(errors.map((error) => error.split(':')[0]).sort()).toEqual(
		['PORTAL_COLOUR', 'PORTAL_KEY', 'PORTAL_ORIGIN', 'PORT', 'SMTP_URL'].sort()
	);
	expect(errors.join()).not.toContain('my-own-secret-value');
});

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://pip.localhost'])(
	'OPS-01 allows %s with ALLOW_INSECURE=1, and OPS-12 the demo there',
	(origin) => {
		const result = readConfig({ ...good, PORTAL_ORIGIN: origin, ALLOW_INSECURE: '1', DEMO: '1' });
		expect(result).toMatchObject({ ok: true, config: { isDemo: true, isHttps: false } });
	}
);

test('OPS-01 reads each secret from a file as well', () => {
	const folder = mkdtempSync(join(tmpdir(), 'config-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'key'), `${key}\n`);
	writeFileSync(join(folder, 'db'), 'postgres://u:p@h/portal\n');
	const env = { PORTAL_ORIGIN: good.PORTAL_ORIGIN, PORTAL_KEY_FILE: join(folder, 'key') };
	const result = readConfig({ ...env, DATABASE_URL_FILE: join(folder, 'db') });
	if (!result.ok) throw new Error(result.errors.join('; '));
	expect(result.config.database).toEqual({ engine: 'postgres', url: 'postgres://u:p@h/portal' });
	expect(errorsOf({ ...env, PORTAL_KEY: key })).toHaveLength(1);
	expect(errorsOf({ ...env, PORTAL_KEY_FILE: join(folder, 'absent') })).toEqual([
		expect.stringMatching(/^PORTAL_KEY_FILE: /)
	]);
});

test('OPS-01 printing the configuration shows no secret', () => {
	const result = readConfig({
		...good,
		DATABASE_URL: 'postgres://u:hidden-one@h/portal',
		SMTP_URL: 'smtp://u:hidden-two@h',
		OIDC_ISSUER: 'https://idp.nl',
		OIDC_CLIENT_ID: 'pip',
		OIDC_CLIENT_SECRET: 'hidden-three-0123456789'
	});
	if (!result.ok) throw new Error(result.errors.join('; '));
	expect(result.config.oidc?.clientSecret).toBe('hidden-three-0123456789');
	const printed = `${inspect(result)} ${JSON.stringify(result)}`;
	expect(printed).not.toContain('hidden-');
	expect(printed).not.toContain(key);
});

test.each([
	[{}, { acrValues: [], isForParticipants: false, isForStaff: true }],
	[
		{ OIDC_ACR_VALUES: 'midden  hoog' },
		{ acrValues: ['midden', 'hoog'], isForParticipants: true, isForStaff: true }
	],
	[
		{ OIDC_ACR_VALUES: 'hoog', OIDC_FOR: 'participants' },
		{ isForParticipants: true, isForStaff: false }
	],
	[
		{ OIDC_ACR_VALUES: 'hoog', OIDC_FOR: 'staff' },
		{ isForParticipants: false, isForStaff: true }
	]
])('AUTH-02 an identity provider with %j is for %j', (change, expected) => {
	const result = readConfig({ ...good, OIDC_ISSUER: 'https://idp.nl', OIDC_CLIENT_ID: 'pip', ...change });
	if (!result.ok) throw new Error(result.errors.join('; '));
	expect(result.config.oidc).toMatchObject(expected);
});

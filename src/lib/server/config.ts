import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
	isAcrList,
	isContact,
	isDatabaseUrl,
	isDayText,
	isHostName,
	isHostWithPort,
	isIssuer,
	isKey,
	isLoopback,
	isOrigin,
	isPort,
	isRange,
	isSecret,
	isSigningKey,
	isSmtpUrl
} from './config-checks.ts';

export type Database = { engine: 'sqlite'; file: string } | { engine: 'postgres' | 'pglite'; url: string };

export type Oidc = {
	issuer: string;
	clientId: string;
	clientSecret: string | undefined;
	/** The private key that proves who the portal is, instead of a secret (NL GOV: private_key_jwt). */
	clientKey: KeyObject | undefined;
	scope: string;
	/** The accepted levels of certainty (acr): an answer with any other is refused. Empty: none is asked for. */
	acrValues: string[];
	/** What people know it by: the name on the button. */
	name: string;
	isForParticipants: boolean;
	isForStaff: boolean;
};

/** Secrets (portalKey, smtpUrl, databaseUrl, database, oidc) are not enumerable: no log or JSON shows them. */
export type Config = {
	portalOrigin: string;
	isHttps: boolean;
	host: string;
	port: number;
	databaseUrl: string;
	database: Database;
	dataDir: string;
	portalKey: KeyObject;
	smtpUrl: string | undefined;
	trustedProxies: string[];
	extraHosts: string[];
	oidc: Oidc | undefined;
	logLevel: (typeof logLevels)[number];
	isDemo: boolean;
	/** mailto: or https: address for reports of a weakness; absent: the privacy page (HDR-05). */
	securityContact: string | undefined;
	/** The last day of security.txt, YYYY-MM-DD. */
	securityExpires: string | undefined;
};

export type ConfigResult = { ok: true; config: Config } | { ok: false; errors: string[] };

type Environment = Record<string, string | undefined>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const oidcFor = ['participants', 'staff', 'everybody'] as const;
const secretNames = [
	'PORTAL_KEY',
	'SMTP_URL',
	'DATABASE_URL',
	'OIDC_CLIENT_SECRET',
	'OIDC_CLIENT_KEY'
] as const;

const flag = (expected: string) =>
	z
		.enum(['0', '1'], { error: expected })
		.default('0')
		.transform((value) => value === '1');

const checked = (expected: string, isGood: (text: string) => boolean) =>
	z.string({ error: expected }).refine(isGood, { error: expected });

const list = (expected: string, isGood: (item: string) => boolean) =>
	z
		.string()
		.default('')
		.transform((text) =>
			text
				.split(',')
				.map((item) => item.trim())
				.filter(Boolean)
		)
		.refine((items) => items.every(isGood), { error: expected });

const fields = {
	PORTAL_ORIGIN: checked(
		'the address people open, scheme and host only, for example https://pip.gemeente.nl',
		isOrigin
	).transform((text) => new URL(text).origin),
	HOST: checked('the address to listen on, for example 127.0.0.1', isHostName).default('127.0.0.1'),
	PORT: checked('a port number from 1 to 65535', isPort).default('3000').transform(Number),
	DATABASE_URL: checked(
		'file:./data/portal.db or postgres://user:password@host/database',
		isDatabaseUrl
	).default('file:./data/portal.db'),
	DATA_DIR: checked('the path of a folder', (text) => !text.includes('\0')).default('./data'),
	PORTAL_KEY: checked('32 random bytes in base64: make them with `openssl rand -base64 32`', isKey),
	SMTP_URL: checked(
		'smtp://… or smtps://…, the address of the mail server; ?from=… says who the mail is from',
		isSmtpUrl
	).optional(),
	TRUSTED_PROXIES: list('IP addresses or ranges with commas between, for example 10.0.0.0/8', isRange),
	EXTRA_HOSTS: list('host names with commas between, for example www.pip.gemeente.nl', isHostWithPort),
	OIDC_ISSUER: checked('the https:// address of the identity provider', isIssuer).optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: checked('a secret of at least 16 characters, not a sample', isSecret).optional(),
	OIDC_CLIENT_KEY: checked(
		'a private key in PEM: RSA of at least 2048 bits, or P-256',
		isSigningKey
	).optional(),
	OIDC_SCOPE: checked('scopes with spaces between, openid among them', (text) =>
		text.split(' ').includes('openid')
	).default('openid'),
	OIDC_ACR_VALUES: checked('at most ten levels (acr) with spaces between', isAcrList).optional(),
	OIDC_NAME: z.string().max(60, { error: 'a name of at most 60 characters' }).optional(),
	OIDC_FOR: z.enum(oidcFor, { error: `one of ${oidcFor.join(', ')}` }).optional(),
	PORTAL_SECURITY_CONTACT: checked(
		'mailto:… or https://…, where somebody can report a weakness',
		isContact
	).optional(),
	PORTAL_SECURITY_EXPIRES: checked(
		'the last day of security.txt, 30 to 365 days ahead, for example 2027-06-30',
		isDayText
	).optional(),
	LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
	DEMO: flag('1 for the demo, otherwise leave it out'),
	ALLOW_INSECURE: flag('1 to allow http on this machine only, otherwise leave it out')
};

type Values = { [Name in keyof typeof fields]: z.output<(typeof fields)[Name]> };

/** Checks the whole environment and tells every problem at once; errors name the variable, never a value of a secret. */
export function readConfig(
	env: Environment,
	readFile: (path: string) => string = (path) => readFileSync(path, 'utf8')
): ConfigResult {
	const errors: string[] = [];
	const given = withoutEmpty(env);
	for (const name of unknownNames(given)) {
		errors.push(`${name}: not a known setting; known are ${knownNames().filter(isOurs).join(', ')}`);
	}
	const readable = readSecrets(given, readFile, errors);
	const values: Partial<Values> = {};
	for (const name of Object.keys(fields) as (keyof typeof fields)[]) {
		if (readable.failed.has(name)) continue;
		const result = fields[name].safeParse(readable.env[name]);
		if (result.success) Object.assign(values, { [name]: result.data });
		else errors.push(`${name}: expected ${result.error.issues[0]?.message}`);
	}
	errors.push(...contradictions(values));
	return errors.length > 0 ? { ok: false, errors } : { ok: true, config: toConfig(values as Values) };
}

let read: Config | undefined;

/** The configuration of this process, read once; throws with all problems when it is not valid. */
export function config(): Config {
	if (read) return read;
	const result = readConfig(process.env.VITEST ? { ...forTests, ...process.env } : process.env);
	if (!result.ok) throw new Error(`The configuration is not valid:\n  ${result.errors.join('\n  ')}`);
	read = result.config;
	return read;
}

// Unit tests only: the server validates the real environment itself before it loads the app.
const forTests: Environment = {
	PORTAL_ORIGIN: 'http://localhost:3000',
	ALLOW_INSECURE: '1',
	PORTAL_KEY: 'q1Zb0Jx7mCw3cYv9bq2f5r8tTn4uHk6yPdL1sEa0gXo='
};

function contradictions(values: Partial<Values>): string[] {
	const found: string[] = [];
	const origin = values.PORTAL_ORIGIN;
	const loopback = origin !== undefined && isLoopback(new URL(origin).hostname);
	if (origin?.startsWith('http:') && !loopback) {
		found.push('PORTAL_ORIGIN: expected https://; http is for this machine only (localhost)');
	} else if (origin?.startsWith('http:') && values.ALLOW_INSECURE === false) {
		found.push('PORTAL_ORIGIN: expected https://; http on this machine needs ALLOW_INSECURE=1');
	}
	if (values.DEMO && origin !== undefined && !loopback) {
		found.push('DEMO: the demo runs only where PORTAL_ORIGIN is this machine (localhost)');
	}
	if (values.PORTAL_SECURITY_CONTACT && !values.PORTAL_SECURITY_EXPIRES) {
		found.push('PORTAL_SECURITY_EXPIRES: expected the last day on which PORTAL_SECURITY_CONTACT is right');
	}
	found.push(...halfOidc(values));
	return found;
}

/** Half an identity provider is refused at start: nobody should find out at the sign-in page. */
function halfOidc(values: Partial<Values>): string[] {
	// What is malformed has been named already.
	if (!('OIDC_ISSUER' in values)) return [];
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_ACR_VALUES: acr, OIDC_FOR: who } = values;
	if (!issuer) {
		const needsIssuer = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_CLIENT_KEY', 'OIDC_ACR_VALUES', 'OIDC_NAME', 'OIDC_FOR'] as const; // prettier-ignore
		const given = needsIssuer.filter((name) => values[name]);
		return given.length > 0
			? [`OIDC_ISSUER: expected the https:// address of the identity provider, beside ${given.join(', ')}`]
			: [];
	}
	const found: string[] = [];
	if (!clientId) found.push('OIDC_CLIENT_ID: expected the client id that belongs to OIDC_ISSUER');
	if (values.OIDC_CLIENT_SECRET && values.OIDC_CLIENT_KEY)
		found.push('OIDC_CLIENT_KEY: expected either OIDC_CLIENT_KEY or OIDC_CLIENT_SECRET, not both');
	if (issuer.startsWith('http:') && values.ALLOW_INSECURE === false)
		found.push('OIDC_ISSUER: expected https://; http on this machine needs ALLOW_INSECURE=1');
	if (!acr && (who === 'participants' || who === 'everybody'))
		found.push(
			'OIDC_ACR_VALUES: expected the levels (acr) that are enough for participants, or OIDC_FOR=staff'
		);
	return found;
}

function toConfig(values: Values): Config {
	const open = {
		portalOrigin: values.PORTAL_ORIGIN,
		isHttps: values.PORTAL_ORIGIN.startsWith('https:'),
		host: values.HOST,
		port: values.PORT,
		dataDir: values.DATA_DIR,
		trustedProxies: values.TRUSTED_PROXIES,
		extraHosts: values.EXTRA_HOSTS.map((host) => host.toLowerCase()),
		logLevel: values.LOG_LEVEL,
		isDemo: values.DEMO,
		securityContact: values.PORTAL_SECURITY_CONTACT,
		securityExpires: values.PORTAL_SECURITY_EXPIRES
	};
	const secret = {
		databaseUrl: values.DATABASE_URL,
		database: toDatabase(values.DATABASE_URL),
		portalKey: createSecretKey(Buffer.from(values.PORTAL_KEY, 'base64')),
		smtpUrl: values.SMTP_URL,
		oidc: toOidc(values)
	};
	for (const [name, value] of Object.entries(secret)) Object.defineProperty(open, name, { value });
	return open as Config;
}

function toDatabase(url: string): Database {
	if (url.startsWith('file:')) return { engine: 'sqlite', file: url.slice('file:'.length) };
	return { engine: url.startsWith('pglite:') ? 'pglite' : 'postgres', url };
}

function toOidc(values: Values): Oidc | undefined {
	if (!values.OIDC_ISSUER || !values.OIDC_CLIENT_ID) return undefined;
	const acrValues = values.OIDC_ACR_VALUES?.split(' ').filter(Boolean) ?? [];
	// Without a level nobody knows how sure the provider is: never enough for participants (AUTH-02).
	const who = values.OIDC_FOR ?? (acrValues.length > 0 ? 'everybody' : 'staff');
	return {
		issuer: values.OIDC_ISSUER,
		clientId: values.OIDC_CLIENT_ID,
		clientSecret: values.OIDC_CLIENT_SECRET,
		clientKey: values.OIDC_CLIENT_KEY ? createPrivateKey(values.OIDC_CLIENT_KEY) : undefined,
		scope: values.OIDC_SCOPE,
		acrValues,
		name: values.OIDC_NAME ?? 'OIDC',
		isForParticipants: who !== 'staff',
		isForStaff: who !== 'participants'
	};
}

function withoutEmpty(env: Environment): Environment {
	return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function readSecrets(env: Environment, readFile: (path: string) => string, errors: string[]) {
	const complete = { ...env };
	const failed = new Set<string>();
	for (const name of secretNames) {
		const path = env[`${name}_FILE`];
		if (path === undefined) continue;
		if (env[name] !== undefined)
			errors.push(`${name}_FILE: expected either ${name} or ${name}_FILE, not both`);
		try {
			complete[name] = readFile(path).trim();
		} catch {
			failed.add(name);
			errors.push(`${name}_FILE: expected the path of a file that this process can read`);
		}
	}
	return { env: complete, failed };
}

function knownNames(): string[] {
	return [...Object.keys(fields), ...secretNames.map((name) => `${name}_FILE`)];
}

function unknownNames(env: Environment): string[] {
	return Object.keys(env).filter((name) => isOurs(name) && !knownNames().includes(name));
}

function isOurs(name: string): boolean {
	return name.startsWith('PORTAL_') || name.startsWith('OIDC_');
}

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type BrowserLaunch = { executablePath: string; args: string[]; env: Record<string, string> };

const fromSystem = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
const inflated = join(cache, 'chromium');

// No sandbox: tests run as root in containers, and open nothing but the portal under test.
const quiet = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/** A browser without downloading one: $CHROMIUM, the system's, else the one that came with npm. */
export async function findChromium(): Promise<BrowserLaunch> {
	const own = process.env.CHROMIUM;
	if (own && !existsSync(own)) throw new Error(`CHROMIUM: there is no file ${own}`);
	const path = own || fromSystem.find((file) => existsSync(file));
	if (path) return { executablePath: path, args: quiet, env: plainEnv() };
	if (!existsSync(inflated)) await inflateFromNpm();
	const env = {
		...plainEnv(),
		FONTCONFIG_FILE: join(inflated, 'fonts.conf'),
		LD_LIBRARY_PATH: [join(inflated, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
	};
	return { executablePath: join(inflated, 'chromium'), args: quiet, env };
}

/** Into a folder of its own first: a browser that is half there must never be found by another process. */
async function inflateFromNpm(): Promise<void> {
	const half = `${inflated}-${process.pid}`;
	mkdirSync(half, { recursive: true });
	const temporary = process.env.TMPDIR;
	process.env.TMPDIR = half;
	try {
		const { inflate } = await import('@sparticuz/chromium');
		const packed = fileURLToPath(new URL('../node_modules/@sparticuz/chromium/bin/', import.meta.url));
		if (tmpdir() !== half) throw new Error('the browser would be unpacked elsewhere');
		for (const archive of readdirSync(packed)) await inflate(join(packed, archive));
	} finally {
		if (temporary === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = temporary;
	}
	// The one in the archive names folders of another system.
	const folders = [join(inflated, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
	writeFileSync(
		join(half, 'fonts.conf'),
		`<?xml version="1.0"?>\n<fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${join(inflated, 'fonts-cache')}</cachedir></fontconfig>\n`
	);
	try {
		renameSync(half, inflated);
	} catch (error) {
		rmSync(half, { recursive: true, force: true });
		if (!existsSync(inflated)) throw error;
	}
}

function plainEnv(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await findChromium()).executablePath);

// The demo's settings, key and people, for demo.mjs and dev.mjs.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, node26, projectEnv, root } from './ensure.mjs';

export const demoFolder = join(root, 'data', 'demo');

/** What the environment says wins; only DEMO and ALLOW_INSECURE are fixed. @param {string} port */
export function demoEnv(port) {
	return {
		DATABASE_URL: process.env.DATABASE_URL ?? 'file:./data/demo/portal.db',
		DATA_DIR: process.env.DATA_DIR ?? './data/demo',
		LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
		PORTAL_ORIGIN: process.env.PORTAL_ORIGIN ?? `http://localhost:${port}`,
		PORT: port,
		...demoKey(),
		DEMO: '1',
		ALLOW_INSECURE: '1'
	};
}

export function startOver() {
	rmSync(demoFolder, { recursive: true, force: true });
}

/** Fills an empty database with the demo people; prints who they are. @param {NodeJS.ProcessEnv} env */
export function fillDemo(env) {
	// For this process and all it starts: the database is for its owner alone (OPS-07).
	process.umask(0o077);
	const filled = spawnSync(node26(), [join(root, 'scripts', 'fill-demo.ts')], {
		cwd: root,
		env: projectEnv(env),
		stdio: ['ignore', 'inherit', 'inherit']
	});
	if (filled.status !== 0)
		fail('The demo could not be filled; the reason stands above. Start over with: npm run demo -- --fresh');
}

/** Made once, so that what the first start wrote can still be read by the second. */
function demoKey() {
	if (process.env.PORTAL_KEY || process.env.PORTAL_KEY_FILE) return {};
	const file = join(demoFolder, 'portal.key');
	mkdirSync(demoFolder, { recursive: true, mode: 0o700 });
	if (!existsSync(file))
		writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
	return { PORTAL_KEY: readFileSync(file, 'utf8').trim() };
}

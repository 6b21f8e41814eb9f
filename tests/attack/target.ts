import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { answerOf } from './ask.ts';
import { plant, subjectsOf } from './plant.ts';

/** The built server on a scratch SQLite database with the demo people, canaries in it and a trigger on every table. */
export interface Target {
	port: number;
	/** As a browser would say it: https, though the test speaks to the socket behind the proxy. */
	origin: string;
	db: Sqlite.Database;
	/** All inburgeraars of the demo in the order of their canaries; goals add others, without one. */
	subjects: string[];
	/** The database. */
	file: string;
	/** Settings of the server, for the command line on the same database. */
	env: NodeJS.ProcessEnv;
	/** Everything the server wrote. */
	log: () => string;
	isAlive: () => boolean;
	/** Memory in use by the server, in MB. */
	memory: () => number;
	stop: () => Promise<number | null>;
}

const ended = (child: ChildProcess) =>
	new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** @param isPlain over http on loopback, as a browser without a proxy needs it */
export async function startTarget(
	port: number,
	isPlain = false,
	more: NodeJS.ProcessEnv = {}
): Promise<Target> {
	const folder = mkdtempSync(join(tmpdir(), 'mijnpip-attack-'));
	const file = join(folder, 'portal.db');
	const origin = `${isPlain ? 'http' : 'https'}://localhost:${port}`;
	const env = {
		...process.env,
		...{
			PORTAL_ORIGIN: origin,
			PORT: String(port),
			HOST: '127.0.0.1',
			DEMO: '1',
			LOG_LEVEL: 'warn',
			...(isPlain ? { ALLOW_INSECURE: '1' } : {}),
			TRUSTED_PROXIES: '127.0.0.1'
		},
		// An identity provider that is down: its pages and the way back are attacked as well.
		...{
			OIDC_ISSUER: 'http://127.0.0.1:9',
			OIDC_CLIENT_ID: 'mijnpip',
			OIDC_ACR_VALUES: 'hoog',
			ALLOW_INSECURE: '1'
		},
		...{ DATABASE_URL: `file:${file}`, DATA_DIR: folder, NODE_ENV: 'production' },
		PORTAL_KEY: randomBytes(32).toString('base64'),
		...more
	};
	const filled = spawn(process.execPath, ['scripts/fill-demo.ts'], {
		env,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if ((await ended(filled)) !== 0) throw new Error('scripts/fill-demo.ts failed');
	const db = new Sqlite(file);
	db.pragma('busy_timeout = 10000');
	plant(db);
	const subjects = subjectsOf(db);

	// With room to spare the engine collects garbage so late that nothing can be said about memory (G4).
	const child = spawn(process.execPath, ['--max-old-space-size=256', 'src/server/main.ts'], {
		env,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
	for (let n = 0; ; n++) {
		const ready = await answerOf({ port, path: '/readyz' }).catch(() => undefined);
		if (ready?.status === 200) break;
		if (n > 300 || child.exitCode !== null) throw new Error(`The built server did not start:\n${output}`);
		await wait(200);
	}
	const stopped = ended(child);
	return {
		...{ port, origin, db, file, env, subjects },
		log: () => output,
		isAlive: () => child.exitCode === null,
		memory: () =>
			Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
		async stop() {
			child.kill('SIGTERM');
			const code = await stopped;
			db.close();
			rmSync(folder, { recursive: true, force: true });
			return code;
		}
	};
}

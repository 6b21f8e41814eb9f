import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Served {
	name: string;
	origin: string;
	/** Milliseconds from the start of the process to the first answer. */
	startMs: number;
	/** Processor time of all its threads so far, in milliseconds. */
	cpu(): number;
	/** Resident memory in MB. */
	memory(): number;
	stop(): Promise<void>;
}

const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

/** Starts a Node program that listens on PORT, and waits for its first answer. */
async function serve(name: string, args: string[], path: string, env: NodeJS.ProcessEnv): Promise<Served> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const started = performance.now();
	const child = spawn(process.execPath, args, {
		env: {
			...process.env,
			...env,
			PORT: String(port),
			HOST: '127.0.0.1',
			PORTAL_ORIGIN: origin,
			ORIGIN: origin
		},
		stdio: ['ignore', 'ignore', 'inherit']
	});
	// When measuring fails half-way, nothing it started stays behind.
	process.once('exit', () => child.kill());
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	for (let n = 0; ; n++) {
		const answer = await fetch(`${origin}${path}`).catch(() => undefined);
		if (answer?.ok) break;
		if (n > 6000 || child.exitCode !== null) throw new Error(`${name} did not start`);
		await wait(10);
	}
	const startMs = performance.now() - started;
	return {
		...{ name, origin, startMs },
		cpu: () => cpuOf(child.pid ?? 0),
		memory: () =>
			Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
		async stop() {
			child.kill('SIGTERM');
			await ended;
		}
	};
}

/** The first number of schedstat is the time on a processor in nanoseconds: finer than the ticks of /proc/<pid>/stat. */
function cpuOf(pid: number): number {
	const threads = readdirSync(`/proc/${pid}/task`);
	const times = threads.map((thread) => {
		try {
			return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
		} catch {
			return 0; // The thread has just ended.
		}
	});
	return times.reduce((sum, ms) => sum + ms, 0);
}

/** The settings of `npm start`, except that demo people may come in and that it speaks http. */
export const portalEnv = (file: string) => ({
	...{ NODE_ENV: 'production', ALLOW_INSECURE: '1', DEMO: '1', LOG_LEVEL: 'error', DATA_DIR: 'data/bench' },
	...{ DATABASE_URL: `file:${file}`, PORTAL_KEY: randomBytes(32).toString('base64') }
});

/** The built portal on this database. */
export const servePortal = (name: string, file: string): Promise<Served> =>
	serve(name, ['src/server/main.ts'], '/readyz', portalEnv(file));

export const serveHello = (folder: string): Promise<Served> =>
	serve('hello', [`${folder}/build/index.js`], '/', { NODE_ENV: 'production' });

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Round } from './in-process.ts';
import { portalEnv } from './server.ts';

/** A process that measures on one database, a round at a time, so that two of them can take turns. */
export function inProcess(file: string, reads: number, writes: number) {
	const child = spawn(process.execPath, ['scripts/bench/in-process.ts', String(reads), String(writes)], {
		env: { ...process.env, ...portalEnv(file), PORTAL_ORIGIN: 'http://localhost' },
		stdio: ['pipe', 'pipe', 'inherit']
	});
	process.once('exit', () => child.kill());
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	return {
		async round(): Promise<Round> {
			child.stdin.write('\n');
			const { value, done } = await lines.next();
			if (done) throw new Error('the measuring process ended');
			return JSON.parse(value) as Round;
		},
		async stop() {
			child.stdin.end();
			await ended;
		}
	};
}

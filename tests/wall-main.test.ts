import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeBytes } from './wall-bench.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder = '';

// A copy of the entry point with a build of four lines: what is tested is starting, stopping and the environment.
const fakeHandler = `
const asked = ['ORIGIN', 'ADDRESS_HEADER', 'BODY_SIZE_LIMIT', 'PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER', 'XFF_DEPTH'];
const env = Object.fromEntries(asked.map((name) => [name, process.env[name]]));
process.on('sveltekit:shutdown', async () => {
	await new Promise((resolve) => setTimeout(resolve, 50));
	process.stdout.write('database closed\\n');
});
export const handler = (request, response) => {
	if (request.url === '/slow') setTimeout(() => response.end('slow but whole'), 500);
	else if (request.url === '/crash') setTimeout(() => { throw new Error('outside'); }, 1);
	else if (request.url === '/reject') void Promise.reject(new Error('outside'));
	else response.end(JSON.stringify(env));
};`;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'wall-main-'));
	for (const part of [
		'src/server',
		'src/lib/server/config.ts',
		'src/lib/server/config-checks.ts',
		'src/lib/server/log.ts'
	]) {
		cpSync(join(root, part), join(folder, part), { recursive: true });
	}
	cpSync(join(root, 'package.json'), join(folder, 'package.json'));
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	mkdirSync(join(folder, 'build/client'), { recursive: true });
	writeFileSync(join(folder, 'build/client/logo.svg'), '<svg/>');
	writeFileSync(join(folder, 'build/handler.js'), fakeHandler);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	return port;
}

async function startPortal(change: Record<string, string> = {}) {
	const port = await freePort();
	const env = {
		PATH: process.env.PATH,
		PORTAL_ORIGIN: `http://localhost:${port}`,
		ALLOW_INSECURE: '1',
		PORTAL_KEY: randomBytes(32).toString('base64'),
		PORT: String(port),
		...change
	};
	const child = spawn(join(root, 'node_modules/.bin/node'), ['src/server/main.ts'], { cwd: folder, env });
	let printed = '';
	child.stdout.on('data', (part) => (printed += part));
	child.stderr.on('data', (part) => (printed += part));
	const ended = once(child, 'exit').then(([code]) => code as number | null);
	const listening = new Promise<void>((resolve) => {
		child.stdout.on('data', () => printed.includes('listening') && resolve());
	});
	await Promise.race([listening, ended]);
	const ask = (path: string) =>
		exchangeBytes(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
	return { child, ended, ask, port, output: () => printed };
}

test('FACT-3 the adapter learns origin and address from the server alone', async () => {
	const portal = await startPortal({
		ORIGIN: 'https://evil.test',
		PROTOCOL_HEADER: 'x-forwarded-proto',
		HOST_HEADER: 'x-forwarded-host',
		PORT_HEADER: 'x-forwarded-port',
		ADDRESS_HEADER: 'x-forwarded-for',
		XFF_DEPTH: '3'
	});
	const answer = await portal.ask('/');
	portal.child.kill('SIGTERM');
	expect(JSON.parse(answer.text)).toEqual({
		ORIGIN: `http://localhost:${portal.port}`,
		ADDRESS_HEADER: 'x-portal-client-address',
		BODY_SIZE_LIMIT: '5242880'
	});
	expect((await portal.ended) ?? 0).toBe(0);
});

test('DUR-10 SIGTERM lets a running request finish, closes the database and ends with 0', async () => {
	const portal = await startPortal();
	const running = portal.ask('/slow');
	const idle = new Promise((resolve) => setTimeout(resolve, 100));
	await idle;
	const start = Date.now();
	portal.child.kill('SIGTERM');
	await new Promise((resolve) => setTimeout(resolve, 100));
	await expect(portal.ask('/')).rejects.toThrow();
	expect((await running).text).toBe('slow but whole');
	expect(await portal.ended).toBe(0);
	expect(Date.now() - start).toBeLessThan(3_000);
	expect(portal.output()).toContain('database closed');
});

test.each(['/crash', '/reject'])(
	'OPS-06 what nobody caught is logged and ends the process with 1: %s',
	async (path) => {
		const portal = await startPortal();
		await portal.ask(path).catch(() => undefined);
		expect(await portal.ended).toBe(1);
		expect(portal.output()).toMatch(/"event":"(uncaughtException|unhandledRejection)"/);
	}
);

test('OPS-01 a wrong environment ends with 1 and one line for each problem, in plain words', async () => {
	const portal = await startPortal({
		PORTAL_ORIGIN: '',
		PORTAL_KEY: 'changeme',
		PORT: 'x',
		PORTAL_COLOR: 'red'
	});
	expect(await portal.ended).toBe(1);
	for (const name of ['PORTAL_ORIGIN', 'PORTAL_KEY', 'PORT', 'PORTAL_COLOR']) {
		expect(portal.output()).toMatch(new RegExp(`^  ${name}: `, 'm'));
	}
	expect(portal.output()).not.toMatch(/changeme|    at /);
});

test('OPS-01 a port in use is told in a sentence', async () => {
	const first = await startPortal();
	const second = await startPortal({ PORT: String(first.port) });
	expect(await second.ended).toBe(1);
	expect(second.output()).toContain(`Port ${first.port} is in use`);
	first.child.kill('SIGTERM');
	await first.ended;
});

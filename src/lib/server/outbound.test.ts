import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOfHost, isUnreachable, outbound } from './outbound.ts';

const server = createServer((request, response) => {
	if (request.url === '/elsewhere') return response.writeHead(302, { location: '/small' }).end();
	if (request.url === '/broken') return response.writeHead(503).end();
	if (request.url === '/cut') return response.write('half', () => response.destroy());
	response.end('x'.repeat(request.url === '/large' ? 64 * 1024 + 1 : 64 * 1024));
});
let origin: string;
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const here = { isHost: (host: string) => host === '127.0.0.1', mayBeInsecure: true };

describe('OPS-08 the one way out', () => {
	test('takes an answer of 64 KiB', async () => {
		const response = await outbound(here)(`${origin}/small`, {});
		expect((await response.text()).length).toBe(64 * 1024);
	});

	test.each(['/large', '/elsewhere', '/broken', '/cut'])('takes no answer like %s', async (path) => {
		await expect(outbound(here)(origin + path, {})).rejects.toMatchObject({ name: 'Unreachable' });
	});

	test.each([
		['another host', 'https://evil.test/', here],
		['another name of this machine', 'http://localhost/', here],
		['http, where https is meant', 'http://127.0.0.1/', { ...here, mayBeInsecure: false }],
		['a file', 'file:///etc/passwd', here],
		['data', 'data:text/plain,x', here]
	])('goes nowhere for %s', async (_, address, reach) => {
		const failure = await outbound(reach)(address, {}).catch((error: unknown) => error);
		expect(isUnreachable(failure)).toBe(true);
		expect(String(failure)).toContain('may not be reached');
	});

	test('an error is known however deep it lies, and no other is taken for it', async () => {
		const failure = await outbound(here)(`${origin}/broken`, {}).catch((error: unknown) => error);
		expect(isUnreachable(new Error('a', { cause: new TypeError('b', { cause: failure }) }))).toBe(true);
		expect(isUnreachable(new Error('a', { cause: new TypeError('b') }))).toBe(false);
		expect(isUnreachable('Unreachable')).toBe(false);
	});
});

test.each([
	['login.broker.nl', true],
	['keys.broker.nl', true],
	['deep.login.broker.nl', true],
	['broker.nl', false],
	['login.broker.nl.evil.test', false],
	['evil-broker.nl', false],
	['anders.nl', false]
])('of the issuer at login.broker.nl, %s is reached: %s', (host, isReached) => {
	expect(isOfHost(host, 'login.broker.nl')).toBe(isReached);
});

test('an issuer right under a top domain, or with an address for a name, has no sisters', () => {
	expect(isOfHost('anders.nl', 'broker.nl')).toBe(false);
	expect(isOfHost('keys.broker.nl', 'broker.nl')).toBe(true);
	expect(isOfHost('10.0.0.2', '10.0.0.1')).toBe(false);
});

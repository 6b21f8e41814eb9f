import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeBytes, openWall, reply, unpacked, type Answer } from './wall-bench.ts';

const page = `<!doctype html><title>PIP</title>${'<p>inburgering</p>'.repeat(100)}`;
const files = ['/_app/immutable/a.js', '/_app/version.json', '/logo.svg', '/service-worker.js'];

let wall: Awaited<ReturnType<typeof openWall>>;

beforeAll(async () => {
	wall = await openWall(
		(request, response, next) => {
			const url = new URL(request.url ?? '/', 'https://pip.test');
			const [, kind, detail = ''] = url.pathname.split('/');
			if (kind === 'status') {
				const status = Number(detail);
				const hasBody = status !== 204 && status !== 304;
				const location = status > 300 && status < 309 && status !== 304 ? { location: '/elders' } : undefined;
				return reply(response, status, hasBody ? 'text/html' : undefined, hasBody ? page : '', location);
			}
			if (kind === 'page') return reply(response, 200, 'text/html', page, { etag: '"x"' });
			if (kind === 'own-policy')
				return reply(response, 200, 'text/html', page, {
					'content-security-policy': "default-src 'none'; script-src 'nonce-abc'"
				});
			if (kind === 'json')
				return reply(response, 200, 'application/json', '{}', {
					'content-security-policy': "script-src 'unsafe-inline'",
					'cache-control': 'public, max-age=60',
					'access-control-allow-origin': '*',
					'x-powered-by': 'x',
					server: 'x',
					'x-sveltekit-page': 'true'
				});
			if (kind === 'reflects') return reply(response, 200, 'text/html', page, { 'x-portal-reflects': '1' });
			if (kind === 'geluid') return reply(response, 200, detail.replace('-', '/'), 'x');
			if (kind === 'bare') return void response.end('bare');
			if (kind === 'implicit') {
				response.statusCode = Number(detail);
				if (detail === '200') response.setHeader('content-type', 'text/html');
				if (detail === '200') response.setHeader('content-length', page.length);
				return void response.end(detail === '200' ? page : 'canary-of-the-adapter');
			}
			if (kind === 'streamed') {
				response.writeHead(200, { 'content-type': 'text/html' });
				response.write(page.slice(0, 100));
				return void setTimeout(() => response.end(page.slice(100)), 20);
			}
			if (kind === 'type') return reply(response, 200, url.searchParams.get('is') ?? '', 'x'.repeat(2000));
			if (kind === 'throws') throw new Error('canary-of-the-handler');
			if (kind === 'refuses') return void response.writeHead(500).end('TypeError: canary-of-the-adapter');
			if (kind === 'next') return next();
			if (files.includes(url.pathname))
				return reply(response, Number(url.searchParams.get('status') ?? 200), 'text/javascript', 'x', {
					'cache-control': 'no-cache'
				});
			return reply(response, 404, 'text/html', page);
		},
		{ publicFiles: files }
	);
});

afterAll(() => wall.close());

const required: Record<string, string | RegExp> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': /^(same-origin|no-referrer)$/,
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': /camera=\(\).*publickey-credentials-get=\(self\)/,
	'strict-transport-security': 'max-age=31536000; includeSubDomains',
	'cache-control': /./,
	'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/
};

function expectGuarded(answer: Answer): void {
	for (const [name, value] of Object.entries(required)) expect(answer.headers[name], name).toMatch(value);
	expect(
		Object.keys(answer.headers).filter((name) =>
			/^(server|x-powered-by|access-control|x-sveltekit|x-portal)/.test(name)
		)
	).toEqual([]);
}

test.each([
	200, 201, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 414, 415, 421,
	422, 429, 431, 500, 501, 502, 503
])('HDR-01 status %i of the app carries the whole set', async (status) => {
	const answer = await wall.ask(`GET /status/${status}`);
	expect(answer.status).toBe(status);
	expectGuarded(answer);
});

test.each<[string, number, string]>([
	['a static file', 200, 'GET /logo.svg HTTP/1.1\r\nHost: pip.test'],
	['a body without type', 200, 'GET /bare HTTP/1.1\r\nHost: pip.test'],
	['HEAD', 200, 'HEAD /page HTTP/1.1\r\nHost: pip.test'],
	['a spelling that is moved', 308, 'GET //page HTTP/1.1\r\nHost: pip.test'],
	['a handler that throws', 500, 'GET /throws HTTP/1.1\r\nHost: pip.test'],
	['a handler that gives up', 404, 'GET /next HTTP/1.1\r\nHost: pip.test'],
	['another method', 405, 'OPTIONS /page HTTP/1.1\r\nHost: pip.test'],
	['another origin', 403, 'POST /page HTTP/1.1\r\nHost: pip.test\r\nContent-Length: 0'],
	['another host', 421, 'GET / HTTP/1.1\r\nHost: evil.test'],
	['no host', 400, 'GET / HTTP/1.1'],
	['a long path', 414, `GET /${'a'.repeat(3000)} HTTP/1.1\r\nHost: pip.test`],
	[
		'a large body',
		413,
		'POST /page HTTP/1.1\r\nHost: pip.test\r\nOrigin: https://pip.test\r\nContent-Length: 600000'
	],
	['an unknown expectation', 417, 'GET / HTTP/1.1\r\nHost: pip.test\r\nExpect: something'],
	['a request line that is none', 400, 'HELLO'],
	['TRACE', 405, 'TRACE / HTTP/1.1\r\nHost: pip.test'],
	['CONNECT', 405, 'CONNECT pip.test:443 HTTP/1.1\r\nHost: pip.test'],
	['a header of 20 KB', 431, `GET / HTTP/1.1\r\nHost: pip.test\r\nX-Long: ${'a'.repeat(20_000)}`],
	['a header of 200 KB', 431, `GET / HTTP/1.1\r\nHost: pip.test\r\nX-Long: ${'a'.repeat(200_000)}`],
	['two lengths', 400, 'POST / HTTP/1.1\r\nHost: pip.test\r\nContent-Length: 1\r\nTransfer-Encoding: chunked']
])('HDR-01 %s (%i) carries the whole set', async (_, status, head) => {
	const answer = await wall.send(`${head}\r\nConnection: close\r\n\r\n`);
	expect(answer.status).toBe(status);
	expectGuarded(answer);
	expect(answer.text).not.toContain('canary');
});

test('HDR-04 what the app or the framework adds about itself or other origins does not leave', async () => {
	expectGuarded(await wall.ask('GET /json'));
});

test('HDR-03 recorded speech may stay in the browser for a year; nothing else at its address may', async () => {
	const speech = await wall.ask('GET /geluid/audio-ogg');
	expect(speech.headers['cache-control']).toBe('private, max-age=31536000, immutable');
	expectGuarded(speech);
	for (const other of ['/geluid/text-html', '/x/geluid/audio-ogg', '/status/404'])
		expect((await wall.ask(`GET ${other}`)).headers['cache-control']).toBe('private, no-store');
});

test('HDR-01 without https there is no Strict-Transport-Security, and the rest stays', async () => {
	const plain = await openWall((_, response) => reply(response, 200, 'text/html', page), {
		origin: 'http://localhost:3000'
	});
	const answers = [await plain.ask('GET /'), await plain.send('HELLO\r\n\r\n')];
	plain.close();
	for (const { headers } of answers) {
		expect(headers['strict-transport-security']).toBeUndefined();
		expect(headers['x-frame-options']).toBe('DENY');
	}
});

test('OUT-02 an error of the handler or the adapter says nothing of its cause', async () => {
	for (const path of ['/throws', '/refuses']) {
		const answer = await wall.ask(`GET ${path}`);
		expect(answer.status).toBe(500);
		expect(answer.text).not.toContain('canary');
	}
	expect(wall.lines.join('')).toContain('canary-of-the-handler');
});

test('HDR-06 a page whose head is written by its body is packed and whole, an error of that kind is short', async () => {
	const packed = await wall.ask('GET /implicit/200', { 'Accept-Encoding': 'br', 'Sec-Fetch-Site': 'none' });
	expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'br']);
	expect(unpacked(packed)).toBe(page);
	const plain = await wall.ask('GET /implicit/200');
	expect(plain.text).toBe(page);
	const broken = await wall.ask('GET /implicit/500');
	expect([broken.status, broken.text]).toEqual([500, '500 Internal Server Error\n']);
	expectGuarded(broken);
});

test('HDR-02 a page without policy gets the strict one, the own policy of a page stays', async () => {
	const strict = (await wall.ask('GET /page')).headers['content-security-policy'];
	for (const part of [
		"default-src 'none'",
		"script-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"object-src 'none'"
	]) {
		expect(strict).toContain(part);
	}
	expect(strict).not.toMatch(/unsafe|sandbox|\*/);
	const own = (await wall.ask('GET /own-policy')).headers['content-security-policy'];
	expect(own).toBe("default-src 'none'; script-src 'nonce-abc'");
});

test('HDR-02 other types are sandboxed whatever the app says, a worker keeps its requests', async () => {
	const sandbox = "default-src 'none'; frame-ancestors 'none'; sandbox";
	for (const path of ['/json', '/logo.svg', '/bare', '/status/204', '/_app/immutable/a.js']) {
		expect((await wall.ask(`GET ${path}`)).headers['content-security-policy'], path).toBe(sandbox);
	}
	const worker = (await wall.ask('GET /service-worker.js')).headers['content-security-policy'];
	expect(worker).toContain("connect-src 'self'");
	expect(worker).not.toContain('sandbox');
});

test.each([
	['/_app/immutable/a.js', 'public, max-age=31536000, immutable'],
	['/_app/immutable/a.js?status=304', 'public, max-age=31536000, immutable'],
	['/_app/immutable/a.js?status=206', 'public, max-age=31536000, immutable'],
	['/_app/immutable/a.js?status=404', 'private, no-store'],
	['/_app/immutable/b.js', 'private, no-store'],
	['/_app/version.json', 'public, no-cache'],
	['/service-worker.js', 'public, no-cache'],
	['/logo.svg', 'public, max-age=86400, stale-while-revalidate=604800'],
	['/logo.svg?status=500', 'private, no-store'],
	['/json', 'private, no-store'],
	['/page', 'private, no-store'],
	['/unknown', 'private, no-store'],
	['//page', 'private, no-store']
])('HDR-03 %s says %s', async (path, expected) => {
	expect((await wall.ask(`GET ${path}`)).headers['cache-control']).toBe(expected);
});

test('HDR-03 a page carries no tag, so that it is never answered from a store', async () => {
	expect((await wall.ask('GET /page')).headers.etag).toBeUndefined();
});

test.each([
	['OPTIONS', '/page', 'GET, HEAD, POST'],
	['PUT', '/page', 'GET, HEAD, POST'],
	['PATCH', '/page', 'GET, HEAD, POST'],
	['DELETE', '/page', 'GET, HEAD, POST'],
	['PROPFIND', '/page', 'GET, HEAD, POST'],
	['TRACE', '/page', 'GET, HEAD, POST'],
	['OPTIONS', '/api/v1/x', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
	['DELETE', '/api', 'GET, HEAD, POST'],
	['POST', '/logo.svg', 'GET, HEAD']
])('HDR-04 %s %s gets 405 with Allow: %s', async (method, path, allow) => {
	const answer = await wall.ask(`${method} ${path}`, { Origin: wall.origin });
	expect(answer.status).toBe(405);
	expect(answer.headers.allow).toBe(allow);
});

test.each([
	['text/html', 'text/html; charset=utf-8'],
	['text/html;charset=UTF-8', 'text/html;charset=UTF-8'],
	['text/css', 'text/css; charset=utf-8'],
	['text/calendar', 'text/calendar; charset=utf-8'],
	['application/json', 'application/json; charset=utf-8'],
	['image/svg+xml', 'image/svg+xml; charset=utf-8'],
	['image/png', 'image/png'],
	['', 'text/plain; charset=utf-8']
])('OUT-03 type "%s" leaves as "%s"', async (given, expected) => {
	expect((await wall.ask(`GET /type?is=${encodeURIComponent(given)}`)).headers['content-type']).toBe(
		expected
	);
});

const siteStates = [undefined, 'same-origin', 'none', 'same-site', 'cross-site', 'other', ''];

test.each(siteStates.flatMap((site) => ['/page', '/reflects'].map((path) => [site, path] as const)))(
	'HDR-06 Sec-Fetch-Site %s on %s',
	async (site, path) => {
		const headers: Record<string, string> = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
		if (site !== undefined) headers['Sec-Fetch-Site'] = site;
		const answer = await wall.ask(`GET ${path}`, headers);
		const mayPack = path === '/page' && (site === 'same-origin' || site === 'none');
		expect(answer.headers['content-encoding']).toBe(mayPack ? 'br' : undefined);
		expect(answer.headers['content-length']).toBe(String(answer.body.length));
		expect(answer.headers.vary).toBe('Accept-Encoding, Sec-Fetch-Site');
		expect(unpacked(answer)).toBe(page);
		if (mayPack) expect(answer.body.length).toBeLessThan(page.length / 4);
	}
);

test.each([
	['br', true],
	['BR;q=1.0', true],
	['gzip, br;q=0.5', true],
	['br;q=0', false],
	['br;q=0.0', false],
	['gzip', false],
	['brx', false],
	['', false]
])('HDR-06 Accept-Encoding "%s" is brotli: %s', async (accept, isPacked) => {
	const answer = await wall.ask('GET /page', { 'Accept-Encoding': accept, 'Sec-Fetch-Site': 'none' });
	expect(answer.headers['content-encoding']).toBe(isPacked ? 'br' : undefined);
});

test.each([
	['JSON', 'GET /type?is=application/json'],
	['a calendar', 'GET /type?is=text/calendar'],
	['an error page', 'GET /status/404'],
	['a refused form', 'POST /page'],
	['a page that is streamed', 'GET /streamed'],
	['a static file', 'GET /logo.svg']
])('HDR-06 %s is never compressed', async (_, line) => {
	const answer = await wall.ask(line, {
		'Accept-Encoding': 'br',
		'Sec-Fetch-Site': 'same-origin',
		Origin: wall.origin
	});
	expect(answer.headers['content-encoding']).toBeUndefined();
	expect(answer.headers['content-length'] ?? String(answer.body.length)).toBe(String(answer.body.length));
	if (line.includes('streamed')) expect(answer.text).toBe(page);
});

test('HDR-06 HEAD has no body and keeps the length of the page', async () => {
	const answer = await wall.ask('HEAD /page', { 'Accept-Encoding': 'br', 'Sec-Fetch-Site': 'none' });
	expect(answer.body).toHaveLength(0);
	expect(answer.headers['content-length']).toBe(String(page.length));
});

test('HDR-06 two requests on one connection both arrive whole, the first one packed', async () => {
	const head = 'Host: pip.test\r\nAccept-Encoding: br\r\nSec-Fetch-Site: none\r\n';
	const answer = await exchangeBytes(
		wall.port,
		`GET /page HTTP/1.1\r\n${head}\r\nGET /bare HTTP/1.1\r\nHost: pip.test\r\nConnection: close\r\n\r\n`
	);
	const first = Number(answer.headers['content-length']);
	const second = answer.body.subarray(first).toString();
	expect(second).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*bare$/);
});

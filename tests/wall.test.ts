import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientAddress, belongsTo, networkOf } from '../src/server/address.ts';
import { limits } from '../src/server/limits.ts';
import { readTarget } from '../src/server/target.ts';
import { echo, openWall, reply } from './wall-bench.ts';

let wall: Awaited<ReturnType<typeof openWall>>;
let seen = 0;

beforeAll(async () => {
	wall = await openWall(
		(request, response, next) => {
			seen += 1;
			return echo(request, response, next);
		},
		{ extraHosts: ['www.pip.test'] }
	);
});

afterAll(() => wall.close());

test.each([
	['pip.test', 200],
	['PIP.test', 200],
	['pip.test:443', 200],
	['www.pip.test', 200],
	['pip.test:80', 421],
	['pip.test.', 421],
	['evil.test', 421],
	['pip.test.evil.test', 421],
	['pip.test@evil.test', 421],
	['pip.test, evil.test', 421],
	['127.0.0.1', 421],
	['', 421]
])('IN-05 host "%s" gets %i', async (host, status) => {
	const before = seen;
	expect((await wall.ask('GET /', { Host: host })).status).toBe(status);
	expect(seen - before).toBe(status === 200 ? 1 : 0);
});

test.each([
	['two equal hosts', 'GET / HTTP/1.1\r\nHost: pip.test\r\nHost: pip.test'],
	['two hosts, the own one first', 'GET / HTTP/1.1\r\nHost: pip.test\r\nhost: evil.test'],
	['no host', 'GET / HTTP/1.1\r\nX-Forwarded-Host: pip.test'],
	['no host in HTTP/1.0', 'GET / HTTP/1.0'],
	['an absolute address', 'GET http://pip.test/ HTTP/1.1\r\nHost: pip.test']
])('IN-05 %s gets 400 and never reaches the app', async (_, head) => {
	const before = seen;
	expect((await wall.send(`${head}\r\nConnection: close\r\n\r\n`)).status).toBe(400);
	expect(seen).toBe(before);
});

test.each([
	['/vandaag', '/vandaag'],
	['/.well-known/security.txt', '/.well-known/security.txt'],
	['/robots.txt', '/robots.txt'],
	['/fa-AF/pip', '/fa-AF/pip'],
	['/pip?x=%2f//%5c', '/pip?x=%2f//%5c'],
	['/uitleg/%D9%85', '/uitleg/%D9%85'],
	["/a~b!$&'()*+,;=:@c", "/a~b!$&'()*+,;=:@c"]
])('IN-05 %s passes as it is', async (path, url) => {
	const answer = await wall.ask(`GET ${path}`);
	expect(answer.status).toBe(200);
	expect(JSON.parse(answer.text).url).toBe(url);
});

test.each([
	['//admin', '/admin'],
	['//evil.test/x', '/evil.test/x'],
	['/%61dmin/users', '/admin/users'],
	['/%7Euser', '/~user'],
	['/a///b//', '/a/b/'],
	['/a/./b/../c', '/a/c'],
	['/a/%2e%2e/admin', '/admin'],
	['/../../etc', '/etc'],
	['/./', '/'],
	['/.//evil.test', '/evil.test'],
	['/uitleg/%d9%85', '/uitleg/%D9%85'],
	['/a[b]|"', '/a%5Bb%5D%7C%22'],
	['//admin?volgende=//x', '/admin?volgende=//x']
])('IN-05 GET %s moves to %s, and anything but GET and HEAD gets 400', async (path, location) => {
	const before = seen;
	for (const method of ['GET', 'HEAD']) {
		const answer = await wall.ask(`${method} ${path}`);
		expect([answer.status, answer.headers.location]).toEqual([308, location]);
	}
	expect((await wall.ask(`POST ${path}`, { Origin: wall.origin })).status).toBe(400);
	expect(seen).toBe(before);
});

test.each([
	['/a%2fb', 400],
	['/a%2Fb', 400],
	['/a%5cb', 400],
	['/a\\b', 400],
	['/\\evil.test', 400],
	['/a%00', 400],
	['/a%0d%0aX: y', 400],
	['/a%25', 400],
	['/%2561dmin', 400],
	['/a%', 400],
	['/a%zz', 400],
	['/a%ff', 400],
	['/a%7f', 400],
	['/a\u00e9', 400],
	['/a#b', 400],
	['a', 400],
	['*', 400],
	['/a'.repeat(31), 400],
	[`/${'a'.repeat(2048)}`, 414],
	['/'.repeat(5000), 414],
	[`/a?${'b'.repeat(4096)}`, 414]
])('IN-05 %s gets %i for every method', async (path, status) => {
	const before = seen;
	for (const method of ['GET', 'POST']) {
		const answer = await wall.ask(`${method} ${path}`, { Origin: wall.origin });
		expect(answer.status).toBe(path.includes(' ') || path === 'a' ? 400 : status);
		expect(answer.text.length).toBeLessThan(40);
	}
	expect(seen).toBe(before);
});

test('IN-05 whatever is asked, a move leads to an own address that is not moved again', () => {
	const pieces = [
		'/',
		'.',
		'..',
		'//',
		'%2e',
		'%2E',
		'%41',
		'a',
		'%d9%85',
		'%5B',
		'[',
		'?',
		'&',
		';',
		'@',
		':',
		'\\',
		'%25',
		'%2f',
		'é',
		'#'
	];
	const target = fc.oneof(
		fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => `/${parts.join('')}`),
		fc.string({ maxLength: 80 }).map((text) => `/${text}`)
	);
	fc.assert(
		fc.property(target, (text) => {
			const first = readTarget(text, limits);
			if (first.kind === 'refused') return;
			const path = first.kind === 'moved' ? first.location : first.path;
			expect(path).toMatch(/^\/($|[^/\\])/);
			expect(new URL(path, 'https://pip.test').origin).toBe('https://pip.test');
			if (first.kind === 'moved') expect(readTarget(first.location, limits).kind).toBe('canonical');
			else expect(new URL(`https://pip.test${path}`).pathname).toBe(path);
		}),
		{ numRuns: 5000 }
	);
});

test('IN-05 headers that speak for others do not reach the app, the others do', async () => {
	const answer = await wall.ask('GET /', {
		'X-Forwarded-For': '6.6.6.6',
		'X-Forwarded-Host': 'evil.test',
		'X-Forwarded-Proto': 'http',
		Forwarded: 'for=6.6.6.6',
		'X-Real-IP': '6.6.6.6',
		'X-SvelteKit-Pathname': '/admin',
		'X-SvelteKit-Search': '?x',
		'X-Portal-Client-Address': '6.6.6.6',
		'X-Portal-Anything': '1',
		'X-SvelteKit-Action': 'true',
		'Accept-Language': 'ti'
	});
	const headers = JSON.parse(answer.text);
	expect(answer.text).not.toMatch(/6\.6\.6\.6|evil|x-sveltekit-(pathname|search)|anything/);
	expect(headers).toMatchObject({
		'x-sveltekit-action': 'true',
		'accept-language': 'ti',
		'x-portal-client-address': '127.0.0.1',
		'x-portal-client-network': '127.0.0.1'
	});
});

const formTypes = [
	'application/x-www-form-urlencoded',
	'text/plain',
	'TeXt/PlAiN',
	'multipart/form-data; boundary=x',
	'application/json',
	''
];

test.each<[string, Record<string, string>, number]>([
	['the own origin', { Origin: 'https://pip.test' }, 200],
	['no origin but Sec-Fetch-Site: same-origin', { 'Sec-Fetch-Site': 'same-origin' }, 200],
	['neither', {}, 403],
	['origin null', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 403],
	['another origin', { Origin: 'https://evil.test' }, 403],
	[
		'another origin that says same-origin',
		{ Origin: 'https://evil.test', 'Sec-Fetch-Site': 'same-origin' },
		403
	],
	['the own host on http', { Origin: 'http://pip.test' }, 403],
	['the own host on another port', { Origin: 'https://pip.test:8443' }, 403],
	['a sub-domain', { Origin: 'https://www.pip.test' }, 403],
	['the own origin with a slash', { Origin: 'https://pip.test/' }, 403],
	['Sec-Fetch-Site: same-site', { 'Sec-Fetch-Site': 'same-site' }, 403],
	['Sec-Fetch-Site: none', { 'Sec-Fetch-Site': 'none' }, 403]
])('IN-04 a write with %s gets %3$i whatever its type', async (_, headers, status) => {
	for (const type of formTypes) {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const before = seen;
			const answer = await wall.ask(`${method} /api/v1/x`, { ...headers, 'Content-Type': type }, 'a=b');
			expect(answer.status).toBe(status);
			expect(seen - before).toBe(status === 200 ? 1 : 0);
		}
	}
});

test('IN-04 a write that the browser vouches for reaches the app with the own origin', async () => {
	const answer = await wall.ask('POST /aanmelden', { 'Sec-Fetch-Site': 'same-origin' });
	expect(JSON.parse(answer.text).origin).toBe(wall.origin);
});

test('IN-04 GET and HEAD pass without an origin', async () => {
	expect((await wall.ask('GET /', { Origin: 'https://evil.test' })).status).toBe(200);
	expect((await wall.ask('HEAD /')).status).toBe(200);
});

test('IN-04 only /api/v1/uitkomst is exempt, and from elsewhere it knows nobody', async () => {
	const headers = { Cookie: '__Host-sessie=x', Authorization: 'Bearer x' };
	const foreign = await wall.ask('POST /api/v1/uitkomst', { ...headers, Origin: 'https://evil.test' });
	expect(foreign.status).toBe(200);
	expect(foreign.text).not.toMatch(/cookie|authorization/);
	const own = await wall.ask('POST /api/v1/uitkomst', { ...headers, Origin: wall.origin });
	expect(JSON.parse(own.text).cookie).toBe('__Host-sessie=x');
	for (const path of [
		'/api/v1/uitkomst/',
		'/api/v1/uitkomst/x',
		'/api/v1/Uitkomst',
		'/ar/api/v1/uitkomst',
		'/api/v1/uitkomsten'
	]) {
		expect((await wall.ask(`POST ${path}`, headers)).status, path).toBe(403);
	}
});

test.each([
	['no header', undefined, '10.0.0.9', '10.0.0.9'],
	['one hop', '1.2.3.4', '10.0.0.9', '1.2.3.4'],
	['a forged hop before the real one', '6.6.6.6, 1.2.3.4', '10.0.0.9', '1.2.3.4'],
	['two own proxies', '6.6.6.6, 1.2.3.4, 10.1.1.1', '10.0.0.9', '1.2.3.4'],
	['a peer that is no proxy', '6.6.6.6', '1.2.3.4', '1.2.3.4'],
	['a garbled hop', 'unknown', '10.0.0.9', '10.0.0.9'],
	['an empty hop', '1.2.3.4, ', '10.0.0.9', '10.0.0.9'],
	['only own proxies', '10.1.1.1', '10.0.0.9', '10.0.0.9'],
	['a hop with a port', '1.2.3.4:5678', '10.0.0.9', '1.2.3.4'],
	['an IPv6 hop with a port', '[2001:DB8::1]:443', '10.0.0.9', '2001:db8::1'],
	['a mapped peer', '1.2.3.4', '::ffff:10.0.0.9', '1.2.3.4'],
	['an IPv6 proxy', '1.2.3.4', 'fd00::5', '1.2.3.4'],
	['no peer any more', '1.2.3.4', undefined, '0.0.0.0']
])('OPS-03 %s', (_, forwarded, peer, expected) => {
	expect(clientAddress(peer, forwarded, belongsTo(['10.0.0.0/8', 'fd00::/8']))).toBe(expected);
});

test('OPS-03 behind a trusted proxy the app sees the address of the client', async () => {
	const behind = await openWall(echo, { trustedProxies: ['127.0.0.1'] });
	const answer = await behind.ask('GET /', { 'X-Forwarded-For': '6.6.6.6, 2001:db8:1:2:3::4' });
	behind.close();
	expect(JSON.parse(answer.text)).toMatchObject({
		'x-portal-client-address': '2001:db8:1:2:3::4',
		'x-portal-client-network': '2001:db8:1:2::/64'
	});
	expect(answer.text).not.toContain('6.6.6.6');
});

test.each([
	['192.0.2.1', '192.0.2.1'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['2001:db8:0:0:ffff::', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['1:2:3:4:5:6:7:8', '1:2:3:4::/64']
])('OPS-03 %s counts as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test.each([
	['bytes=0-99', 'bytes=0-99'],
	['bytes=5-', 'bytes=5-'],
	['bytes=9-3', undefined],
	['bytes=-5', undefined],
	['bytes=0-1,3-4', undefined],
	['lines=0-1', undefined]
])('OPS-06 range %s reaches the file server as %s', async (range, expected) => {
	expect(JSON.parse((await wall.ask('GET /logo.svg', { Range: range })).text).range).toBe(expected);
});

const chunked = (parts: number, size: number) =>
	`${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`.repeat(parts) + '0\r\n\r\n';

test('OPS-02 a body over 512 KB gets 413, declared or chunked; an import takes 5 MB, a recording 2 MB', async () => {
	const counting = await openWall((request, response) => {
		let size = 0;
		request.on('data', (chunk: Buffer) => (size += chunk.length));
		request.on('error', () => reply(response, 500, 'text/html', 'the app gave up'));
		request.on('end', () => response.headersSent || reply(response, 200, 'text/plain', String(size)));
	});
	const own = { Origin: counting.origin };
	const inChunks = { ...own, 'Transfer-Encoding': 'chunked' };
	const cases: [string, Record<string, string>, string, number][] = [
		['/x', own, 'a'.repeat(512 * 1024), 200],
		['/x', own, 'a'.repeat(512 * 1024 + 1), 413],
		['/x', inChunks, chunked(8, 65_536), 200],
		['/x', inChunks, chunked(9, 65_536), 413],
		['/x', inChunks, chunked(100, 65_536), 413],
		['/partner/import', own, 'a'.repeat(5 * 1024 * 1024), 200],
		['/partner/import', own, 'a'.repeat(5 * 1024 * 1024 + 1), 413],
		['/partner/import', inChunks, chunked(81, 65_536), 413],
		['/admin/geluid/ti/start_intro', own, 'a'.repeat(2 * 1024 * 1024), 200],
		['/en/admin/geluid/ti/start_intro', own, 'a'.repeat(2 * 1024 * 1024 + 1), 413],
		['/admin/geluid/ti/start_intro', inChunks, chunked(33, 65_536), 413],
		['/admin/geluid', own, 'a'.repeat(512 * 1024 + 1), 413],
		['/vragen/en/admin/geluid/x', own, 'a'.repeat(512 * 1024 + 1), 413]
	];
	for (const [path, headers, body, status] of cases) {
		const answer = await counting.ask(`POST ${path}`, headers, body);
		expect(answer.status, `${path} ${body.length}`).toBe(status);
		expect(answer.headers['x-frame-options']).toBe('DENY');
		if (status === 413) expect(answer.text).toBe('413 Payload Too Large\n');
	}
	counting.close();
});

test('OPS-02 an app that reads a body too large gets an error, never a shorter body', async () => {
	const ends: string[] = [];
	const reading = await openWall((request, response) => {
		request.resume();
		request.once('error', () => ends.push('error'));
		request.once('end', () => ends.push('end'));
		request.once('close', () => ends.push('close'));
		setTimeout(() => reply(response, 200, 'text/plain', 'saved'), 100);
	});
	const answer = await reading.ask(
		'POST /x',
		{ Origin: reading.origin, 'Transfer-Encoding': 'chunked' },
		chunked(9, 65_536)
	);
	reading.close();
	expect(ends[0]).toBe('error');
	expect([answer.status, answer.text]).toEqual([413, '413 Payload Too Large\n']);
});

test('OPS-02 a head or a body that does not arrive in time gets 408 with the whole set of headers', async () => {
	const slow = await openWall(echo, {
		limits: { headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 50 }
	});
	const answers = await Promise.all([
		slow.send('GET / HTTP/1.1\r\nHost: pip.test\r\nX-Slow: '),
		slow.send(
			`POST / HTTP/1.1\r\nHost: pip.test\r\nOrigin: ${slow.origin}\r\nContent-Length: 9\r\nExpect: 100-nothing\r\n`
		)
	]);
	slow.close();
	for (const answer of answers) {
		expect(answer.status).toBe(408);
		expect(answer.headers['x-frame-options']).toBe('DENY');
	}
});

test('OPS-02 more connections of one network than allowed get 503, the others go on', async () => {
	const narrow = await openWall(echo, { limits: { connectionsPerNetwork: 2 } });
	const held = [connect(narrow.port, '127.0.0.1'), connect(narrow.port, '127.0.0.1')];
	await Promise.all(held.map((socket) => once(socket, 'connect')));
	await new Promise((resolve) => setTimeout(resolve, 50));
	const refused = await narrow.ask('GET /');
	expect([refused.status, refused.headers['retry-after'], refused.headers['x-frame-options']]).toEqual([
		503,
		'10',
		'DENY'
	]);
	const [first] = held;
	first?.destroy();
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect((await narrow.ask('GET /')).status).toBe(200);
	for (const socket of held) socket.destroy();
	narrow.close();
});

test('OPS-02 more running requests than allowed get a page with 503 and Retry-After', async () => {
	const waiting: (() => void)[] = [];
	const busy = await openWall(
		(_, response) => void waiting.push(() => reply(response, 200, 'text/plain', 'done')),
		{
			limits: { requestsInFlight: 2 }
		}
	);
	const running = [busy.ask('GET /'), busy.ask('GET /')];
	while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
	const refused = await busy.ask('GET /');
	expect([refused.status, refused.headers['retry-after']]).toEqual([503, '60']);
	expect(refused.headers['content-type']).toBe('text/html; charset=utf-8');
	expect(refused.headers['content-security-policy']).toContain("form-action 'self'");
	for (const finish of waiting) finish();
	expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200]);
	busy.close();
});

test('OPS-02 a download whose reader goes away closes its source', async () => {
	const { Readable } = await import('node:stream');
	const source = new Readable({
		read() {
			this.push(Buffer.alloc(65_536));
		}
	});
	const downloads = await openWall((_, response) => {
		response.writeHead(200, { 'content-type': 'application/octet-stream' });
		source.pipe(response);
	});
	const socket = connect(downloads.port, '127.0.0.1');
	socket.write('GET / HTTP/1.1\r\nHost: pip.test\r\n\r\n');
	await once(socket, 'data');
	socket.destroy();
	await once(source, 'close');
	expect(source.destroyed).toBe(true);
	downloads.close();
});

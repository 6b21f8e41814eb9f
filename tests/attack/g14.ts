import { answerOf, answerOfBytes, eachOf, type Answer } from './ask.ts';
import { encoded } from './forms.ts';
import type { People } from './principals.ts';
import { Score } from './score.ts';
import type { Site } from './site.ts';
import type { Target } from './target.ts';

const required: Record<string, RegExp> = {
	'x-content-type-options': /^nosniff$/,
	'referrer-policy': /^(same-origin|no-referrer)$/,
	'x-frame-options': /^DENY$/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'permissions-policy': /camera=\(\).*publickey-credentials-get=\(self\)/,
	'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
	'content-security-policy': /default-src 'none'/,
	'cache-control': /./
};
const unwanted = /^(access-control-.*|server|x-powered-by|sourcemap|x-sourcemap|x-sveltekit-.*|x-portal-.*)$/;
const publicFile = /^\/(_app\/|[\w.-]+\.(js|svg|png|ico|webmanifest|txt|woff2)$|fonts\/|icons\/)/;

/** HDR-01, HDR-03, HDR-04, OUT-03 of one answer. */
function headerFaults(path: string, { status, headers, body }: Answer): string[] {
	const missing = Object.entries(required).filter(
		([name, value]) => !value.test(String(headers[name] ?? ''))
	);
	const extra = Object.keys(headers).filter((name) => unwanted.test(name));
	const type = String(headers['content-type'] ?? '');
	const isCached = !/no-store/.test(String(headers['cache-control']));
	const mayBeCached = publicFile.test(path) || path.startsWith('/geluid/');
	return [
		...missing.map(([name]) => `${name}: ${headers[name] ?? 'absent'}`),
		...extra.map((name) => `${name} is there`),
		...(body !== '' && /^(text|application\/json)/.test(type) && !/charset=/i.test(type)
			? [`type ${type}`]
			: []),
		...(body !== '' && type === '' ? ['no type'] : []),
		...(isCached && !mayBeCached && status !== 0 ? ['may be stored'] : [])
	];
}

const directives: Record<string, RegExp> = {
	'default-src': /^'none'$/,
	'script-src': /^'self'( 'nonce-[A-Za-z0-9+/]{22,}={0,2}')?$/,
	...Object.fromEntries(
		['style', 'img', 'font', 'connect', 'manifest', 'worker'].map((kind) => [`${kind}-src`, /^'self'$/])
	),
	'form-action': /^'self'$/,
	'base-uri': /^'none'$/,
	'frame-ancestors': /^'none'$/,
	'object-src': /^'none'$/
};

/** HDR-02 and OUT-08 of one page; the nonce, for whoever compares it with others. */
function policyFaults({ headers, body }: Answer): { faults: string[]; nonce?: string } {
	const policy = String(headers['content-security-policy'] ?? '');
	const parts = policy.split(';').map((part) => part.trim());
	const given = Object.fromEntries(
		parts.map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')])
	);
	const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
	const scripts = [...body.matchAll(/<script\b([^>]*)>/gi)].map(([, tag = '']) => tag);
	const html = body.replaceAll(/<(script|textarea)\b[\s\S]*?<\/\1>/gi, '');
	return {
		nonce,
		faults: [
			...Object.entries(directives)
				.filter(([name, value]) => !value.test(given[name] ?? ''))
				.map(([name]) => `${name} ${given[name] ?? 'absent'}`),
			...Object.keys(given)
				.filter((name) => !directives[name] && !(name === 'media-src' && given[name] === "'self'"))
				.map((name) => `${name} too`),
			...(parts.length !== new Set(parts.map((part) => part.split(' ')[0])).size
				? ['a directive twice']
				: []),
			...(/unsafe-|sha\d{3}-|\*|data:|http:/.test(policy) ? [`policy ${policy}`] : []),
			...scripts
				.filter(
					(tag) =>
						!/\bsrc=/.test(tag) &&
						(!nonce || !tag.includes(`nonce="${nonce}"`)) &&
						!/type="application\/(ld\+)?json"/.test(tag)
				)
				.map((tag) => `a script without nonce: ${tag}`),
			...(/<[a-z][^>]*\sstyle=/i.test(html) ? ['a style attribute'] : []),
			...(/<[a-z][^>]*\son[a-z]+=/i.test(html) ? ['an inline handler'] : []),
			...(/<style\b/i.test(html) ? ['a style element'] : []),
			...(/(?:src|href|action)="(?:https?:)?\/\/(?!localhost)[^"]*"/i.test(
				html.replaceAll(/<a\b[^>]*>/gi, '')
			)
				? ['another origin']
				: [])
		]
	};
}

/** Each kind of answer there is, and how it is provoked. */
function kinds({ port, origin }: Target, people: People, site: Site) {
	const host = `Host: localhost:${port}\r\n`;
	const own = `${host}Origin: ${origin}\r\n`;
	const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
	const k1 = people.byName('K1').cookie;
	const demo = encoded(site.forms.find(({ routeId }) => routeId === '/(public)/demo')?.fields ?? []);
	const asset =
		[
			...(site.found
				.get('/(public)')
				?.get('anonymous')
				?.body.matchAll(/(?:href|src)="([^"]*_app\/immutable\/[^"]+)"/g) ?? [])
		][0]?.[1] ?? '/favicon.svg';
	const file = new URL(asset, `${origin}/`).pathname;
	const line = (text: string, more = host, body = '') =>
		`${text} HTTP/1.1\r\n${more}Connection: close\r\n\r\n${body}`;
	return [
		['200 a page', 200, '/', line('GET /')],
		['200 HEAD', 200, '/', line('HEAD /aanmelden')],
		['200 a file of the build', 200, file, line(`GET ${file}`)],
		['206 a part of a file', 206, file, line(`GET ${file}`, `${host}Range: bytes=0-9\r\n`)],
		// Nothing asks for data alone (FACT-1): refused everywhere.
		['404 data', 404, '/aanmelden', line('GET /aanmelden/__data.json')],
		['200 health', 200, '/healthz', line('GET /healthz')],
		['200 security.txt', 200, '/x', line('GET /.well-known/security.txt')],
		['200 api', 200, '/x', line('GET /api/v1/openapi.json')],
		['303 to sign in', 303, '/x', line('GET /vandaag')],
		[
			'303 after a form',
			303,
			'/x',
			line('POST /demo', `${own}${form}Accept: text/html\r\nContent-Length: ${demo.length}\r\n`, demo)
		],
		['308 another spelling', 308, '/x', line('GET //aanmelden')],
		['308 a slash behind', 308, '/x', line('GET /aanmelden/')],
		['400 a spelling that is none', 400, '/x', line('GET /a%00b')],
		[
			'400 a form with a field too many',
			400,
			'/x',
			line('POST /aanmelden', `${own}${form}Content-Length: 4\r\n`, 'zz=1')
		],
		['400 no host', 400, '/x', line('GET /', '')],
		['400 two hosts', 400, '/x', line('GET /', `${host}${host}`)],
		['400 no request at all', 400, '/x', 'HELLO\r\n\r\n'],
		[
			'400 two lengths',
			400,
			'/x',
			line('POST /aanmelden', `${own}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n`)
		],
		[
			'403 another origin',
			403,
			'/x',
			line('POST /aanmelden', `${host}Origin: https://evil.test\r\n${form}Content-Length: 0\r\n`)
		],
		['403 another role', 403, '/x', line('GET /partner', `${host}Cookie: ${k1}\r\n`)],
		['404 no page', 404, '/x', line('GET /bestaat-niet')],
		['404 no page, in Arabic', 404, '/x', line('GET /ar/bestaat-niet')],
		['404 below /_app', 404, '/_x', line('GET /_app/immutable/geen.js')],
		[
			'404 a dossier of nobody',
			404,
			'/x',
			line(`GET /admin/inburgeraars/${'x'.repeat(22)}`, `${host}Cookie: ${k1}\r\n`)
		],
		['404 no calendar', 404, '/x', line(`GET /agenda/${'x'.repeat(43)}.ics`)],
		['405 a method', 405, '/x', line('PUT /aanmelden', `${own}Content-Length: 0\r\n`)],
		['405 a method, api', 405, '/x', line('DELETE /api/v1/uitkomst', `${own}`)],
		[
			'405 no actions',
			405,
			'/x',
			line('POST /hulp', `${own}${form}Cookie: ${people.byName('A').cookie}\r\nContent-Length: 0\r\n`)
		],
		['405 OPTIONS', 405, '/x', line('OPTIONS /')],
		['405 TRACE', 405, '/x', line('TRACE /')],
		['413 a large body', 413, '/x', line('POST /aanmelden', `${own}${form}Content-Length: 600000\r\n`)],
		['414 a long path', 414, '/x', line(`GET /${'a'.repeat(3000)}`)],
		['414 a long query', 414, '/x', line(`GET /?${'a'.repeat(5000)}`)],
		[
			'415 api',
			415,
			'/x',
			line('POST /api/v1/uitkomst', `${own}Content-Type: text/plain\r\nContent-Length: 2\r\n`, '{}')
		],
		[
			'415 a page',
			415,
			'/x',
			line('POST /aanmelden', `${own}Content-Type: text/csv\r\nContent-Length: 2\r\n`, '{}')
		],
		['417 an expectation', 417, '/x', line('GET /', `${host}Expect: iets\r\n`)],
		['421 another host', 421, '/x', line('GET /', 'Host: evil.test\r\n')],
		['431 a large header', 431, '/x', line('GET /', `${host}X-Long: ${'a'.repeat(20_000)}\r\n`)]
	] as const;
}

/** HDR-01 to HDR-04, OUT-03, OUT-08: on all kinds of answers, and the policy of every page in the languages that it has. */
export async function headers(
	target: Target,
	people: People,
	site: Site,
	locales: readonly string[]
): Promise<Score> {
	const score = new Score('G14 headers');
	const { port, origin } = target;
	people.renew();
	const statuses = new Set<number>();
	const expect = (label: string, path: string, answer: Answer, wanted?: number) => {
		statuses.add(answer.status);
		score.cell(label, [
			wanted !== undefined && answer.status !== wanted && `answered ${answer.status}`,
			...headerFaults(path, answer)
		]);
	};
	for (const [label, status, path, bytes] of kinds(target, people, site))
		expect(label, path, await answerOfBytes(port, bytes), status);

	// 304 and 429 take more than one request.
	const css = [
		...site.found
			.get('/(public)')!
			.get('anonymous')!
			.body.matchAll(/href="([^"]*\.css)"/g)
	][0]?.[1];
	if (css) {
		const path = new URL(css, `${origin}/`).pathname;
		const { etag } = (await answerOf({ port, path })).headers;
		expect(
			'304 the same file',
			path,
			await answerOf({ port, path, headers: { 'if-none-match': etag ?? '' } }),
			304
		);
	}
	let last: Answer | undefined;
	for (let n = 0; n < 130 && last?.status !== 429; n++)
		last = await answerOf({
			port,
			path: '/api/v1/uitkomst',
			method: 'POST',
			headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.99' },
			body: '{}'
		});
	expect('429 too many', '/x', last!, 429);
	const typed = encodeURI('email=g14-niemand@attack.example&wachtwoord=x');
	last = undefined;
	for (let n = 0; n < 8 && last?.status !== 429; n++)
		last = await answerOf({
			port,
			path: '/aanmelden/medewerker',
			method: 'POST',
			headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
			body: typed
		});
	expect('429 a wait at signing in', '/x', last!, 429);

	const pages = site.routes.flatMap(({ id }) =>
		[...(site.found.get(id) ?? [])].slice(0, 1).flatMap(([name, page]) => {
			const isStaff = /^\/(admin|partner|beveiliging|bevestigen|wachtwoord|tweede)/.test(page.path);
			const here = page.type.startsWith('text/html') ? (isStaff ? ['nl', 'en'] : locales) : ['nl'];
			return here.map((locale) => ({
				name,
				path: locale === 'nl' ? page.path : `/${locale}${page.path === '/' ? '' : page.path}`
			}));
		})
	);
	const nonces = new Set<string>();
	let asked = 0;
	people.renew();
	await eachOf(pages, 6, async ({ name, path }) => {
		const answer = await answerOf({ port, path, headers: { cookie: people.byName(name).cookie } });
		expect(`${name} ${path}`, path, answer);
		if (!String(answer.headers['content-type']).startsWith('text/html')) return;
		const { faults, nonce } = policyFaults(answer);
		if (nonce) asked++;
		if (nonce) nonces.add(nonce);
		score.cell(`policy of ${path}`, faults);
	});
	score.cell('every nonce is new', [
		asked !== nonces.size && `${nonces.size} different ones in ${asked} pages`
	]);
	score.print(`${pages.length} pages, statuses ${[...statuses].sort((a, b) => a - b).join(' ')}`);
	return score;
}

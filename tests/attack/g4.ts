import { readFileSync } from 'node:fs';
import { answerOf, answerOfBytes, eachOf, type Answer, type Ask } from './ask.ts';
import { encoded } from './forms.ts';
import { takeChanges } from './plant.ts';
import type { People, Principal } from './principals.ts';
import { Score, type Random } from './score.ts';
import { urlencoded, type Site } from './site.ts';
import type { Target } from './target.ts';

/** Already encoded for a query or a form. */
const hostile = [
	...[
		'',
		'%00',
		'a%00b',
		'%FF%FE',
		'%C0%80',
		'%ED%A0%80',
		'%ED%B0%80x',
		'%E2%80%AEabc',
		'%E2%81%A6x',
		'%0d%0aSet-Cookie:x=1',
		'%'
	],
	...[
		'%zz',
		'%u0041',
		'x'.repeat(3000),
		'%F0%9F%98%80'.repeat(300),
		'-1',
		'0',
		'99999999999999999999',
		'1e309',
		'NaN',
		'-0',
		'0x10'
	],
	...[
		'2026-02-30',
		'0000-00-00',
		'10000-01-01',
		'-000001-01-01',
		'1970-01-01',
		'31-12-9999',
		'2026-W01',
		'25:61',
		'24:00',
		'2:99',
		'00:00'
	],
	...[
		'__proto__',
		'constructor',
		'toString',
		'hasOwnProperty',
		'%5B%5D',
		'%7B%7D',
		'null',
		'undefined',
		'true',
		'[object+Object]'
	],
	...[
		"'%20or%201=1--",
		'%22%3E%3Cscript%3E',
		'%24%7Bx%7D',
		'..%2F..%2Fetc',
		'%5C%5Cx',
		'javascript:alert(1)',
		'%2F%2Fevil.test',
		'https:evil'
	],
	...[
		'%D9%A1%D9%A2',
		'%DB%B1',
		'%E0%A4%A',
		'%25%32%35',
		'+',
		'%09',
		'%0b',
		'%7f',
		'%C2%85',
		'stock:',
		'stock:__proto__',
		'x'.repeat(22)
	]
];
const plain = [
	'',
	'a',
	'\u00e9',
	'"',
	'%',
	',',
	';q=2',
	'*/*',
	'\t',
	'x'.repeat(500),
	'\u00ff\u00fe',
	'()',
	'-1',
	'null',
	'gzip;q=1e9',
	'bytes=5-1'
];
const names = [
	'zz',
	'__proto__',
	'constructor',
	'__proto__[x]',
	'toString',
	'a.b.c',
	'wissel',
	'formKey',
	'version',
	'id',
	'',
	'%00',
	'x'.repeat(300)
];
const headerNames = [
	...[
		'accept',
		'accept-language',
		'accept-encoding',
		'range',
		'if-none-match',
		'if-modified-since',
		'user-agent',
		'save-data'
	],
	...[
		'x-sveltekit-action',
		'x-sveltekit-pathname',
		'x-sveltekit-search',
		'x-forwarded-for',
		'x-forwarded-host',
		'forwarded',
		'referer'
	],
	...[
		'sec-fetch-site',
		'sec-fetch-mode',
		'purpose',
		'x-http-method-override',
		'authorization',
		'content-language',
		'content-encoding'
	]
];
const cookieNames = [
	'__Host-session',
	'__Host-device',
	'__Host-activation',
	'__Host-tweede',
	'__Host-oidc',
	'__Host-taal',
	'__Host-toetsen',
	'PARAGLIDE_LOCALE',
	'session'
];
const cookieValues = [
	'',
	'%E0%A4%A',
	'%',
	'a.b',
	`${'a'.repeat(16)}.${'b'.repeat(43)}`,
	'x'.repeat(3000),
	'"',
	'undefined',
	`${'c'.repeat(43)}.`.repeat(9),
	'__proto__',
	'\u00ff',
	'xx',
	'nl; nl',
	'ar, en',
	'0.0.0'
];
const types = [
	'',
	'text/plain',
	'application/json',
	'multipart/form-data',
	'multipart/form-data; boundary=',
	'multipart/form-data; boundary=x',
	`${urlencoded}; charset=utf-16`,
	'application/x-sveltekit-formdata',
	'text/html',
	'x',
	'multipart/form-data; boundary="\u00ff"',
	'image/png'
];
const bodies = [
	'',
	'{',
	'{}',
	'[]',
	'--x',
	'--x\r\n\r\n',
	'--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--',
	'--x\r\nContent-Disposition: form-data; name="a"; filename="\0"\r\n\r\nx\r\n--x--\r\n',
	'\0\0\0\0\0\0\0',
	'\u0000\u00ff\u00ff\u00ff\u007f\u0000\u0000',
	'&&&&',
	'=',
	'=&=&=',
	'%',
	`${'a=1&'.repeat(3000)}`,
	`${'['.repeat(5000)}`,
	'{"__proto__":{"x":1}}'
];
const methods = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

interface Try {
	who: Principal;
	ask: Omit<Ask, 'port'>;
	/** Broken in its form: nothing at all may come of it. */
	isBroken: boolean;
	what: string;
}

/** Query names that pages use in their links. */
function queryNames(site: Site): string[] {
	const found = new Set(names);
	for (const pages of site.found.values())
		for (const { body } of pages.values())
			for (const [, name = ''] of body.matchAll(/[?&;]([a-z][\w.]*)=/g)) found.add(name);
	return [...found];
}

/** Facts that the law engine takes, to be spoiled in one place. */
function facts(): unknown[] {
	const read = JSON.parse(readFileSync('tests/fixtures/law/public-cases.json', 'utf8')) as unknown;
	const all: unknown[] = [];
	const walk = (node: unknown) => {
		if (Array.isArray(node)) return node.forEach(walk);
		if (typeof node !== 'object' || node === null) return;
		if (Object.keys(node).length >= 5) all.push(node);
		Object.values(node).forEach(walk);
	};
	walk(read);
	return all.slice(0, 60);
}

const odd: unknown[] = [
	null,
	-1,
	1e308,
	'',
	'x'.repeat(5000),
	[],
	{},
	true,
	'2026-02-30',
	'0000-01-01',
	'\u0000',
	'\ud800',
	[[[[[]]]]],
	{ __proto__x: 1 },
	0.1,
	'١٢'
];
function spoiled(value: unknown, random: Random): unknown {
	if (random.chance(0.2) || typeof value !== 'object' || value === null) return random.of(odd);
	const copy = structuredClone(value) as Record<string, unknown>;
	const keys = Object.keys(copy);
	const key =
		random.chance(0.1) || keys.length === 0 ? random.of(['__proto__', 'zz', 'constructor']) : random.of(keys);
	Object.defineProperty(copy, key, {
		value: spoiled(copy[key], random),
		enumerable: true,
		configurable: true,
		writable: true
	});
	return copy;
}

function maker(site: Site, people: People, { origin }: Target, random: Random) {
	const queries = queryNames(site);
	const cases = facts();
	const addresses = site.routes.map(({ id }) => site.addressOf(id));
	const whos = ['anonymous', 'A', 'C', 'K1', 'CO1', 'P1', 'X', 'first-factor'].map(people.byName);
	const who = () => random.of(whos);
	const pair = () => `${random.of(queries)}=${random.of(hostile)}`;
	const clean = (text: string) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '');

	const form = (isBroken: boolean): Try => {
		// A form without fields that is sent empty is a whole one.
		const found = random.of(isBroken ? site.forms.filter(({ fields }) => fields.length > 0) : site.forms);
		const one = random.chance(0.8) ? found.by : who();
		const pairs = found.fields.map(
			([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
		);
		const headers: Record<string, string> = {
			cookie: one.cookie,
			origin,
			accept: random.of(['text/html', 'application/json']),
			'content-type': urlencoded
		};
		const ask = { path: found.target, method: 'POST', headers, body: '' };
		if (!isBroken) {
			for (let n = 0; n <= random.below(3); n++) {
				const at = random.below(Math.max(pairs.length, 1));
				pairs[at] = `${(pairs[at] ?? 'zz').split('=')[0]}=${random.of(hostile)}`;
			}
			return { who: one, ask: { ...ask, body: pairs.join('&') }, isBroken, what: 'a field' };
		}
		const way = random.below(5);
		if (way === 0)
			pairs.push(
				`${random.of(['zz', '__proto__', 'role', 'gemeenteId', 'constructor', '__proto__[x]'])}=${random.of(hostile)}`
			);
		if (way === 1) pairs.push(pairs.length > 0 ? random.of(pairs.slice(0, 1)) : 'zz=1', 'zz=2');
		if (way >= 2) headers['content-type'] = clean(random.of(types));
		const action =
			way === 4
				? random.of(['__proto__', 'toString', 'constructor', '%00', 'x&/y', 'default', ''])
				: undefined;
		const path = action === undefined ? ask.path : `${ask.path.split('?')[0]}?/${action}`;
		return {
			who: one,
			ask: { ...ask, path, body: way >= 2 ? random.of(bodies) : pairs.join('&') },
			isBroken,
			what: 'a form'
		};
	};
	const query = (): Try => {
		const one = who();
		const path = `${random.of(addresses)}?${Array.from({ length: 1 + random.below(3) }, pair).join('&')}`;
		const data = random.chance(0.2) ? path.replace('?', '/__data.json?') : path;
		return {
			who: one,
			ask: { path: data, headers: { cookie: one.cookie } },
			isBroken: true,
			what: 'a query'
		};
	};
	const path = (): Try => {
		const one = who();
		const parts = random.of(addresses).split('/');
		parts[1 + random.below(Math.max(parts.length - 1, 1))] = random.of(hostile);
		return {
			who: one,
			ask: { path: parts.join('/') || '/', headers: { cookie: one.cookie } },
			isBroken: true,
			what: 'an address'
		};
	};
	const header = (): Try => {
		const one = who();
		const headers: Record<string, string> = { cookie: one.cookie };
		for (let n = 0; n <= random.below(3); n++) headers[random.of(headerNames)] = clean(random.of(plain));
		return {
			who: one,
			ask: { path: random.of(addresses), method: random.of(methods), headers },
			isBroken: true,
			what: 'a header'
		};
	};
	const cookie = (): Try => {
		const one = who();
		const extra = Array.from(
			{ length: 1 + random.below(3) },
			() => `${random.of(cookieNames)}=${random.of(cookieValues)}`
		);
		const all = random.chance(0.5) ? [...extra, one.cookie] : [one.cookie, ...extra];
		return {
			who: people.byName('anonymous'),
			ask: { path: random.of(addresses), headers: { cookie: all.filter(Boolean).join('; ') } },
			isBroken: true,
			what: 'a cookie'
		};
	};
	let n = 0;
	const api = (): Try => {
		const body = random.chance(0.3)
			? random.of(bodies)
			: JSON.stringify(
					random.chance(0.3) ? [spoiled(random.of(cases), random)] : spoiled(random.of(cases), random)
				);
		const address = `198.51.${(n >> 8) & 255}.${n++ & 255}`;
		const headers = {
			'content-type': random.chance(0.9) ? 'application/json' : clean(random.of(types)),
			'x-forwarded-for': address
		};
		return {
			who: people.byName('anonymous'),
			ask: { path: '/api/v1/uitkomst', method: 'POST', headers, body },
			isBroken: true,
			what: 'the api'
		};
	};
	const ways = [
		() => form(false),
		() => form(false),
		() => form(true),
		() => form(true),
		query,
		query,
		path,
		header,
		cookie,
		api
	];
	return () => random.of(ways)();
}

export interface G4Options {
	count: number;
}

/** IN-01 to IN-06, IN-09, OPS-06, SES-10: malformed input never gives a 5xx, and what is broken never a row. */
export async function malformed(
	target: Target,
	people: People,
	site: Site,
	{ count }: G4Options,
	random: Random
): Promise<Score> {
	const score = new Score('G4 malformed input');
	const { port, db } = target;
	const make = maker(site, people, target, random);
	await mended(target, people, site, score);
	const times: number[] = [];
	const statuses = new Map<number, number>();
	const memory: number[] = [];
	takeChanges(db);
	// In rounds of one kind, so that a changed row has few who can have made it.
	const round = 50;
	for (let done = 0; done < count; done += round) {
		if (done % 200 === 0) people.renew();
		memory.push(target.memory());
		const all = Array.from({ length: Math.min(round, count - done) }, make);
		for (const isBroken of [true, false]) {
			const tries = all.filter((one) => one.isBroken === isBroken);
			await eachOf(tries, 8, async ({ ask, what, who }) => {
				const started = performance.now();
				const answer = await tryIt(port, ask);
				times.push(performance.now() - started);
				statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
				score.cell(
					`${what}: ${who.name} ${ask.method ?? 'GET'} ${ask.path} ${JSON.stringify({ ...ask.headers, cookie: '' })} ${String(ask.body ?? '').slice(0, 300)}`,
					[
						(answer.status >= 500 || answer.status === 0) && `status ${answer.status}`,
						/"status":\s*5\d\d\b/.test(answer.body) && 'a 5xx inside the answer'
					]
				);
			});
			const changes = takeChanges(db);
			if (isBroken && changes.length > 0)
				score.cell('broken input', [
					`left ${JSON.stringify(changes.slice(0, 3))} after ${tries
						.map(({ ask }) => `${ask.method ?? 'GET'} ${ask.path} ${String(ask.body ?? '').slice(0, 80)}`)
						.filter((line) => line.startsWith('P'))
						.join(' | ')
						.slice(0, 1500)}`
				]);
		}
	}
	const [early, late] = [leastOf(memory, 2), leastOf(memory, 3)];
	const grown = late - early;
	score.cell('the server lives', [!target.isAlive() && 'it ended']);
	// What is collected as garbage comes and goes: the least of a quarter is what stays; warm after two of them.
	if (count >= 20_000) score.cell('memory', [grown >= 50 && `grew by ${grown.toFixed(0)} MB`]);
	score.cell('no control character was stored', hostileTexts(target));
	times.sort((a, b) => a - b);
	const kinds = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
	score.print(
		`p50 ${times[times.length >> 1]!.toFixed(0)} ms, p99 ${times[Math.floor(times.length * 0.99)]!.toFixed(0)} ms, memory ${early.toFixed(0)} MB, later ${late.toFixed(0)} MB; ${kinds.join(', ')}`
	);
	return score;
}

/** The least memory in this quarter of the run. */
const leastOf = (samples: readonly number[], quarter: number) =>
	Math.min(
		...samples.slice(
			Math.floor((samples.length * quarter) / 4),
			Math.ceil((samples.length * (quarter + 1)) / 4)
		)
	);

/** Holes that were found and closed, one by one. */
async function mended({ port, origin }: Target, people: People, site: Site, score: Score): Promise<void> {
	const { cookie } = people.byName('A');
	const headers = { cookie, origin, accept: 'text/html', 'content-type': urlencoded };
	const answerPage = site.addressOf('/(inburgeraar)/afspraken/[id]/antwoord');
	for (const name of ['default', '__proto__', 'constructor', 'toString', 'valueOf']) {
		for (const page of ['/pip', '/aanmelden', '/hulp']) {
			const { status } = await answerOf({
				port,
				path: `${page}?/${name}`,
				method: 'POST',
				headers,
				body: ''
			});
			score.cell(`IN-01 an action named ${name} on ${page}`, [
				status !== 404 && `answered ${status} instead of 404`
			]);
		}
	}
	const staff = { ...headers, cookie: people.byName('K1').cookie };
	const snooze = `/admin/inburgeraars/${people.a}/uitstel/schakelen_laatste_dag`;
	const asked = 'formKey=attackattackattackatta&query=&reason=wacht_op_inburgeraar&dag=&terug=morgen';
	await answerOf({ port, path: snooze, method: 'POST', headers: staff, body: `${asked}&note=een` });
	const again = await answerOf({
		port,
		path: snooze,
		method: 'POST',
		headers: staff,
		body: `${asked}&note=twee`
	});
	score.cell('IN-11 a key sent again with other content', [
		again.status !== 422 && `answered ${again.status}`
	]);
	const template = site.forms.find(({ routeId }) => routeId === '/admin/sjablonen/[sjabloon]');
	const spoilt = template?.fields.map(([name, value]): [string, string] => [
		name,
		name.endsWith('.soort') ? 'toString' : value
	]);
	if (template && spoilt) {
		const { status } = await answerOf({
			port,
			path: template.target,
			method: 'POST',
			headers: staff,
			body: encoded(spoilt)
		});
		score.cell('IN-01 an agreement of a kind that every object has', [
			status !== 400 && `answered ${status}`
		]);
	}
	for (const body of [
		'version=1&antwoord=x',
		'version=1&antwoord=__proto__',
		'version=x&antwoord=toString'
	]) {
		const { status } = await answerOf({ port, path: answerPage, method: 'POST', headers, body });
		score.cell(`IN-01 an answer that is none of the three: ${body}`, [
			status !== 400 && `answered ${status} instead of 400`
		]);
	}
}

/** Over the ordinary client, or as bytes where that refuses to send such a thing. */
async function tryIt(port: number, ask: Omit<Ask, 'port'>): Promise<Answer> {
	const isSendable = /^[\x21-\x7e]+$/.test(ask.path) && ask.path.startsWith('/');
	if (isSendable) return answerOf({ port, ...ask }).catch(() => ({ status: 0, headers: {}, body: '' }));
	return answerOfBytes(
		port,
		Buffer.from(`GET ${ask.path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`, 'latin1')
	);
}

/** IN-06: no text in any table holds a control character. */
function hostileTexts({ db }: Target): string[] {
	const tables = db
		.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
		.pluck()
		.all() as string[];
	return tables.flatMap((table) => {
		const columns = db
			.prepare("select name from pragma_table_info(?) where upper(type) = 'TEXT'")
			.pluck()
			.all(table) as string[];
		return columns.flatMap((column) => {
			const n = db
				.prepare(
					`select count(*) from ${table} where ${column} glob '*[' || char(1) || '-' || char(8) || ']*' or instr(${column}, char(0)) > 0`
				)
				.pluck()
				.get() as number;
			return n > 0 ? [`${n} in ${table}.${column}`] : [];
		});
	});
}

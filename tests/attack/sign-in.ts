import { randomBytes } from 'node:crypto';
import { answerOf, type Answer } from './ask.ts';
import { encoded } from './forms.ts';
import { TOTP, Secret } from 'otpauth';
import { samePasskeyAnswers } from './passkeys.ts';
import type { People } from './principals.ts';
import { timing } from './g12.ts';
import { Score, type Random } from './score.ts';
import { alphabet, hashed, letterCode, sha256 } from './secrets.ts';
import { urlencoded } from './site.ts';
import type { Target } from './target.ts';

function poster({ port, origin }: Target) {
	return (path: string, fields: [string, string][], cookie = '', address = '198.51.100.1'): Promise<Answer> =>
		answerOf({
			...{ port, path, method: 'POST', body: encoded(fields) },
			headers: { origin, cookie, accept: 'text/html', 'content-type': urlencoded, 'x-forwarded-for': address }
		});
}

/** All that may tell two answers apart, without what was typed and what is new every time. */
const bare = ({ status, headers, body }: Answer, typed: string[]): string => {
	const { date: _, 'content-length': __, 'content-security-policy': ___, etag: ____, ...rest } = headers;
	const text = typed.reduce((left, one) => left.replaceAll(one, 'TYPED'), body);
	return JSON.stringify([
		status,
		rest,
		text.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/value="[\w-]{22}"/g, '')
	]);
};

/** AUTH-06: known, unknown, disabled: the same status, headers and page; with samples, the same time as well. */
export async function sameAnswers(
	target: Target,
	people: People,
	samples: number,
	random: Random
): Promise<Score> {
	const score = new Score('G12 equal answers');
	const post = poster(target);
	const { db } = target;
	const phc = hashed('een lang wachtwoord');
	const names = ['k@attack.example', 'weg@attack.example', 'demo@attack.example', 'niemand@attack.example'];
	const add = db.prepare(
		`insert into people (id, gemeente_id, role, name, name_folded, login_name, password_hash, is_active, is_demo, created_at, must_change_password)
		select ?, gemeente_id, 'consulent', 'Attack', 'attack', ?, ?, ?, ?, created_at, ? from people where id = ?`
	);
	add.run(
		sha256('g12a').slice(0, 22),
		'g12-bekend@attack.example',
		phc,
		1,
		1,
		0,
		people.byName('K1').personId
	);
	add.run(
		sha256('g12b').slice(0, 22),
		'g12-gestopt@attack.example',
		phc,
		0,
		1,
		0,
		people.byName('K1').personId
	);
	add.run(
		sha256('g12c').slice(0, 22),
		'g12-zonder@attack.example',
		null,
		1,
		1,
		0,
		people.byName('K1').personId
	);
	add.run(
		sha256('g12d').slice(0, 22),
		'g12-eenmalig@attack.example',
		phc,
		1,
		1,
		1,
		people.byName('K1').personId
	);
	const accounts = [
		'g12-bekend@attack.example',
		'g12-gestopt@attack.example',
		'g12-zonder@attack.example',
		'g12-eenmalig@attack.example',
		...names
	];
	for (const wrong of ['fout', 'x'.repeat(128), 'één']) {
		const unknown = 'g12-niemand@attack.example';
		const first = bare(
			await post('/aanmelden/medewerker', [
				['email', unknown],
				['wachtwoord', wrong]
			]),
			[unknown]
		);
		for (const email of accounts) {
			const answer = await post('/aanmelden/medewerker', [
				['email', email],
				['wachtwoord', wrong]
			]);
			score.cell(`password of ${email}`, [
				bare(answer, [email]) !== first && `another answer: ${answer.status}`
			]);
		}
	}
	// The right password of somebody who may not sign in is answered as a wrong one.
	const right = 'een lang wachtwoord';
	const stopped = await post('/aanmelden/medewerker', [
		['email', 'g12-gestopt@attack.example'],
		['wachtwoord', right]
	]);
	const nobody = await post('/aanmelden/medewerker', [
		['email', 'g12-niemand2@attack.example'],
		['wachtwoord', right]
	]);
	score.cell('the right password of a stopped account', [
		bare(stopped, ['g12-gestopt@attack.example']) !== bare(nobody, ['g12-niemand2@attack.example']) &&
			'another answer'
	]);
	// Letters: good code with a wrong day, used, void, expired, too many tries, and one that does not exist.
	const letter = db.prepare(
		`insert into activation_letters (selector, person_id, verifier_hash, created_by, created_at, expires_at, wrong_tries, redeemed_at, voided_at)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	);
	const now = Date.now();
	const kinds: [string, number, number, number | null, number | null][] = [
		['open', now + 1e9, 0, null, null],
		['used', now + 1e9, 0, now, null],
		['void', now + 1e9, 0, null, now],
		['expired', now - 1e6, 0, null, null],
		['five tries', now + 1e9, 5, null, null]
	];
	const none = letterCode('ZZZZZZ22222222222');
	const expected = bare(
		await post('/activeren', [
			['code', none],
			['geboortedatum', '01-02-1903']
		]),
		[none]
	);
	for (const [n, [kind, expires, tries, redeemed, voided]] of kinds.entries()) {
		const code = letterCode(`YYYYY${alphabet[n]}33333333333`);
		letter.run(
			code.slice(0, 6),
			people.a,
			hashed(code.slice(6)),
			people.byName('K1').personId,
			now - 1e6,
			expires,
			tries,
			redeemed,
			voided
		);
		const answer = await post('/activeren', [
			['code', code],
			['geboortedatum', '01-02-1903']
		]);
		score.cell(`a letter, ${kind}`, [
			bare(answer, [code]) !== expected && `another answer: ${answer.status}`
		]);
	}
	// A PIN without a device, and with a device that nobody has.
	const without = bare(await post('/aanmelden', [['pin', '123456']]), []);
	for (const cookie of [
		`__Host-device=${'x'.repeat(43)}`,
		'__Host-device=',
		`__Host-device=${'y'.repeat(43)}.${'z'.repeat(43)}`
	])
		score.cell('a PIN with a made-up device', [
			bare(await post('/aanmelden', [['pin', '123456']], cookie), []) !== without && 'another answer'
		]);
	await samePasskeyAnswers(target, { known: people.a, stopped: sha256('g12b').slice(0, 22) }, bare, score);
	if (samples > 0) await timing(score, target, people, samples, random);
	score.print(samples > 0 ? '' : 'times are compared with --full');
	return score;
}

const cookieOf = ({ headers }: Answer, name: string) =>
	headers['set-cookie']
		?.map((line) => line.split(';')[0] ?? '')
		.find((line) => line.startsWith(`${name}=`)) ?? '';

/** Signs somebody in with both steps, as a browser would; what comes back says that this browser is known. */
async function becomeKnown(target: Target, email: string, password: string): Promise<string> {
	const post = poster(target);
	const first = await post('/aanmelden/medewerker', [
		['email', email],
		['wachtwoord', password]
	]);
	const halfway = cookieOf(first, '__Host-tweede');
	const { port, origin } = target;
	const page = await answerOf({ port, path: '/tweede-stap', headers: { origin, cookie: halfway } });
	const [, secret = ''] = /[?;&]secret=([A-Z2-7]{16,})/.exec(page.body) ?? [];
	if (!secret) return '';
	const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
	return cookieOf(await post('/tweede-stap', [['code', code]], halfway), '__Host-bekend');
}

const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;
async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
	const from = performance.now();
	return { answer: await work(), ms: performance.now() - from };
}

/** AUTH-02, AUTH-05: how many guesses are judged, from one address and from two hundred. */
export async function guessing(
	target: Target,
	people: People,
	/** `most`: milliseconds that others may wait (p95); absent: too few tries to say. */
	{ tries, most }: { tries: number; most?: number }
): Promise<Score> {
	const score = new Score('G13 guessing');
	const post = poster(target);
	const { db } = target;
	const judged = (subject: string, action: string) =>
		db
			.prepare("select count(*) from audit_events where subject_id = ? and action = ? and result = 'denied'")
			.pluck()
			.get(subject, action) as number;
	const person = (key: string, login: string, password: string | null) => {
		const id = sha256(`g13:${key}`).slice(0, 22);
		db.prepare(
			`insert into people (id, gemeente_id, role, name, name_folded, login_name, password_hash, is_active, is_demo, created_at)
			select ?, gemeente_id, 'consulent', 'Attack', 'attack', ?, ?, 1, 1, created_at from people where id = ?`
		).run(id, login, password, people.byName('K1').personId);
		return id;
	};
	const address = (n: number) => `203.0.113.${n % 200}`;
	for (const [label, from] of [
		['one address', 1],
		['200 addresses', 200]
	] as const) {
		const email = `g13-${from}@attack.example`;
		const id = person(label, email, hashed('een lang wachtwoord'));
		const answers: Answer[] = [];
		const known = await becomeKnown(target, email, 'een lang wachtwoord');
		score.cell(`the browser of the owner, ${label}`, [!known && 'is not known after a full sign-in']);
		const owners: number[] = [];
		const others: number[] = [];
		for (let n = 0; n < tries; n += 10) {
			const { ms } = await timed(() => answerOf({ port: target.port, path: '/aanmelden' }));
			others.push(ms);
			if (n % Math.max(20, tries / 10) === 0 && n > 0) {
				const own: [string, string][] = [
					['email', email],
					['wachtwoord', 'een lang wachtwoord']
				];
				const right = await timed(() => post('/aanmelden/medewerker', own, known, '198.51.100.9'));
				owners.push(right.ms);
				const isIn = right.answer.status === 303 && right.answer.headers.location?.includes('tweede-stap');
				score.cell(`the owner after ${n} guesses from ${label}`, [
					!isIn && `not let in: ${right.answer.status}`,
					right.ms > 3_000 && `${Math.round(right.ms)} ms`
				]);
			}
			answers.push(
				...(await Promise.all(
					Array.from({ length: 10 }, (_, k) =>
						post(
							'/aanmelden/medewerker',
							[
								['email', email],
								['wachtwoord', `gok ${n + k}`]
							],
							'',
							address(from === 1 ? 0 : n + k)
						)
					)
				))
			);
		}
		score.cell(`others meanwhile, ${label}`, [
			most !== undefined && p95(others) > most && `p95 of ${Math.round(p95(others))} ms`
		]);
		console.log(
			`  the owner beside them: ${Math.round(Math.max(...owners))} ms at most; others p95 ${Math.round(p95(others))} ms`
		);
		const n = judged(id, 'session.start');
		score.cell(`${tries} passwords from ${label}: ${n} judged`, [
			n > 100 && `${n} judged`,
			n < 5 && 'fewer than five: the owner would be out at once',
			answers.some(({ status }) => status >= 500) && 'a 5xx',
			!answers.some(({ status, headers }) => status === 429 && headers['retry-after']) &&
				'nobody was told to wait'
		]);
		console.log(`  passwords from ${label}: ${n} of ${tries} judged`);
	}
	// The second step: a token per browser, the same account.
	const halfway = person('tweede', 'g13-tweede@attack.example', null);
	const step = db.prepare(
		'insert into pending_sign_ins (token_hash, person_id, created_at) values (?, ?, ?)'
	);
	const tokens = Array.from({ length: 20 }, () => randomBytes(32).toString('base64url'));
	for (const token of tokens) step.run(sha256(token), halfway, Date.now());
	for (let n = 0; n < tries; n += 10)
		await Promise.all(
			Array.from({ length: 10 }, (_, k) =>
				post(
					'/tweede-stap',
					[['code', String(100_000 + n + k)]],
					`__Host-tweede=${tokens[(n + k) % 20]}`,
					address(n + k)
				)
			)
		);
	// A refusal to judge is a denial in the audit log as well: the counter says how many were judged.
	const codes = db
		.prepare('select wrong_tries from sign_in_tries where subject = ?')
		.pluck()
		.get(`tweede:${halfway}`) as number;
	score.cell(`${tries} codes with 20 tokens: ${codes} judged`, [
		codes > 100 && `${codes} judged`,
		codes === 0 && 'none was judged: the test is blind'
	]);
	console.log(`  codes of the second step: ${codes} of ${tries} judged`);
	// A PIN: fifty at once on one device; the other device of the same person goes on.
	const device = db.prepare(
		"insert into devices (id, person_id, token_hash, kind, created_at, last_used_at) values (?, ?, ?, 'telefoon', ?, ?)"
	);
	db.prepare('update people set pin_hash = ? where id = ?').run(hashed('wordt nooit geraden'), people.b);
	const [stolen, own] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
	for (const token of [stolen, own])
		device.run(sha256(token).slice(0, 22), people.b, sha256(token), Date.now(), Date.now());
	const pins = await Promise.all(
		Array.from({ length: 50 }, (_, n) =>
			post('/aanmelden', [['pin', String(482_913 + n)]], `__Host-device=${stolen}`, address(n))
		)
	);
	const stateOf = (token: string) =>
		db
			.prepare('select wrong_tries as tries, revoked_at as revoked from devices where token_hash = ?')
			.get(sha256(token)) as { tries: number; revoked: number | null };
	score.cell('50 PINs at once on one device: five judged, then the device is ended', [
		stateOf(stolen).tries !== 5 && `${stateOf(stolen).tries} judged`,
		stateOf(stolen).revoked === null && 'not ended',
		pins.some(({ status }) => status >= 500) && 'a 5xx'
	]);
	score.cell('the other device of the same person', [
		stateOf(own).revoked !== null && 'ended as well',
		stateOf(own).tries > 0 && 'counted as well'
	]);
	// A letter: fifty days of birth at once.
	const code = letterCode('XXXXXX44444444444');
	db.prepare(
		'insert into activation_letters (selector, person_id, verifier_hash, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?)'
	).run(
		...[
			code.slice(0, 6),
			people.c,
			hashed(code.slice(6)),
			people.byName('K3').personId,
			Date.now(),
			Date.now() + 1e9
		]
	);
	await Promise.all(
		Array.from({ length: 50 }, (_, n) =>
			post(
				'/activeren',
				[
					['code', code],
					['geboortedatum', `01-01-${1903 + (n % 20)}`]
				],
				'',
				address(n)
			)
		)
	);
	const used = db
		.prepare('select wrong_tries from activation_letters where selector = ?')
		.pluck()
		.get(code.slice(0, 6)) as number;
	score.cell('50 days of birth at once on one letter: five judged', [used !== 5 && `${used} judged`]);
	score.print();
	return score;
}

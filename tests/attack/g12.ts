import { randomBytes } from 'node:crypto';
import { answerOf } from './ask.ts';
import { encoded } from './forms.ts';
import type { People } from './principals.ts';
import type { Random, Score } from './score.ts';
import { alphabet, hashed, letterCode, sha256 } from './secrets.ts';
import { urlencoded } from './site.ts';
import { startTarget, type Target } from './target.ts';

/** Two kinds of somebody who must look the same to a clock. */
interface Pair {
	name: string;
	/** One request about the n-th somebody of this kind. */
	ask: (isKnown: boolean, n: number) => Promise<unknown>;
}

/** How well the slower of two tells them apart: one half is not at all. */
export function areaUnderCurve(known: readonly number[], unknown: readonly number[]): number {
	const all = [...known.map((time) => ({ time, isKnown: true })), ...unknown.map((time) => ({ time, isKnown: false }))].toSorted((a, b) => a.time - b.time); // prettier-ignore
	const ranks = all.reduce((sum, { isKnown }, n) => sum + (isKnown ? n + 1 : 0), 0);
	return (ranks - (known.length * (known.length + 1)) / 2) / (known.length * unknown.length);
}

const within = (area: number) => area >= 0.45 && area <= 0.55;

/**
 * AUTH-06: one after the other, in a random order. With 300 of each, chance alone leaves the bounds in one of thirty
 * runs: then as many again are taken, twice at most, and all count together.
 */
export async function timing(
	score: Score,
	target: Target,
	people: People,
	samples: number,
	random: Random
): Promise<void> {
	// With mail: of its own, since what is sent beside the requests would look like their doing.
	const mail = await startTarget(target.port + 3, false, { SMTP_URL: 'smtp://127.0.0.1:9' });
	try {
		const pairs = [...pairsOf(target, people, samples * 3 + 20), mailPair(mail)];
		for (const pair of pairs) await timed(score, pair, samples, random);
	} finally {
		await mail.stop();
	}
}

async function timed(score: Score, { name, ask }: Pair, samples: number, random: Random): Promise<void> {
	const times = { known: [] as number[], unknown: [] as number[] };
	for (let n = 0; n < 10; n++) for (const isKnown of [true, false]) await ask(isKnown, n);
	let area = 1;
	for (let batch = 0; batch < 3 && !within(area); batch++) {
		for (let n = 0; n < samples; n++) {
			const order = random.chance(0.5) ? [true, false] : [false, true];
			for (const isKnown of order) {
				const started = performance.now();
				await ask(isKnown, 10 + batch * samples + n);
				times[isKnown ? 'known' : 'unknown'].push(performance.now() - started);
			}
		}
		area = areaUnderCurve(times.known, times.unknown);
	}
	const text = `${name}: AUC ${area.toFixed(3)} of 2 × ${String(times.known.length)}`;
	console.log(`  ${text}`);
	score.cell(text, [!within(area) && 'the clock tells them apart']);
}

function pairsOf({ port, origin, db }: Target, people: People, most: number): Pair[] {
	const post = (path: string, fields: [string, string][], cookie = '') =>
		answerOf({
			...{ port, path, method: 'POST', body: encoded(fields) },
			headers: { origin, cookie, accept: 'text/html', 'content-type': urlencoded }
		});
	const phc = hashed('een lang wachtwoord');
	const account = db.prepare(
		`insert into people (id, gemeente_id, role, name, name_folded, login_name, password_hash, is_active, is_demo, created_at)
		select ?, gemeente_id, 'consulent', 'Attack', 'attack', ?, ?, ?, 1, created_at from people where id = ?`
	);
	const letter = db.prepare(
		'insert into activation_letters (selector, person_id, verifier_hash, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?)'
	);
	const device = db.prepare(
		"insert into devices (id, person_id, token_hash, kind, created_at, last_used_at, revoked_at) values (?, ?, ?, 'telefoon', ?, ?, ?)"
	);
	const by = people.byName('K1').personId;
	const now = Date.now();
	const tokens: string[] = [];
	const codeOf = (n: number, kind: string) => letterCode(`${kind}${digits(n)}7777777777${kind}`.slice(0, 17));
	db.transaction(() => {
		for (let n = 0; n < most; n++) {
			account.run(sha256(`g12t${String(n)}`).slice(0, 22), `k${String(n)}@tijd.example`, phc, 1, by);
			account.run(sha256(`g12s${String(n)}`).slice(0, 22), `s${String(n)}@tijd.example`, phc, 0, by);
			const code = codeOf(n, 'KK');
			letter.run(code.slice(0, 6), people.a, phc, by, now, now + 1e9);
			const token = randomBytes(32).toString('base64url');
			tokens.push(token);
			device.run(sha256(token).slice(0, 22), people.a, sha256(token), now, now, now);
		}
	})();
	const password = (name: string): [string, string][] => [
		['email', name],
		['wachtwoord', 'gok']
	];
	const born = (code: string): [string, string][] => [
		['code', code],
		['geboortedatum', '01-02-1903']
	];
	const someToken = () => randomBytes(32).toString('base64url');
	return [
		{
			name: 'password, known account',
			ask: (isKnown, n) =>
				post('/aanmelden/medewerker', password(`${isKnown ? 'k' : 'u'}${String(n)}@tijd.example`))
		},
		{
			name: 'password, stopped account',
			ask: (isKnown, n) =>
				post('/aanmelden/medewerker', password(`${isKnown ? 's' : 'v'}${String(n)}@tijd.example`))
		},
		{
			name: 'letter',
			ask: (isKnown, n) => post('/activeren', born(codeOf(n, isKnown ? 'KK' : 'ZZ')))
		},
		{
			name: 'PIN, revoked device',
			ask: (isKnown, n) =>
				post('/aanmelden', [['pin', '123456']], `__Host-device=${isKnown ? tokens[n]! : someToken()}`)
		}
	];
}

/** A link by mail for an address that is somebody's, and for one that is nobody's; each from an address of its own. */
function mailPair({ port, origin, db, subjects }: Target): Pair {
	const add = db.prepare(
		'insert or replace into email_addresses (person_id, address, confirmed_at) values (?, ?, ?)'
	);
	for (const [n, id] of subjects.entries()) add.run(id, `k${String(n)}@mail.example`, Date.now());
	return {
		name: 'link by mail',
		ask: (isKnown, n) =>
			answerOf({
				...{ port, path: '/aanmelden/e-mail', method: 'POST' },
				body: encoded([['email', `${isKnown ? 'k' : 'u'}${String(n % subjects.length)}@mail.example`]]),
				headers: {
					...{ origin, accept: 'text/html', 'content-type': urlencoded },
					'x-forwarded-for': `10.${String(Number(isKnown))}.${String(n >> 8)}.${String(n & 255)}`
				}
			})
	};
}

/** A number in four characters of the alphabet of letters. */
const digits = (n: number): string =>
	Array.from(
		{ length: 4 },
		(_, at) => alphabet[Math.floor(n / alphabet.length ** at) % alphabet.length]
	).join('');

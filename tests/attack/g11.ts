import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { answerOf } from './ask.ts';
import { canariesIn, takeChanges } from './plant.ts';
import type { People } from './principals.ts';
import { Score } from './score.ts';
import { hashed, keyedPin, letterCode, sha256 } from './secrets.ts';
import type { Target } from './target.ts';
import { visit, Visitor } from './visitor.ts';

/** A login session, and what is asked with it. */
interface Login {
	who: Visitor;
	/** A page, and the address of a form, that only this somebody opens. */
	page: string;
	action: string;
	fields: [string, string][];
}
const participant = (who: Visitor): Login => ({
	...{ who, page: '/vandaag', action: '/instellingen?/weergave' },
	fields: [
		['wat', 'tekst'],
		['stand', 'aan']
	]
});
const staff = (who: Visitor): Login => ({
	...{ who, page: '/admin', action: '/beveiliging' },
	fields: [['code', '123456']]
});

interface World {
	target: Target;
	people: People;
	/** A participant of the demo for this round, whose login sessions nobody else has. */
	newParticipant: (key: string, pin?: string) => { id: string; persona: string };
	newStaff: (key: string, role?: string) => { id: string; persona: string; email: string };
	/** A coordinator who keeps the accounts of the municipality, freshly signed in: a fresh proof (AUTH-11). */
	keeper: () => Promise<Visitor>;
}
/** One way in which a login ends: starts it, and gives back how it is ended. */
type Way = (world: World, key: string) => Promise<{ login: Login; end: () => Promise<unknown> }>;

const password = 'vier blauwe paarden';
const pin = '482913';

/** Signs in by PIN on a device that the portal knows. */
async function withPin({ target, newParticipant }: World, key: string) {
	const { id, persona } = newParticipant(key, pin);
	const token = randomBytes(32).toString('base64url');
	target.db
		.prepare(
			"insert into devices (id, person_id, token_hash, kind, created_at, last_used_at) values (?, ?, ?, 'telefoon', ?, ?)"
		)
		.run(sha256(token).slice(0, 22), id, sha256(token), Date.now(), Date.now());
	const who = new Visitor(target, `__Host-device=${token}`);
	await who.post('/aanmelden', [['pin', pin]]);
	return { who, id, persona, deviceId: sha256(token).slice(0, 22), token };
}

const account = async (who: Visitor, id: string, action: string, typed: Record<string, string> = {}) =>
	who.send(await who.formOf(`/admin/medewerkers/${id}`, action), typed);

const ways: Record<string, Way> = {
	async 'signed out'({ target, newParticipant }, key) {
		const who = await visit(target, newParticipant(key).persona);
		const copy = new Visitor(target, who.cookie);
		return { login: participant(copy), end: () => who.post('/afmelden', []) };
	},
	async 'signed out, device forgotten'(world, key) {
		const { who } = await withPin(world, key);
		const copy = new Visitor(world.target, who.cookie);
		return { login: participant(copy), end: () => who.post('/afmelden', [['vergeet', 'ja']]) };
	},
	async 'signed in again in the same browser'({ target, newParticipant }, key) {
		const { persona } = newParticipant(key);
		const who = await visit(target, persona);
		const copy = new Visitor(target, who.cookie);
		return { login: participant(copy), end: () => who.post('/demo', [['persona', persona]]) };
	},
	async 'all others ended'({ target, newParticipant }, key) {
		const { persona } = newParticipant(key);
		const [who, other] = [await visit(target, persona), await visit(target, persona)];
		return { login: participant(who), end: () => other.post('/instellingen?/anderen', []) };
	},
	async 'this one ended from another place'({ target, newParticipant }, key) {
		const { persona } = newParticipant(key);
		const [who, other] = [await visit(target, persona), await visit(target, persona)];
		const id = who.valueOf('session')?.slice(0, 16) ?? '';
		return { login: participant(who), end: () => other.post('/instellingen?/beeindig', [['id', id]]) };
	},
	async 'device revoked'(world, key) {
		const { who, persona, deviceId } = await withPin(world, key);
		const other = await visit(world.target, persona);
		return { login: participant(who), end: () => other.post('/instellingen?/vergeet', [['id', deviceId]]) };
	},
	async 'another PIN by a new letter'({ target, people, newParticipant }, key) {
		const { id, persona } = newParticipant(key);
		const who = await visit(target, persona);
		const code = letterCode(
			`W${key
				.replaceAll(/[^2-9]/g, '2')
				.padStart(4, '3')
				.slice(-4)}Q55555555555`
		);
		const insert = target.db.prepare(
			'insert or replace into activation_letters (selector, person_id, verifier_hash, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?)'
		);
		const by = people.byName('K1').personId;
		insert.run(code.slice(0, 6), id, hashed(code.slice(6)), by, Date.now(), Date.now() + 1e9);
		const other = new Visitor(target);
		const end = async () => {
			await other.post('/activeren', [
				['code', code],
				['geboortedatum', '02-03-1990']
			]);
			const form = await other.formOf('/activeren/pin', 'default');
			return other.send(form, { pin: '739164', nogmaals: '739164' });
		};
		return { login: participant(who), end };
	},
	async 'the sixth login ends the first'({ target, newParticipant }, key) {
		const { persona } = newParticipant(key);
		const who = await visit(target, persona);
		const end = async () => {
			for (let n = 0; n < 5; n++) await visit(target, persona);
		};
		return { login: participant(who), end };
	},
	async 'stopped participant'({ target, newParticipant }, key) {
		const { id, persona } = newParticipant(key);
		const who = await visit(target, persona);
		const end = async () => target.db.prepare('update people set is_active = 0 where id = ?').run(id);
		return { login: participant(who), end };
	},
	async 'half an hour without a request'({ target, newParticipant }, key) {
		const { id, persona } = newParticipant(key);
		const who = await visit(target, persona);
		const move = target.db.prepare('update login_sessions set last_seen_at = ? where person_id = ?');
		return { login: participant(who), end: async () => move.run(Date.now() - 30 * 60_000, id) };
	},
	async 'own password changed'({ target, newStaff }, key) {
		const { persona } = newStaff(key);
		const [who, other] = [await visit(target, persona), await visit(target, persona)];
		return { login: staff(who), end: () => changePassword(other) };
	},
	async 'password made anew by a keeper'({ target, newStaff, keeper }, key) {
		const { id, persona } = newStaff(key);
		const who = await visit(target, persona);
		return { login: staff(who), end: async () => account(await keeper(), id, 'wachtwoord') };
	},
	async 'second step taken away'({ target, newStaff, keeper }, key) {
		const { id, persona } = newStaff(key);
		const who = await visit(target, persona);
		return { login: staff(who), end: async () => account(await keeper(), id, 'tweede') };
	},
	async 'another role'({ target, newStaff, keeper }, key) {
		const { id, persona } = newStaff(key);
		const who = await visit(target, persona);
		return {
			login: staff(who),
			end: async () => account(await keeper(), id, 'wijzig', { rol: 'coordinator' })
		};
	},
	async 'account ended'({ target, newStaff, keeper }, key) {
		const { id, persona } = newStaff(key);
		const who = await visit(target, persona);
		return { login: staff(who), end: async () => account(await keeper(), id, 'stop') };
	},
	async 'caseload moved'({ target, people, newStaff }, key) {
		const { id, persona } = newStaff(key);
		const who = await visit(target, persona);
		const { db } = target;
		// Of somebody whom nobody guides on that day, so that the others keep theirs.
		const subject = people.b;
		const former = db.prepare('select * from caseload where inburgeraar_id = ?').all(subject) as {
			id: string;
			consulent_id: string;
		}[];
		db.prepare('update caseload set consulent_id = ? where inburgeraar_id = ?').run(id, subject);
		const login = {
			...staff(who),
			page: `/admin/inburgeraars/${subject}`,
			action: `/admin/inburgeraars/${subject}/vragen`
		};
		const back = db.prepare('update caseload set consulent_id = ? where id = ?');
		const end = async () => {
			for (const row of former) back.run(row.consulent_id, row.id);
		};
		return { login, end };
	}
};

/** Whether a page of one's own came back: as a page, or as the data of one. */
const isOpen = ({ status, body }: { status: number; body: string }) =>
	status === 200 &&
	!/^\{"type":"redirect"/.test(body) &&
	!/"type":"error","error":\{[^}]*\},"status":404/.test(body);

/** SES-02, SES-03, SES-05 to SES-07: a login that has ended opens nothing from the very next request. */
export async function afterlife(target: Target, people: People, rounds: number): Promise<Score> {
	const score = new Score('G11 login afterlife');
	const { db, port, origin } = target;
	const world = worldOf(target, people);
	const secrets: string[] = [];
	for (let round = 0; round < rounds; round++)
		for (const [n, [name, way]] of Object.entries(ways).entries()) {
			const { login, end } = await way(world, `${name}${String(round * 100 + n)}`);
			secrets.push(
				...[...login.who.cookies.values()]
					.flatMap((value) => value.split('.'))
					.filter((part) => part.length === 43)
			);
			const { cookie } = login.who;
			const headers = { cookie, accept: 'text/html' };
			const before = await answerOf({ port, path: login.page, headers });
			await end();
			takeChanges(db);
			const data = login.page === '/' ? '/__data.json' : `${login.page}/__data.json`;
			const answers = await Promise.all([
				answerOf({ port, path: login.page, headers }),
				answerOf({ port, path: data, headers: { cookie } }),
				answerOf({
					...{ port, path: login.action, method: 'POST' },
					headers: { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
					body: login.fields.map((pair) => pair.join('=')).join('&')
				})
			]);
			const changes = takeChanges(db).filter(({ tbl }) => tbl !== 'outbox');
			score.cell(`${name}, round ${String(round + 1)}`, [
				before.status !== 200 && `it never was open: ${String(before.status)}`,
				...answers.map((answer, at) => isOpen(answer) && `open: ${['page', 'data', 'form'][at]!}`),
				answers.some(({ body }) => canariesIn(body).length > 0) && 'a canary',
				answers.some(({ status }) => status >= 500) && 'a 5xx',
				changes.length > 0 && `changed ${changes[0]!.tbl}`
			]);
		}
	await halfway(score, world);
	hidden(score, target, secrets);
	score.print(`${String(secrets.length)} tokens, ${String(Object.keys(ways).length)} ways to end`);
	return score;
}

/** SES-09: past the password, and then the password or the account changes: the second step is gone as well. */
async function halfway(score: Score, { target, newStaff, keeper }: World): Promise<void> {
	const byKeeper = (action: string) => async (id: string) => account(await keeper(), id, action);
	const changes: [string, (id: string) => Promise<unknown>][] = [
		['a new password by a keeper', byKeeper('wachtwoord')],
		['the account ended', byKeeper('stop')],
		['the second step taken away', byKeeper('tweede')],
		['the own password changed', async (id) => changePassword(await visit(target, id))]
	];
	for (const [name, change] of changes) {
		const { id, email } = newStaff(`halverwege ${name}`);
		const who = new Visitor(target);
		await who.post('/aanmelden/medewerker', [
			['email', email],
			['wachtwoord', password]
		]);
		const before = await who.get('/tweede-stap');
		await change(id);
		const after = await new Visitor(target, who.cookie).get('/tweede-stap');
		score.cell(`past the password, then ${name}`, [
			before.status !== 200 && `it never was open: ${String(before.status)}`,
			after.status === 200 && 'the second step is still open'
		]);
	}
}

const another = 'vijf groene ezels op zolder';
const changePassword = async (who: Visitor) =>
	who.send(await who.formOf('/wachtwoord', 'default'), { oud: password, nieuw: another, nogEens: another });

/** What opens a login stands nowhere but in the browser. */
function hidden(score: Score, { file, log }: Target, secrets: readonly string[]): void {
	const places: [string, Buffer][] = ['', '-wal', '-shm']
		.filter((tail) => existsSync(file + tail))
		.map((tail) => [`the database${tail}`, readFileSync(file + tail)]);
	places.push(['the log', Buffer.from(log())]);
	for (const [place, bytes] of places)
		score.cell(`no raw token in ${place}`, [secrets.some((secret) => bytes.includes(secret)) && 'found one']);
	const hash = sha256(secrets.at(-1) ?? '');
	score.cell('the search is not blind', [
		secrets.length === 0 && 'no token',
		!places.some(([, bytes]) => bytes.includes(hash)) &&
			!places.some(([, bytes]) => bytes.includes('session.start')) &&
			'nothing known was found'
	]);
}

function worldOf(target: Target, people: People): World {
	const { db } = target;
	const { gemeenteId } = people.byName('K1');
	const hashes = { password: hashed(password), pin: hashed(keyedPin(pin, target.env.PORTAL_KEY ?? '')) };
	const insert = db.prepare(
		`insert into people (id, gemeente_id, role, name, name_folded, login_name, password_hash, pin_hash, is_active, is_demo, demo_key, created_at)
		values (?, ?, ?, 'Attack', 'attack', ?, ?, ?, 1, 1, ?, ?)`
	);
	const person = (
		key: string,
		role: string,
		login: string | null,
		passwordHash: string | null,
		pinHash: string | null
	) => {
		const id = sha256(`g11:${key}`).slice(0, 22);
		insert.run(id, gemeenteId, role, login, passwordHash, pinHash, id, Date.now());
		return id;
	};
	return {
		...{ target, people },
		newParticipant(key, withPinToo) {
			const id = person(key, 'inburgeraar', null, null, withPinToo ? hashes.pin : null);
			db.prepare(
				`insert into inburgeraren select ${columnsOf(db, 'inburgeraren')
					.map((name) => (name === 'inburgeraar_id' ? '?' : name === 'geboortedatum' ? "'1990-03-02'" : name))
					.join(', ')} from inburgeraren where inburgeraar_id = ?`
			).run(id, people.b);
			return { id, persona: id };
		},
		newStaff(key, role = 'consulent') {
			const email = `${sha256(key)
				.slice(0, 12)
				.toLowerCase()
				.replaceAll(/[^a-z0-9]/g, 'x')}@attack.example`;
			const id = person(key, role, email, hashes.password, null);
			return { id, persona: id, email };
		},
		keeper: () => visit(target, 'coordinator')
	};
}

const columnsOf = (db: Target['db'], table: string) =>
	db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];

import { spawn } from 'node:child_process';
import { createHmac, hkdfSync } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { answerOf, type Answer } from './ask.ts';
import { canariesIn, takeChanges } from './plant.ts';
import type { People, Principal } from './principals.ts';
import { Score, type Random } from './score.ts';
import { send, type Site } from './site.ts';
import type { Target } from './target.ts';
import { filled } from './visitor.ts';

interface Event {
	seq: number;
	action: string;
	result: string;
	object_type: string | null;
	subject_id: string | null;
	object_id: string | null;
	operation_id: string;
}
/** What the portal wrote down during one request. */
interface Trace {
	events: Event[];
	/** Keyed hashes of the people of whom there is a line in the processing log. */
	lines: Set<string>;
}

/** AUD-01 to AUD-03, AUD-07: what is read, written or refused is written down, once; and what was written down holds. */
export async function audited(
	target: Target,
	people: People,
	site: Site,
	count: { operations: number; tamperings: number },
	random: Random
): Promise<Score> {
	const score = new Score('G21 audit');
	const { db, subjects } = target;
	const keyOf = subjectKeys(target);
	const trace = tracer(db);
	people.renew();
	const reads = readsOf(site, people);
	const denials = denialsOf(site, people);
	// Of signing in and out G11 speaks.
	const writes = site.forms.filter(
		({ by, isMultipart, routeId }) =>
			by.personId !== null && !isMultipart && !/^\/\(public\)\/(afmelden|demo)/.test(routeId)
	);
	const restore = keeping(db, people);
	let [seen, written] = [0, 0];
	for (let n = 0; n < count.operations; n++) {
		people.renew();
		const dice = random.below(10);
		if (dice < 5) {
			const { who, path } = random.of(reads);
			const answer = await get(target, who, path);
			const { events, lines } = trace();
			const others = othersIn(answer, subjects, who);
			if (others.length > 0) seen++;
			// A form of this run may have settled what the page is about: then it is a refusal like others.
			const isGone = answer.status === 404 && written > 0;
			score.cell(
				`${who.name} reads ${path}`,
				isGone
					? refusalFaults(answer, events)
					: [
							answer.status !== 200 && `status ${answer.status}`,
							others.length > 0 && events.length === 0 && 'no event',
							...repeated(events),
							events.some(({ result }) => result !== 'ok') && 'a denial for who may',
							others.some((id) => !lines.has(keyOf(id))) && 'somebody seen without a line'
						]
			);
		} else if (dice < 8) {
			const { who, path } = random.of(denials);
			const answer = await get(target, who, path);
			const { events } = trace();
			score.cell(`${who.name} is refused ${path}`, refusalFaults(answer, events));
		} else {
			const form = random.of(writes);
			takeChanges(db);
			const answer = await send(target, { ...form, fields: withFreshKey(form.fields, random) });
			const { events, lines } = trace();
			const changes = takeChanges(db).filter(({ tbl }) => !quiet.includes(tbl));
			const acts = events.filter(
				({ action, result }) => result === 'ok' && !/\.(read|list|open)$/.test(action)
			);
			const subjectsChanged = [...new Set(changes.map(({ owner }) => owner))].filter(
				(owner) => owner !== null && subjects.includes(owner)
			);
			restore();
			if (changes.length > 0) written++;
			score.cell(`${form.by.name} sends ${form.routeId} ${form.action} (${String(answer.status)})`, [
				answer.status >= 500 && 'a 5xx',
				changes.length > 0 &&
					acts.length === 0 &&
					`changed ${[...new Set(changes.map(({ tbl }) => tbl))].join(' ')} without an event`,
				changes.length === 0 &&
					acts.some(({ action }) => !asked.test(action)) &&
					`nothing changed, yet ${actionsOf(acts)}`,
				...repeated(acts),
				...subjectsChanged.filter((id) => !lines.has(keyOf(id!))).map((id) => `${id!} changed without a line`)
			]);
		}
	}
	await listOfThirty(score, target, people, trace, keyOf);
	score.cell('the test sees something', [
		seen === 0 && 'nobody was seen',
		written === 0 && 'nothing was written'
	]);
	await tampered(score, target, count.tamperings, random);
	score.print(
		`${String(reads.length)} pages, ${String(denials.length)} refusals, ${String(writes.length)} forms; ${String(written)} changes, ${String(count.tamperings)} tamperings`
	);
	return score;
}

/** A form that ends the account of somebody who goes on here, or gives it another role, is taken back. */
function keeping(db: Sqlite.Database, people: People): () => void {
	const ids = people.all.flatMap(({ personId }) => personId ?? []);
	const names = ['role', 'is_active', 'must_change_password', 'partner_id', 'locale'];
	const rows = ids.map((id) => db.prepare(`select id, ${names.join(', ')} from people where id = ?`).get(id) as Record<string, unknown>); // prettier-ignore
	const put = db.prepare(
		`update people set ${names.map((name) => `${name} = @${name}`).join(', ')} where id = @id`
	);
	return () => {
		for (const row of rows) put.run(row);
		takeChanges(db);
	};
}

/** A refusal is one denial in the audit log. */
const refusalFaults = ({ status }: Answer, events: readonly Event[]) => [
	![403, 404].includes(status) && `status ${status}`,
	(events.length !== 1 || events[0]!.result !== 'denied') && `${events.length} events: ${actionsOf(events)}`
];

/** Changes that concern nobody: keys of forms, notices, and what a page remembers of itself. */
const quiet = ['idempotency_keys', 'outbox', 'sign_in_tries'];

/** Written down because it was asked for, also when it was so already, or when the table has no trace. */
const asked = /^(session|preference)\./;

const get = ({ port }: Target, who: Principal, path: string) =>
	answerOf({ port, path, headers: { cookie: who.cookie, accept: 'text/html' } });

const actionsOf = (events: readonly Event[]) =>
	events.map(({ action, result }) => `${action} ${result}`).join(', ');

/** The same action on the same thing of the same person more than once. */
function repeated(events: readonly Event[]): string[] {
	const keys = events.map(({ action, object_type, subject_id, object_id }) =>
		[action, object_type, subject_id, object_id].join(' ')
	);
	return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))].map((key) => `twice ${key}`);
}

function tracer(db: Sqlite.Database): () => Trace {
	const newest = db.prepare('select coalesce(max(seq), 0) from audit_events').pluck();
	const after = db.prepare('select * from audit_events where seq > ? order by seq');
	const linesOf = db.prepare('select subject_key from verwerkingslog where operation_id = ?').pluck();
	let last = newest.get() as number;
	return () => {
		const events = after.all(last) as Event[];
		last = events.at(-1)?.seq ?? last;
		const lines = events.flatMap(({ operation_id }) => linesOf.all(operation_id) as string[]);
		return { events, lines: new Set(lines) };
	};
}

function subjectKeys({ env }: Target): (id: string) => string {
	const master = Buffer.from(env.PORTAL_KEY ?? '', 'base64');
	const key = Buffer.from(hkdfSync('sha256', master, '', 'mijnpip:verwerkingslog', 32));
	return (id) => createHmac('sha256', key).update(id).digest('base64url');
}

/** Of whom this answer shows something, the reader left out. */
const othersIn = ({ body }: Answer, subjects: readonly string[], who: Principal): string[] => [
	...new Set(
		canariesIn(body)
			.map(({ person }) => subjects[person] ?? '')
			.filter((id) => id !== who.personId)
	)
];

/** Pages that the crawl found, for who found them; the demo page names invented people to everybody. */
const readsOf = (site: Site, people: People) =>
	[...site.found].flatMap(([routeId, pages]) =>
		[...pages]
			.filter(([name]) => name !== 'first-factor' && routeId !== '/(public)/demo')
			.map(([name, { path }]) => ({ who: people.byName(name), path }))
	);

/** Dossiers of others, and areas of other roles. */
function denialsOf(site: Site, people: People) {
	const addresses = site.routes
		.filter(({ id, isPage }) => isPage && id.startsWith('/admin/inburgeraars/[id]'))
		.map(({ id }) => site.addressOf(id));
	const strangers = ['K2', 'K3', 'K4', 'CO2'].map(people.byName);
	const outside: [string, string][] = [
		...['/admin', '/partner', '/admin/medewerkers'].map((path): [string, string] => ['A', path]),
		...['/vandaag', '/pip', '/admin'].map((path): [string, string] => ['P1', path]),
		...['/vandaag', '/partner', '/admin/overzicht', '/admin/medewerkers'].map((path): [string, string] => [
			'K1',
			path
		]),
		...['/vandaag', '/partner', '/admin/inburgeraars'].map((path): [string, string] => ['X', path])
	];
	return [
		...strangers.flatMap((who) => addresses.map((path) => ({ who, path }))),
		...outside.map(([name, path]) => ({ who: people.byName(name), path }))
	];
}

const withFreshKey = (fields: Site['forms'][number]['fields'], random: Random) => {
	const key = Array.from({ length: 22 }, () => random.of([...'abcdefghijklmnopqrstuvwxyz'])).join('');
	return filled(fields, fields.some(([name]) => name === 'formKey') ? { formKey: key } : {});
};

/** A list of so many people is one event and as many lines (AUD-03). */
async function listOfThirty(
	score: Score,
	target: Target,
	people: People,
	trace: () => Trace,
	keyOf: (id: string) => string
): Promise<void> {
	const { subjects } = target;
	for (const name of ['K1', 'CO1']) {
		trace();
		const answer = await get(target, people.byName(name), '/admin/inburgeraars');
		const { events, lines } = trace();
		const listed = othersIn(answer, subjects, people.byName(name));
		score.cell(`${name}: a list of ${String(listed.length)} people`, [
			listed.length < 30 && 'fewer than thirty people',
			events.length !== 1 && `${String(events.length)} events`,
			lines.size !== listed.length && `${String(lines.size)} lines for ${String(listed.length)} people`,
			listed.some((id) => !lines.has(keyOf(id))) && 'a line of somebody is missing'
		]);
	}
}

const columns = ['at', 'actor_id', 'actor_role', 'session_id', 'action', 'object_type', 'object_id', 'subject_id', 'result', 'address', 'operation_id', 'previous_hash', 'hash'] as const; // prettier-ignore

/** Somebody with the file, past the triggers, changes one thing. @returns what was done, in words */
function tamper(db: Sqlite.Database, n: number, random: Random): string {
	const most = db.prepare('select max(seq) from audit_events').pluck().get() as number;
	// The last event is left out: that a tail is missing shows by the head alone, which is kept elsewhere (AUD-07).
	const seq = 1 + random.below(most - 1);
	if (n % 3 === 0) {
		const column = random.of(columns);
		const row = db.prepare('select * from audit_events where seq = ?').get(seq) as Record<string, unknown>;
		const now = row[column];
		const other =
			column === 'at'
				? Number(now) + 1
				: column === 'result'
					? now === 'ok'
						? 'denied'
						: 'ok'
					: now === null
						? ''
						: `${String(now).slice(0, -1)}${String(now).endsWith('A') ? 'B' : 'A'}`;
		db.prepare(`update audit_events set ${column} = ? where seq = ?`).run(other, seq);
		return `${column} of event ${String(seq)} edited`;
	}
	if (n % 3 === 1) {
		const until = Math.min(seq + random.below(3), most - 1);
		db.prepare('delete from audit_events where seq between ? and ?').run(seq, until);
		// Half of them close the gap as well.
		if (random.chance(0.5)) {
			const gap = until - seq + 1;
			db.prepare('update audit_events set seq = -(seq - ?) where seq > ?').run(gap, until);
			db.prepare('update audit_events set seq = -seq where seq < 0').run();
		}
		return `events ${String(seq)} to ${String(until)} deleted`;
	}
	const other = seq === most - 1 ? seq - 1 : seq + 1;
	const move = db.prepare('update audit_events set seq = ? where seq = ?');
	for (const [to, from] of [[-1, seq], [seq, other], [other, -1]] as const) move.run(to, from); // prettier-ignore
	return `events ${String(seq)} and ${String(other)} changed places`;
}

/** `verify` on a copy with one thing changed each time. */
async function tampered(
	score: Score,
	{ db, file, env }: Target,
	count: number,
	random: Random
): Promise<void> {
	const whole = `${file}.whole`;
	db.prepare('vacuum into ?').run(whole);
	const verify = (path: string) =>
		new Promise<{ code: number | null; said: string }>((resolve) => {
			const child = spawn(process.execPath, ['scripts/portal.ts', 'verify'], {
				env: { ...env, DATABASE_URL: `file:${path}` },
				stdio: 'pipe'
			});
			let said = '';
			for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
			child.once('exit', (code) => resolve({ code, said: said.trim() }));
		});
	const sound = await verify(whole);
	score.cell('verify: as it was written', [sound.code !== 0 && sound.said]);
	for (let n = 0; n < count; n++) {
		const copy = `${file}.copy`;
		copyFileSync(whole, copy);
		const changed = new Sqlite(copy);
		for (const name of changed
			.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_events'")
			.pluck()
			.all() as string[])
			changed.exec(`drop trigger ${name}`);
		const what = tamper(changed, n, random);
		changed.close();
		const { code, said } = await verify(copy);
		score.cell(`verify: ${what}`, [code === 0 && 'not found', !/audit log was changed/.test(said) && said]);
		for (const tail of ['', '-wal', '-shm']) rmSync(copy + tail, { force: true });
	}
	rmSync(whole);
}

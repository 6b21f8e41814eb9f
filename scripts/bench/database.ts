import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** A database of so many invented people; kept in data/bench until the migrations or the day change. */
export function preparedDatabase(people: number): string {
	mkdirSync('data/bench', { recursive: true });
	const migrations = createHash('sha256').update(readFileSync('drizzle/sqlite/meta/_journal.json'));
	const day = new Date().toISOString().slice(0, 10);
	const file = `data/bench/${people}-${day}-${migrations.digest('hex').slice(0, 8)}.db`;
	if (existsSync(file)) return file;
	process.stderr.write(`Making ${people} people …\n`);
	const env = { ...process.env, DATABASE_URL: `file:${file}` };
	const made = spawnSync(process.execPath, ['scripts/seed.ts', '--people', String(people)], { env, encoding: 'utf8' }); // prettier-ignore
	if (made.status === 0) return file;
	rmSync(file, { force: true });
	throw new Error(`${made.stdout}${made.stderr}`);
}

export interface Signed {
	id: string;
	locale: string;
	/** For the Cookie header. */
	cookie: string;
}

/** Login sessions for so many people of a role, spread over the file; written beside the server's own code. */
export function signedIn(file: string, role: 'inburgeraar' | 'consulent', count: number): Signed[] {
	const db = new Sqlite(file);
	const [{ n }] = db.prepare('select count(*) n from people where role = ?').all(role) as [{ n: number }];
	const find = db.prepare('select id, locale from people where role = ? order by id limit 1 offset ?');
	const insert = db.prepare(
		'insert into login_sessions (public_id, person_id, secret_hash, device_kind, created_at, last_seen_at) values (?, ?, ?, ?, ?, ?)'
	);
	const now = Date.now();
	const all = Array.from({ length: Math.min(count, n) }, (_, i) => {
		// Not the newest consultant: the last one can have fewer than seventy people.
		const row = find.get(role, Math.floor((i * n) / count)) as { id: string; locale: string };
		const publicId = randomBytes(8).toString('hex');
		const secret = randomBytes(32).toString('base64url');
		const hash = createHash('sha256').update(secret).digest('base64url');
		insert.run(publicId, row.id, hash, 'computer', now, now);
		return { id: row.id, locale: row.locale, cookie: `session=${publicId}.${secret}` };
	});
	db.close();
	return all;
}

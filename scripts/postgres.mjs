// A throwaway PostgreSQL for the tests: Debian's binaries, a cluster in a temporary folder, a free port on loopback.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { node26, projectEnv, root } from './ensure.mjs';

const debian = '/usr/lib/postgresql';

/** @returns {Promise<{ url: string, stop: () => void } | { reason: string }>} */
export async function havePostgres() {
	if (process.env.TEST_POSTGRES_URL) return { url: process.env.TEST_POSTGRES_URL, stop: () => {} };
	const binaries = findBinaries();
	if (!binaries) return { reason: 'no TEST_POSTGRES_URL, and postgresql is not installed' };
	const owner = findOwner();
	if (!owner) return { reason: 'PostgreSQL does not run as root, and there is no user postgres' };
	const folder = mkdtempSync(join(tmpdir(), 'mijnpip-postgres-'));
	chownSync(folder, owner.uid, owner.gid);
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const data = join(folder, 'data');
	const made = spawnSync(
		join(binaries, 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
		{ ...owner, cwd: folder, encoding: 'utf8' }
	);
	if (made.status !== 0) {
		remove();
		return { reason: `initdb failed: ${(made.stderr || String(made.error)).trim().split('\n').at(-1)}` };
	}
	const port = await freePort();
	const settings = [
		'fsync=off',
		'full_page_writes=off',
		`unix_socket_directories=${folder}`,
		'max_connections=200'
	];
	const server = spawn(
		join(binaries, 'postgres'),
		['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		{ ...owner, cwd: folder, stdio: 'ignore' }
	);
	const stop = () => {
		// At once, and waited for: a server that is still ending would write into the folder while it goes.
		const stopping = ['stop', '-D', data, '-m', 'immediate', '-w'];
		spawnSync(join(binaries, 'pg_ctl'), stopping, { ...owner, cwd: tmpdir(), stdio: 'ignore' });
		remove();
	};
	server.once('error', () => {});
	process.once('exit', stop);
	const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
	for (let tries = 0; tries < 150 && server.exitCode === null; tries++) {
		if (query(url, 'select 1')) return { url, stop };
		await wait(100);
	}
	stop();
	return { reason: 'PostgreSQL did not start' };
}

/** An empty database of its own for one step. @param {string} url @returns {string | undefined} */
export function freshDatabase(url) {
	const unique = `mijnpip_test_${randomBytes(6).toString('hex')}`;
	if (!query(url, `create database ${unique}`)) return undefined;
	const own = new URL(url);
	own.pathname = `/${unique}`;
	return own.href;
}

/** @param {string} url @param {string} sql */
function query(url, sql) {
	const code = `import pg from 'pg';
const client = new pg.Client({ connectionString: process.argv[1], connectionTimeoutMillis: 5000 });
await client.connect(); await client.query(process.argv[2]); await client.end();`;
	const asked = spawnSync(node26(), ['--input-type=module', '-e', code, url, sql], {
		cwd: root,
		env: projectEnv(),
		stdio: 'ignore'
	});
	return asked.status === 0;
}

function findBinaries() {
	if (!existsSync(debian)) return undefined;
	const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
	return versions
		.map((version) => join(debian, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root. @returns {{ uid: number, gid: number } | undefined} */
function findOwner() {
	const uid = process.getuid?.() ?? 0;
	if (uid !== 0) return { uid, gid: process.getgid?.() ?? uid };
	const [user, group] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return user?.status === 0 && group?.status === 0
		? { uid: Number(user.stdout), gid: Number(group.stdout) }
		: undefined;
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

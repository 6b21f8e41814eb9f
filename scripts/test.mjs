// npm test: everything. `--only=unit,e2e` runs some of it while developing:
// format, lint, css, types, unit, postgres, pglite, build, pages, e2e, e2e-postgres, pseudo, law, attack.
// `--only=build,e2e-postgres-all` runs every journey on PostgreSQL: longer than the quarter of an hour of `npm test`.
// Which tests run on which engine, and what runs side by side: docs/decisions/0018 and 0034.
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
	postgres: () =>
		onPostgres('database tests, PostgreSQL', (name, url) =>
			runStep(unit(name, 'postgres', { TEST_POSTGRES_URL: url }))
		),
	pglite,
	build,
	pages: () => onSqlite('pages, SQLite', 'pages', 1),
	e2e: () => onSqlite('journeys, SQLite', 'journeys', 0),
	'e2e-postgres': () => journeysOnPostgres('main journey, PostgreSQL', ['tests/e2e/journey.spec.ts']),
	'e2e-postgres-all': () => journeysOnPostgres('journeys, PostgreSQL', []),
	pseudo,
	law,
	attack
};
/** Steps that run only when they are named. */
const onRequest = ['e2e-postgres-all'];
/** One after the other; within one, lanes side by side: two, for two cores. The unit tests use both by themselves. */
const order = [
	[['types'], ['format', 'lint', 'css']],
	[['unit']],
	[['postgres', 'pglite']],
	[['build']],
	[
		['pages', 'e2e-postgres', 'pseudo', 'law'],
		['e2e', 'e2e-postgres-all', 'attack']
	]
];

const { chosen, isAll } = chooseSteps();
/** @type {ReturnType<typeof havePostgres> | undefined} */
let postgres;
let isBuilt = true;

for (const step of preparation) await runStep(step);
for (const lanes of order) await Promise.all(lanes.map(runLane));
finish();

/** @param {string[]} lane */
async function runLane(lane) {
	for (const name of lane) if (chosen.includes(name)) await steps[name]?.();
}

function chooseSteps() {
	const only = process.argv.slice(2).filter((argument) => argument.startsWith('--only='));
	if (process.argv.length > 2 + only.length)
		fail(`Unknown: ${process.argv.slice(2).join(' ')}. Use: npm test [-- --only=unit,e2e]`);
	const names = only.flatMap((argument) => argument.slice('--only='.length).split(','));
	const unknown = names.filter((name) => !(name in steps));
	if (unknown.length > 0)
		fail(`There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
	const usual = Object.keys(steps).filter((name) => !onRequest.includes(name));
	return { chosen: names.length > 0 ? names : usual, isAll: names.length === 0 };
}

/** PostgreSQL in the process of the tests: stands in for the server where there is none. */
async function pglite() {
	postgres ??= havePostgres();
	if (isAll && !('reason' in (await postgres))) return;
	await runStep(unit('database tests, PGlite', 'pglite'));
}

async function build() {
	isBuilt = await runStep({ name: 'build', args: [join(root, 'scripts', 'build.mjs')] });
}

/** Pages in languages for tests, which need a build of their own. */
async function pseudo() {
	const folder = join(scratch('pseudo'), 'project');
	const isMade = await runStep({
		name: 'build, pseudo-locales',
		args: [join(root, 'scripts', 'pseudo.ts'), folder]
	});
	if (isMade) await onSqlite('pages, pseudo-locales', 'pseudo', 1, { E2E_FOLDER: folder });
}

/** @param {string} title @param {string[]} files all journeys when empty */
function journeysOnPostgres(title, files) {
	return onPostgres(title, (name, url) => {
		const env = { TEST_DATABASE: 'postgres', TEST_POSTGRES_URL: url, DATABASE_URL: url };
		return browse(name, 'journeys', 2, env, files);
	});
}

/** @param {string} name @param {string} project @param {number} lane @param {NodeJS.ProcessEnv} [env] */
function onSqlite(name, project, lane, env = {}) {
	const DATABASE_URL = `file:${scratch(project)}/portal.db`;
	return browse(name, project, lane, { TEST_DATABASE: 'sqlite', DATABASE_URL, ...env });
}

/**
 * Runs a project of playwright.config.ts; each lane has ten ports of its own: for the portal, an identity provider and a mail server.
 * @param {string} name @param {string} project @param {number} lane @param {NodeJS.ProcessEnv} env
 * @param {string[]} [files] only these
 */
async function browse(name, project, lane, env, files = []) {
	if (!isBuilt) return failStep(name, 'There is no build to test.');
	if (!existsSync(join(root, 'playwright.config.ts')))
		return failStep(name, 'playwright.config.ts is missing.');
	return runStep({
		name,
		args: [
			join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
			'test',
			...files,
			`--project=${project}`,
			`--output=${scratch(`${project}-${env.TEST_DATABASE}-results`)}`,
			'--reporter=line,json'
		],
		env: {
			...env,
			E2E_PORT: String(Number(process.env.E2E_PORT ?? 4173) + 10 * lane),
			DATA_DIR: scratch(`${project}-${env.TEST_DATABASE}`),
			PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
			CI: '1'
		},
		minutes: 15,
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

/** A part of `npm run attack`, which takes long in full. */
async function attack() {
	if (!isBuilt) return failStep('attack', 'There is no build to attack.');
	const args = [join(root, 'tests', 'attack', 'main.ts')];
	return runStep({ name: 'attack', args, env: { NODE_ENV: 'production' }, count: countSentence });
}

/** @param {string} name @param {(name: string, url: string) => unknown} run */
async function onPostgres(name, run) {
	postgres ??= havePostgres();
	const found = await postgres;
	if ('reason' in found) return skipStep(name, found.reason);
	const url = freshDatabase(found.url);
	return url ? run(name, url) : failStep(name, 'No database could be created at TEST_POSTGRES_URL.');
}

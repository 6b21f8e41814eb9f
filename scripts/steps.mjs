// Runs the steps of check.mjs and test.mjs: one readable line for each, the output of those that failed, the sum.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node26, projectEnv, root } from './ensure.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ code: number | null, output: string, report: string }} Ended
 * @typedef {{
 *   name: string,
 *   args: string[],
 *   env?: NodeJS.ProcessEnv,
 *   minutes?: number,
 *   isPreparation?: boolean,
 *   count?: (ended: Ended) => Count
 * }} Step
 */

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = /** @type {string[]} */ ([]);
const folder = mkdtempSync(join(tmpdir(), 'mijnpip-steps-'));
const running = /** @type {Set<import('node:child_process').ChildProcess>} */ (new Set());
let reports = 0;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.once(signal, () => {
		for (const child of running) stopAll(child);
		process.exit(130);
	});
}
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A file in which a step's program may leave its report; `count` gets what is in it. */
export const reportFile = '{report}';

/** A folder in which a step may put a database, gone at the end. @param {string} name */
export function scratch(name) {
	mkdirSync(join(folder, name), { recursive: true });
	return join(folder, name);
}

/** @param {Step} step @returns {Promise<boolean>} whether it succeeded */
export async function runStep({ name, args, env = {}, minutes = 5, isPreparation = false, count }) {
	const started = Date.now();
	const file = join(folder, `report-${(reports += 1)}.json`);
	const ended = await run(
		args.map((arg) => arg.replace(reportFile, file)),
		withFile(env, file),
		minutes
	);
	const report = readOr(file);
	const counted = count ? counting(count, { ...ended, report }) : { passed: 0, failed: 0, skipped: 0 };
	if (!count && !isPreparation && ended.code === 0) counted.passed = 1;
	if (ended.code !== 0 && counted.failed === 0) counted.failed = 1;
	add(name, counted, ended.output, started);
	return counted.failed === 0;
}

/** A step that cannot run and need not. @param {string} name @param {string} why */
export function skipStep(name, why) {
	total.skipped += 1;
	line('skip', name, '', why);
}

/** A step that cannot run but must. @param {string} name @param {string} why */
export function failStep(name, why) {
	add(name, { passed: 0, failed: 1, skipped: 0 }, why, Date.now());
}

/** Prints what went wrong and the sum; ends the process. */
export function finish() {
	for (const failure of failures) console.log(`\n${failure}`);
	const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
	console.log(`${failures.length > 0 ? '\n' : ''}${total.passed} passed, ${total.failed} failed${skipped}`);
	process.exit(total.failed > 0 ? 1 : 0);
}

/** @param {Ended} ended @returns {Count} */
export function countVitest({ report }) {
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
	// A file that does not load has failed without one failed test.
	const broken = testResults.filter((/** @type {any} */ { status, assertionResults }) => {
		return (
			status === 'failed' && !assertionResults.some((/** @type {any} */ test) => test.status === 'failed')
		);
	}).length;
	return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
}

/** @param {Ended} ended @returns {Count} */
export function countPlaywright({ report }) {
	const { stats, errors } = JSON.parse(report);
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + errors.length,
		skipped: stats.skipped
	};
}

/** @param {Ended} ended @returns {Count} */
export function countSentence({ output }) {
	const last = output.trimEnd().split('\n').at(-1) ?? '';
	const found = /^(\d+) passed, (\d+) failed/.exec(last);
	if (!found) throw new Error('no sum on the last line');
	return { passed: Number(found[1]), failed: Number(found[2]), skipped: 0 };
}

/** @param {(ended: Ended) => Count} count @param {Ended} ended @returns {Count} */
function counting(count, ended) {
	try {
		return count(ended);
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

/** @param {string} name @param {Count} counted @param {string} output @param {number} started */
function add(name, counted, output, started) {
	total.passed += counted.passed;
	total.failed += counted.failed;
	total.skipped += counted.skipped;
	const parts = Object.entries(counted).filter(([, n]) => n > 0);
	const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
	line(
		counted.failed > 0 ? 'FAIL' : 'ok',
		name,
		seconds,
		parts.map(([kind, n]) => `${n} ${kind}`).join(', ')
	);
	if (counted.failed > 0)
		failures.push(`── ${name} ──\n${output.trimEnd().split('\n').slice(-120).join('\n')}`);
}

/** @param {string} state @param {string} name @param {string} seconds @param {string} detail */
function line(state, name, seconds, detail) {
	console.log(`${state.padEnd(5)}${name.padEnd(34)}${seconds.padStart(8)}  ${detail}`.trimEnd());
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @param {number} minutes @returns {Promise<{ code: number | null, output: string }>} */
function run(args, env, minutes) {
	return new Promise((resolve) => {
		let output = '';
		const child = spawn(node26(), args, {
			cwd: root,
			env: projectEnv({ FORCE_COLOR: undefined, NO_COLOR: '1', ...env }),
			stdio: ['ignore', 'pipe', 'pipe'],
			// A group of its own, so that a step that hangs ends with everything it started.
			detached: true
		});
		running.add(child);
		const late = setTimeout(() => {
			output += `\nStopped: it took longer than ${minutes} minutes.\n`;
			stopAll(child);
		}, minutes * 60_000);
		child.stdout.on('data', (part) => (output += part));
		child.stderr.on('data', (part) => (output += part));
		const end = (/** @type {number | null} */ code) => {
			clearTimeout(late);
			running.delete(child);
			stopAll(child);
			resolve({ code, output });
		};
		child.once('error', (error) => {
			output += error.message;
			end(1);
		});
		child.once('exit', (code) => setTimeout(() => end(code), 50));
	});
}

/** @param {import('node:child_process').ChildProcess} child */
function stopAll(child) {
	try {
		if (child.pid) process.kill(-child.pid, 'SIGKILL');
	} catch {
		// The whole group has ended already.
	}
}

/** @param {NodeJS.ProcessEnv} env @param {string} file */
function withFile(env, file) {
	return Object.fromEntries(
		Object.entries(env).map(([name, value]) => [name, value?.replace(reportFile, file)])
	);
}

/** @param {string} file */
function readOr(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

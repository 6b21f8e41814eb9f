import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Score } from './score.ts';

interface Report {
	numPassedTests: number;
	testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[]; status: string; message: string }[]; // prettier-ignore
}

/**
 * A goal that is measured inside the program, without the server: tests of their own, which `npm test` runs as well.
 * @param rounds settings of each time that they run; several, so that no program grows old
 */
export async function inVitest(
	name: string,
	files: readonly string[],
	rounds: readonly NodeJS.ProcessEnv[] = [{}]
): Promise<Score> {
	const score = new Score(name);
	for (const env of rounds) await oneRound(score, files, env);
	score.print(files.join(' '));
	return score;
}

async function oneRound(score: Score, files: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'mijnpip-goal-'));
	const [report, counts] = [join(folder, 'report.json'), join(folder, 'counts')];
	const args = [
		'node_modules/vitest/vitest.mjs',
		'run',
		...files,
		'--reporter=json',
		`--outputFile=${report}`
	];
	const child = spawn(process.execPath, args, {
		env: { ...process.env, NODE_ENV: 'test', TEST_DATABASE: 'sqlite', ATTACK_COUNT: counts, ...env },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	await new Promise((resolve) => child.once('exit', resolve));
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
	for (const { assertionResults, status, message } of testResults) {
		for (const { fullName, status: how, failureMessages } of assertionResults)
			score.cell(fullName, [how !== 'passed' && (failureMessages[0]?.slice(0, 1000) ?? how)]);
		if (status === 'failed' && assertionResults.length === 0) score.cell(files.join(' '), [message]);
	}
	// One test of many runs counts as its runs.
	const runs = readOr(counts).split('\n').filter(Boolean).map(Number);
	for (const n of runs) score.passed += n - 1;
	rmSync(folder, { recursive: true });
}

function readOr(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

// The attack suite (security.md §4): `npm run attack [-- --full] [-- --only=G1,G14]`. Needs a build.
import { locales } from '../../src/lib/domain/vocabulary.ts';
import { matrix } from './g1.ts';
import { headers } from './g14.ts';
import { guessing, sameAnswers } from './sign-in.ts';
import { duplicates } from './g10.ts';
import { afterlife } from './g11.ts';
import { lostUpdates } from './g8.ts';
import { audited } from './g21.ts';
import { inVitest } from './in-vitest.ts';
import { enumeration } from './g2.ts';
import { malformed } from './g4.ts';
import { enlist } from './principals.ts';
import { randomOf, type Score } from './score.ts';
import { exploreSite } from './site.ts';
import { startTarget } from './target.ts';

const full = process.argv.includes('--full');
const only = process.argv
	.find((argument) => argument.startsWith('--only='))
	?.slice(7)
	.split(',');
const seed = Number(process.argv.find((argument) => argument.startsWith('--seed='))?.slice(7) ?? 20261129);
const port = Number(process.env.E2E_PORT ?? 4173) + 6;

const target = await startTarget(port);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
	process.once(signal, () => void target.stop().then(() => process.exit(130)));
let scores: Score[] = [];
try {
	const people = enlist(target.db);
	const site = await exploreSite(target, people);
	const goals: Record<string, () => Promise<Score>> = {
		G14: () => headers(target, people, site, full ? locales : ['nl', 'ar']),
		G1: () => matrix(target, people, site, { every: full ? 1 : 41 }),
		G2: () => enumeration(target, people, site, { perKind: 1, every: full ? 3 : 400 }),
		G21: () =>
			audited(target, people, site, full ? { operations: 1_000, tamperings: 100 } : { operations: 40, tamperings: 2 }, randomOf(seed)), // prettier-ignore
		G4: () => malformed(target, people, site, { count: full ? 50_000 : 500 }, randomOf(seed)),
		G8: () => lostUpdates(target, people, full ? 100 : 2),
		G10: () => duplicates(target, people, site),
		G11: () => afterlife(target, people, full ? 13 : 1),
		G12: () => sameAnswers(target, people, full ? 300 : 0, randomOf(seed)),
		G13: () => guessing(target, people, full ? { tries: 2_000, most: 500 } : { tries: 60 })
	};
	// Short, they are among the tests of `npm test` already.
	if (full) {
		// Loaded here: the browser is for this goal alone.
		goals.G15 = async () => (await import('./g15.ts')).sharedPhone(port + 1);
		goals.G3 = () => {
			const rounds = Array.from({ length: 20 }, (_, n) => ({
				ATTACK_RUNS: '100',
				ATTACK_SEED: String(seed + n)
			}));
			return inVitest('G3 policy', ['tests/policy.test.ts'], rounds);
		};
		goals.G20 = () => inVitest('G20 clock', ['tests/clock-jumps.test.ts']);
		goals.G22 = () => inVitest('G22 privacy', ['tests/privacy.test.ts', 'tests/own-data.test.ts']);
	}
	const unknown = only?.filter((name) => !(name in goals)) ?? [];
	if (unknown.length > 0)
		throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(goals).join(', ')}`);
	for (const [name, run] of Object.entries(goals))
		if (!only || only.includes(name)) scores = [...scores, await run()];
} finally {
	const isAlive = target.isAlive();
	const code = await target.stop();
	if (!isAlive || code !== 0) {
		console.log(target.log().slice(-4000));
		console.log(`The server ${isAlive ? `stopped with ${code}` : 'ended by itself'} (OPS-06)`);
		process.exitCode = 1;
	}
}
const sum = (count: (score: Score) => number) => scores.reduce((total, score) => total + count(score), 0);
const failed = sum(({ failures }) => failures.length) + (process.exitCode === 1 ? 1 : 0);
console.log(`${sum(({ passed }) => passed)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

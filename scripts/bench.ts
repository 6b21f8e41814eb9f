import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bytesOf, inLocale, participantBytes, participantPaths, type Bytes } from './bench/bytes.ts';
import { preparedDatabase, signedIn } from './bench/database.ts';
import { atLeast, atMost, notMeasured, shown, table, type Goal } from './bench/goals.ts';
import { helloApp } from './bench/hello.ts';
import type { Round } from './bench/in-process.ts';
import { loadOn, median, quantile, type Load, type Visit } from './bench/load.ts';
import { inProcess } from './bench/rounds.ts';
import { serveHello, servePortal } from './bench/server.ts';

// The goals of speed and size (docs/operations.md, Benchmark). What counts is the ratio of two things measured in turns
// in this run; what this machine or these sizes cannot show is 'not measured', never guessed.

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, full: { type: 'boolean' } } });
const plan = values.quick
	? { small: 1000, large: 5000, rounds: 3, hello: 200, home: 60, monday: 8, reads: 100, writes: 30 }
	: { small: 1000, large: values.full ? 1_000_000 : 100_000, rounds: 7, hello: 2000, home: 500, monday: 40, reads: 500, writes: 100 }; // prettier-ignore
const mondayPeople = 5000;

// Ended half-way, it ends what it started (see `exit` in bench/server.ts).
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(130));

const isFar = plan.large >= 100_000;
const started = performance.now();
const [small, large, monday] = [plan.small, plan.large, mondayPeople].map(preparedDatabase) as [string, string, string]; // prettier-ignore
const hello = await serveHello(helloApp());
const near = await servePortal(`${plan.small} people`, small);
const far = await servePortal(`${plan.large} people`, large);
const idleMemory = far.memory();
const office = monday === large ? far : await servePortal(`${mondayPeople} people`, monday);
const people = (file: string): Visit[] =>
	signedIn(file, 'inburgeraar', 40).map(({ locale, cookie }) => ({
		path: inLocale('/vandaag', locale),
		cookie
	}));
const [nearPeople, farPeople] = [people(small), people(large)];
const consultants = signedIn(monday, 'consulent', 8).map(({ cookie }) => ({ path: '/admin', cookie }));
const inside = {
	small: inProcess(small, plan.reads, plan.writes),
	large: inProcess(large, plan.reads, plan.writes)
};

/** A goal about two sizes that are not the ones it is about says nothing yet: the number is shown, not judged. */
const onSizes = (goal: Goal, note: string, isJudged: boolean): Goal => (isJudged ? goal : { ...goal, isMet: undefined, note }); // prettier-ignore

interface Measured {
	hello: Load[];
	near: Load[];
	far: Load[];
	monday: Load[];
	small: Round[];
	large: Round[];
}
const all: Measured = { hello: [], near: [], far: [], monday: [], small: [], large: [] };
async function round(into: Measured): Promise<void> {
	into.hello.push(await loadOn(hello, [{ path: '/', cookie: '' }], plan.hello));
	into.near.push(await loadOn(near, nearPeople, plan.home));
	into.far.push(await loadOn(far, farPeople, plan.home));
	into.monday.push(await loadOn(office, consultants, plan.monday));
	into.small.push(await inside.small.round());
	into.large.push(await inside.large.round());
}
// Once without counting: code that has not run yet is compiled on the way.
await round({ hello: [], near: [], far: [], monday: [], small: [], large: [] });
for (let n = 0; n < plan.rounds; n++) {
	process.stderr.write(`Round ${n + 1} of ${plan.rounds}\n`);
	await round(all);
}

/** The median over the rounds of a ratio within one round. */
const ratio = <A, B>(a: readonly A[], b: readonly B[], of: (a: A, b: B) => number): number =>
	median(a.flatMap((one, i) => (b[i] ? [of(one, b[i])] : [])));
const mid = (loads: readonly Load[], key: keyof Load) => median(loads.map((load) => load[key]));
const weights = await participantBytes(near, nearPeople[0]?.cookie ?? '');
const office17 = await bytesOf(office, '/admin', 'nl', consultants[0]?.cookie ?? '');

const sizes = `${plan.small} and ${plan.large} people, not the sizes of the goal: the number is not judged`;
const quantileRatio = (key: 'reads', q: number) => ratio(all.small, all.large, (a, b) => quantile(b[key], q) / quantile(a[key], q)); // prettier-ignore
const speed: Goal[] = [
	atLeast('S1', 'home, signed in, br-4 : hello page (CPU per request)', ratio(all.hello, all.far, (a, b) => a.cpu / b.cpu), 0.09), // prettier-ignore
	onSizes(atMost('S2', 'growth of the home page (CPU per request)', ratio(all.near, all.far, (a, b) => b.cpu / a.cpu), 1.05), sizes, values.full === true), // prettier-ignore
	onSizes(atMost('S2', 'growth of the home page (p50)', ratio(all.near, all.far, (a, b) => b.p50 / a.p50), 1.15), sizes, values.full === true), // prettier-ignore
	onSizes(atMost('S3', 'growth of the reads of the home page (p50)', quantileRatio('reads', 0.5), 1.35), sizes, isFar), // prettier-ignore
	onSizes(atMost('S3', 'growth of the reads of the home page (p99)', quantileRatio('reads', 0.99), 1.5), sizes, isFar), // prettier-ignore
	atLeast('S4', 'raw 4 KiB + fdatasync : durable write of 3 rows (time)', ratio(all.small, all.small, (a) => median(a.syncs) / median(a.writes)), 0.28), // prettier-ignore
	notMeasured('S5', 'p99 of reads with writes : without', '≤ 1.5', 'needs a second machine for the writes'),
	onSizes(atMost('S6', 'memory after the start, MB', idleMemory, 80), `with ${plan.large} people`, values.full === true), // prettier-ignore
	onSizes(atMost('S6', 'memory after the rounds, MB', far.memory(), 200), `after ${shown(mid(all.far, 'perSecond'))} requests per s on ${plan.large} people; the goal says 500 and a million`, false), // prettier-ignore
	atMost('S7', 'start to first answer, ms', Math.max(near.startMs, far.startMs), 300, { note: `${shown(near.startMs)} ms with ${plan.small} people, ${shown(far.startMs)} with ${plan.large}; grows with the file, which is checked at the start` }), // prettier-ignore
	atMost('S8', 'Monday list, 70 of 5,000 people (CPU of the whole page, ms)', mid(all.monday, 'cpu'), 100),
	notMeasured('S8', 'queries of the Monday list', 'constant', 'a test counts them: tests/monday.test.ts'),
	notMeasured('S9', 'two processes on PostgreSQL : one', '≥ 1.8', 'needs PostgreSQL and more than two cores')
];

const most = (pick: (bytes: Bytes) => number, from = weights) =>
	from.reduce((a, b) => (pick(b) > pick(a) ? b : a));
const total = ({ html, css, js }: Bytes) => html + css + js;
const today = weights.filter(({ path }) => path === '/vandaag');
const of = (goal: Goal, { path, locale }: Bytes): Goal => ({
	...goal,
	what: `${goal.what}: ${locale} ${path}`
});
const budget = (what: string, pick: (bytes: Bytes) => number, limit: number, from = weights): Goal => {
	const worst = most(pick, from);
	return of(atMost('B', what, pick(worst), limit), worst);
};
const spread = participantPaths.map((path) => {
	const own = weights.filter((one) => one.path === path);
	const worst = most(({ html }) => html, own);
	return { worst, ratio: worst.html / (own.find(({ locale }) => locale === 'nl')?.html ?? NaN) };
});
const widest = spread.reduce((a, b) => (b.ratio > a.ratio ? b : a));
const lighthouse = 'needs Lighthouse and a slow line: not part of this program';
const size: Goal[] = [
	budget('first visit, everything, br', total, 14_000, today),
	budget('requests of a first visit', ({ requests }) => requests, 3, today),
	budget('repeat visit: HTML, br-5', ({ html }) => html, 8000),
	budget('participant CSS, br', ({ css }) => css, 7500),
	budget('optional JavaScript, br', ({ js }) => js, 2000),
	of(atMost('B', 'worst locale : Dutch', widest.ratio, 1.6), widest.worst),
	atMost('B', 'staff page JavaScript, br: /admin', office17.js, 60_000),
	notMeasured('B', 'LCP : a page of 200 bytes', '≤ 1.25', lighthouse),
	notMeasured('B', 'TBT, CLS', '0 ms, 0', lighthouse)
];

const rows = (name: string, loads: readonly Load[]) =>
	`${name.padEnd(36)} ${shown(mid(loads, 'cpu')).toString().padStart(7)} ms CPU  ${shown(mid(loads, 'perSecond')).toString().padStart(6)}/s  p50 ${shown(mid(loads, 'p50'))} ms  p99 ${shown(mid(loads, 'p99'))} ms`;
const middle = (rounds: readonly Round[], key: keyof Round) =>
	shown(median(rounds.flatMap((one) => one[key])));
const machine = `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, SQLite, ${plan.rounds} rounds`;
console.log(
	[
		`${machine}\n`,
		rows("the framework's hello page (/)", all.hello),
		rows(`home (/vandaag), ${near.name}`, all.near),
		rows(`home (/vandaag), ${far.name}`, all.far),
		rows(`Monday list (/admin), ${mondayPeople} people`, all.monday),
		...(['small', 'large'] as const).map((which) => `in process, ${plan[which]} people: reads of the home page ${middle(all[which], 'reads')} µs, one raw SQLite read ${middle(all[which], 'raw')} µs, durable write ${middle(all[which], 'writes')} µs, raw 4 KiB + fdatasync ${middle(all[which], 'syncs')} µs`), // prettier-ignore
		`\n${table([...speed, ...size])}\n`,
		`${Math.round((performance.now() - started) / 1000)} s; all numbers in bench/latest.json`
	].join('\n')
);
mkdirSync('bench', { recursive: true });
writeFileSync(
	'bench/latest.json',
	`${JSON.stringify({ at: new Date().toISOString(), machine, plan, goals: [...speed, ...size], loads: { hello: all.hello, near: all.near, far: all.far, monday: all.monday }, bytes: [...weights, office17] }, null, '\t')}\n`
);
await Promise.all([hello, near, far, ...(office === far ? [] : [office]), inside.small, inside.large].map((one) => one.stop())); // prettier-ignore

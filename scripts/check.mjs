// npm run check: the fast part, under a minute. format → lint → css → types → unit, in that order.
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();
const { finish, runStep } = await import('./steps.mjs');
const { preparation, quick } = await import('./quick.mjs');

for (const step of preparation) await runStep(step);
// Two lanes for two cores; the unit tests use both.
const { types, unit, ...rest } = quick;
await Promise.all([runStep(types), runAll(Object.values(rest))]);
await runStep(unit);
finish();

/** @param {import('./steps.mjs').Step[]} steps */
async function runAll(steps) {
	for (const step of steps) await runStep(step);
}

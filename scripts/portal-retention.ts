import { parseArgs } from 'node:util';
import { now } from '../src/lib/server/clock.ts';

const refuse = (text: string): never => {
	throw new Error(text);
};
const noSuch = 'There is no such inburgeraar: PERSON is the last part of the address of the dossier.';
const held = 'This dossier is held: end that first with release.';

/** Commands of `npm run portal` about what is kept and what is removed (PRIV-06). */
export const retentionCommands: Record<string, (words: string[]) => Promise<string>> = {
	erase,
	hold: (words) => hold(words, true),
	release: (words) => hold(words, false),
	'retention-run': run,
	'retention-term': term
};

const listed = (counts: Record<string, number>) =>
	Object.entries(counts)
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([name, n]) => `  ${name}: ${n}`);

/** A moment, or a day: then its start in UTC. */
function momentOf(text: string | undefined): Temporal.Instant {
	if (text === undefined) return now();
	try {
		return Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
	} catch {
		return refuse('--now: expected a moment as 2026-11-29T03:00:00Z, or a day as 2026-11-29');
	}
}

async function run(words: string[]): Promise<string> {
	const options = { now: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
	const { values } = parseArgs({ args: words, options });
	const isDry = values['dry-run'] ?? false;
	const { runRetention } = await import('../src/lib/server/retention.ts');
	const { counts, dossiers, held: kept, unknown } = await runRetention(momentOf(values.now), isDry);
	return [
		`${isDry ? 'To be removed' : 'Removed'}: ${dossiers} dossiers; rows per table:`,
		...listed(counts),
		`Held, and therefore kept: ${kept} dossiers.`,
		`No end of the duty recorded, and therefore kept: ${unknown} dossiers.`
	].join('\n');
}

async function term([slug, years, ...rest]: string[]): Promise<string> {
	const { bewaarJaren } = await import('../src/lib/domain/bewaartermijnen.ts');
	const { minste, meeste } = bewaarJaren;
	const jaren = /^\d{1,2}$/.test(years ?? '') ? Number(years) : 0;
	if (!slug || rest.length > 0 || jaren < minste || jaren > meeste)
		return refuse(`retention-term needs the slug of a municipality and a number of years from ${minste} to ${meeste}`); // prettier-ignore
	const { setTerm } = await import('../src/lib/server/retention.ts');
	if (!(await setTerm(slug, jaren, now()))) return refuse('There is no such municipality.');
	return `${slug} keeps dossiers ${jaren} years after the duty ended.`;
}

async function hold([person, ...rest]: string[], isHeld: boolean): Promise<string> {
	if (!person || rest.length > 0) return refuse(noSuch);
	const { holdDossier } = await import('../src/lib/server/retention.ts');
	if (!(await holdDossier(person, isHeld, now())))
		return refuse(`There is no such inburgeraar, or this dossier is ${isHeld ? 'held' : 'free'} already.`);
	return isHeld ? 'Held: nothing of this dossier is removed by itself.' : 'Released: the terms hold again.';
}

async function erase(words: string[]): Promise<string> {
	// An id may begin with a dash: no options parser.
	const [person, flag, again, ...rest] = words;
	if (!person || rest.length > 0 || (flag !== undefined && flag !== '--confirm')) return refuse(noSuch);
	const { erasable, eraseByDecision } = await import('../src/lib/server/erasure.ts');
	const found = (await erasable(person)) ?? refuse(noSuch);
	if (found.isHeld) return refuse(held);
	if (flag === undefined)
		return ['To be removed, rows per table:', ...listed(found.counts), `Do it with: erase ${person} --confirm ${person}`].join('\n'); // prettier-ignore
	if (again !== person) return refuse('--confirm: expected the same PERSON once more');
	const counts = (await eraseByDecision(person, now())) ?? refuse(noSuch);
	return ['Removed, rows per table:', ...listed(counts)].join('\n');
}

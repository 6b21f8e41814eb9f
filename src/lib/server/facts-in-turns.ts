import { setImmediate as breathe } from 'node:timers/promises';
import { database } from './db/current.ts';
import { listFactRows, type FactRows } from './facts.ts';

const atATime = 500;

/**
 * The rows of many people, for figures: so many at a time in a fixed number of reads, with room for other requests in
 * between. A page that waits is better than a portal that stands still.
 */
export async function* factRowsInTurns(ids: readonly string[]): AsyncGenerator<[string, FactRows]> {
	for (let from = 0; from < ids.length; from += atATime) {
		let n = 0;
		for (const entry of await listFactRows(database().read, ids.slice(from, from + atATime))) {
			yield entry;
			if (++n % 100 === 0) await breathe();
		}
		await breathe();
	}
}

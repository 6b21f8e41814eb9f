import { setImmediate as breathe } from 'node:timers/promises';
import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Reader } from './db/database.ts';
import * as db from './db/facts-of-gemeente.ts';
import { grouped, type FactSource } from './facts.ts';

/** What counting many people needs of their rows, so that the rest is not read. */
export interface FactsWanted {
	/** Kinds of events that say nothing about what is counted. */
	withoutEvents: readonly TrajectEventKind[];
	hours: db.HoursWanted | null;
	hasAttempts: boolean;
}
export type PersonRows = Omit<FactSource, 'inburgeraar' | 'lokaalBeleid'> & {
	stands: readonly db.HourStand[];
};

/** By person, in a fixed number of reads. Somebody without any row gets empty lists. */
export async function rowsOfGemeente(
	tx: Reader,
	gemeenteId: string,
	{ withoutEvents, hours, hasAttempts }: FactsWanted
): Promise<(id: string) => PersonRows> {
	const events = await db.listEventsByPerson(tx, gemeenteId, withoutEvents);
	const pips = grouped(await db.listPipsOfGemeente(tx, gemeenteId));
	const stands = grouped(hours ? await db.listHourStands(tx, gemeenteId, hours) : []);
	const attempts = grouped(hasAttempts ? await db.listAttemptsOfGemeente(tx, gemeenteId) : []);
	return (id) => {
		const own = stands.get(id) ?? [];
		return {
			...{ events: events.get(id) ?? [], pips: pips.get(id) ?? [], attempts: attempts.get(id) ?? [] },
			...{ stands: own, hours: new Map(own.map((stand) => [stand.category, stand])) }
		};
	};
}

/** Many people one by one, with room for other requests in between: a page that waits is better than a portal that stands still. */
export async function* inTurns<T>(all: readonly T[]): AsyncGenerator<T> {
	let n = 0;
	for (const one of all) {
		if (n++ % 100 === 0) await breathe();
		yield one;
	}
}

import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { countRowsOf, findInburgeraar, insertTombstone, listFiltersIn, listInburgeraarIds, listTombstones, removeFilters, removePerson } from './db/erasure.ts'; // prettier-ignore
import { fold } from './fold.ts';
import { keyedHash } from './secrets.ts';

/** `termijn`: kept long enough; `besluit`: a decision of a court or on a request; `herstel`: a backup brought somebody back. */
export type ErasureReason = 'termijn' | 'besluit' | 'herstel';
/** Rows per table. */
export type Counts = Record<string, number>;

/** Names nobody, and finds the person again in a restored backup. */
export const tombstoneOf = (personId: string): string => keyedHash('grafsteen', personId);

/** A filter that a colleague kept may hold the name that was searched for. */
async function removeFiltersOn(tx: Writer, nameFolded: string, gemeenteId: string | null): Promise<number> {
	if (!gemeenteId || !nameFolded) return 0;
	const isOnName = (query: string) => fold(new URLSearchParams(query).get('zoek') ?? '').includes(nameFolded);
	const ids = (await listFiltersIn(tx, gemeenteId))
		.filter(({ query }) => isOnName(query))
		.map(({ id }) => id);
	await removeFilters(tx, ids);
	return ids.length;
}

/**
 * Removes an inburgeraar: every row in every table, with a tombstone for restored backups. The audit log and the
 * processing log keep their lines, which name nobody, for their own term. Undefined: there is no such inburgeraar.
 */
export async function eraseInburgeraar(
	tx: Writer,
	personId: string,
	reason: ErasureReason,
	now: Temporal.Instant
): Promise<Counts | undefined> {
	const person = await findInburgeraar(tx, personId);
	if (!person) return undefined;
	const counts = await countRowsOf(tx, personId);
	const filters = await removeFiltersOn(tx, person.nameFolded, person.gemeenteId);
	await removePerson(tx, personId);
	await insertTombstone(tx, { personKey: tombstoneOf(personId), erasedOn: dayOf(now) });
	const rows = Object.values(counts).reduce((sum, n) => sum + n, filters);
	await recordAudit(tx, null, { action: 'bewaring.erase', objectType: reason, objectId: String(rows) }, now);
	return filters ? { ...counts, saved_filters: filters } : counts;
}

/** What `eraseInburgeraar` would remove; undefined: there is no such inburgeraar. */
export async function erasable(personId: string): Promise<{ counts: Counts; isHeld: boolean } | undefined> {
	const { read } = database();
	const person = await findInburgeraar(read, personId);
	return person && { counts: await countRowsOf(read, personId), isHeld: person.isHeld };
}

/** Removes one inburgeraar by decision, held or not, and empties what the file still remembers. Undefined: no such one. */
export async function eraseByDecision(personId: string, now: Temporal.Instant): Promise<Counts | undefined> {
	const counts = await database().transaction((tx) => eraseInburgeraar(tx, personId, 'besluit', now));
	if (counts) await database().forget();
	return counts;
}

/**
 * After a restore: who was removed before is removed again (T34). Tombstones come from the database itself and from
 * where they were kept besides it, since the backup may be older than the removal.
 * @param kept keys of `tombstoneOf`
 * @returns how many came back and went again
 */
export async function applyTombstones(kept: readonly string[], now: Temporal.Instant): Promise<number> {
	const keys = new Set([
		...kept,
		...(await listTombstones(database().read)).map(({ personKey }) => personKey)
	]);
	if (keys.size === 0) return 0;
	let erased = 0;
	for (const id of await listInburgeraarIds(database().read)) {
		if (!keys.has(tombstoneOf(id))) continue;
		if (await database().transaction((tx) => eraseInburgeraar(tx, id, 'herstel', now))) erased++;
	}
	if (erased > 0) await database().forget();
	return erased;
}

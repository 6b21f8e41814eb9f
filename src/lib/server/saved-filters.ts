import type { Staff } from './actor.ts';
import { database } from './db/current.ts';
import {
	insertSavedFilter,
	listSavedFilters,
	removeSavedFilter,
	type SavedFilter
} from './db/saved-filters.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** Enough for anybody; more is no longer a choice but a search. */
const most = 12;

/** The filters that the actor kept, in the order in which they were kept. */
export const filtersOf = (actor: Staff): Promise<SavedFilter[]> =>
	listSavedFilters(database().read, actor.id);

/** Keeps a filter under a name; the same name takes the place of the earlier one. False when there are too many. */
export async function saveFilter(
	actor: Staff,
	filter: { name: string; query: string },
	key: string,
	now: Temporal.Instant
): Promise<boolean> {
	return database().transaction(async (tx) => {
		const id = await once(tx, actor, { action: 'filter.save', key, payload: filter }, now, async () => {
			const own = await listSavedFilters(tx, actor.id);
			const same = own.filter(({ name }) => name === filter.name);
			if (own.length - same.length >= most) return undefined;
			for (const row of same) await removeSavedFilter(tx, actor.id, row.id);
			const row = { personId: actor.id, id: newId(), ...filter, createdAt: now };
			await insertSavedFilter(tx, row);
			return row.id;
		});
		return id !== undefined;
	});
}

/** Forgets one of the own filters; of somebody else nothing happens. */
export async function forgetFilter(actor: Staff, id: string): Promise<void> {
	await database().transaction((tx) => removeSavedFilter(tx, actor.id, id));
}

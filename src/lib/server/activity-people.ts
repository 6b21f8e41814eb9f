import type { Staff } from './actor.ts';
import { listCandidates } from './db/appointment-groups.ts';
import { database } from './db/current.ts';
import { scopeOf } from './dossiers.ts';

/** Whom the actor can give a place in an activity, by name. */
export async function inviteesFor(actor: Staff): Promise<{ id: string; name: string }[]> {
	const rows = await listCandidates(database().read, scopeOf(actor), { limit: 1000 });
	return rows.map(({ id, name }) => ({ id, name }));
}

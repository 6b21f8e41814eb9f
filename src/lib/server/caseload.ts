import type { Staff } from './actor.ts';
import { recordListRead } from './audit.ts';
import { countCaseload, findOpenMatters } from './db/caseload.ts';
import { database } from './db/current.ts';
import { listPeople, type ListedPerson } from './db/listed-people.ts';
import { scopeOf } from './dossiers.ts';
import { fold } from './fold.ts';
import { decrypt, encrypt } from './secrets.ts';

export interface CaseloadPage {
	rows: (ListedPerson & {
		nextAppointment: Temporal.Instant | null;
		questions: number;
		disputes: number;
		unconfirmed: number;
	})[];
	/** Where the next page begins; absent on the last one. */
	nextAfter?: string;
	total: number;
}

const pageSize = 50;
/** Where the next page begins. It holds a name, so an address shows it sealed (PRIV-09). */
export const cursorOf = (row: Pick<ListedPerson, 'nameFolded' | 'id'>) =>
	encrypt('lijst', JSON.stringify([row.nameFolded, row.id]));

export function parseCursor(text: string | null): { nameFolded: string; id: string } | undefined {
	try {
		const value: unknown = JSON.parse(decrypt('lijst', text ?? ''));
		if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string')
			return { nameFolded: value[0], id: value[1] };
	} catch {
		// Not a cursor of ours: the first page.
	}
	return undefined;
}

/** One page of the people the actor guides (a coordinator: of the municipality), by name, with what stands open. */
export async function caseloadPage(
	actor: Staff,
	query: { search: string; after: string | null },
	now: Temporal.Instant
): Promise<CaseloadPage> {
	const { read } = database();
	const scope = scopeOf(actor);
	const found = await listPeople(read, scope, {
		search: fold(query.search).slice(0, 64),
		after: parseCursor(query.after),
		limit: pageSize + 1
	});
	const shown = found.slice(0, pageSize);
	const last = shown.at(-1);
	const ids = shown.map((row) => row.id);
	await recordListRead(actor, query.search ? 'zoeken' : 'inburgeraars', ids, now);
	const open = ids.length > 0 ? await findOpenMatters(read, ids, now) : undefined;
	return {
		rows: shown.map((row) => ({
			...row,
			nextAppointment: open?.next.get(row.id)?.startsAt ?? null,
			questions: open?.asked.get(row.id)?.n ?? 0,
			disputes: open?.disputed.get(row.id)?.n ?? 0,
			unconfirmed: open?.unconfirmed.get(row.id)?.n ?? 0
		})),
		nextAfter: found.length > pageSize && last ? cursorOf(last) : undefined,
		total: await countCaseload(read, scope)
	};
}

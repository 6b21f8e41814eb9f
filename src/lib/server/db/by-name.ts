import { and, eq, gt, or, sql } from 'drizzle-orm';
import { people } from './schema.ts';

/** The last row of the page before, in a list by name. */
export interface NameCursor {
	nameFolded: string;
	id: string;
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (c) => `\\${c}`);

/** Any part of a name, folded as it is stored; an empty search takes everybody. */
export const nameHolds = (search: string) =>
	search ? sql`${people.nameFolded} like ${`%${escaped(search)}%`} escape '\\'` : undefined;

/** What comes after a row in a list by name and id; without one from the beginning. */
export const afterName = (after?: NameCursor) =>
	after
		? or(
				gt(people.nameFolded, after.nameFolded),
				and(eq(people.nameFolded, after.nameFolded), gt(people.id, after.id))
			)
		: undefined;

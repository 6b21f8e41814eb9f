import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { caseload, people } from './schema.ts';

export interface Contact {
	name: string;
	phone: string | null;
	jobTitle: string | null;
}

/** Who guides this person now; undefined when nobody does. */
export async function findConsulent(tx: Reader, inburgeraarId: string): Promise<Contact | undefined> {
	const [row] = await tx
		.select({ name: people.name, phone: people.phone, jobTitle: people.jobTitle })
		.from(caseload)
		.innerJoin(people, eq(people.id, caseload.consulentId))
		.where(and(eq(caseload.inburgeraarId, inburgeraarId), isNull(caseload.tot)));
	return row;
}

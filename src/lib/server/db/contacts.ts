import { and, eq } from 'drizzle-orm';
import { caseloadOn } from './caseload-on.ts';
import type { Reader } from './database.ts';
import { caseload, people } from './schema.ts';

export interface Contact {
	name: string;
	phone: string | null;
	jobTitle: string | null;
}

/** Who guides this person on that day; undefined when nobody does. */
export async function findConsulent(
	tx: Reader,
	inburgeraarId: string,
	today: Temporal.PlainDate
): Promise<Contact | undefined> {
	const [row] = await tx
		.select({ name: people.name, phone: people.phone, jobTitle: people.jobTitle })
		.from(caseload)
		.innerJoin(people, eq(people.id, caseload.consulentId))
		.where(and(eq(caseload.inburgeraarId, inburgeraarId), caseloadOn(today)));
	return row;
}

import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from './database.ts';
import type { Person } from './people.ts';
import { people } from './schema.ts';

const isDemoPerson = and(eq(people.isDemo, true), eq(people.isActive, true), isNotNull(people.demoKey));

export async function listDemoPeople(tx: Reader): Promise<Person[]> {
	return tx
		.select()
		.from(people)
		.where(isDemoPerson)
		.orderBy(asc(people.role), asc(people.nameFolded), asc(people.id));
}

export async function findDemoPerson(tx: Reader, demoKey: string): Promise<Person | undefined> {
	return (
		await tx
			.select()
			.from(people)
			.where(and(isDemoPerson, eq(people.demoKey, demoKey)))
	)[0];
}

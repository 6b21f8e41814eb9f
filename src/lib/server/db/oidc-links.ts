import { eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import type { Person } from './people.ts';
import { oidcLinks, people } from './schema.ts';

export type OidcLink = typeof oidcLinks.$inferSelect;

/** Fails as a duplicate when this person has a link, or when the account of the provider is somebody's. */
export async function insertOidcLink(tx: Writer, row: OidcLink): Promise<void> {
	await tx.insert(oidcLinks).values(row);
}

/** Whose account of the provider it is. */
export async function findByOidc(tx: Reader, subjectHash: string): Promise<Person | undefined> {
	const [row] = await tx
		.select({ person: people })
		.from(oidcLinks)
		.innerJoin(people, eq(people.id, oidcLinks.personId))
		.where(eq(oidcLinks.subjectHash, subjectHash));
	return row?.person;
}

export async function findOidcLink(tx: Reader, personId: string): Promise<OidcLink | undefined> {
	return (await tx.select().from(oidcLinks).where(eq(oidcLinks.personId, personId)))[0];
}

export async function updateOidcUsed(
	tx: Writer,
	personId: string,
	lastUsedAt: Temporal.Instant
): Promise<void> {
	await tx.update(oidcLinks).set({ lastUsedAt }).where(eq(oidcLinks.personId, personId));
}

/** False when there was none. */
export async function removeOidcLink(tx: Writer, personId: string): Promise<boolean> {
	return (await tx.delete(oidcLinks).where(eq(oidcLinks.personId, personId)).returning()).length > 0;
}

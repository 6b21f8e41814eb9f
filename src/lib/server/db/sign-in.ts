import { and, asc, eq, isNotNull, like, lt, or, sql } from 'drizzle-orm';
import { caseloadOn } from './caseload-on.ts';
import type { Reader, Writer } from './database.ts';
import type { Person } from './people.ts';
import { caseload, gemeenten, people, signInTries } from './schema.ts';

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

export async function findByLoginName(tx: Reader, loginName: string): Promise<Person | undefined> {
	return (await tx.select().from(people).where(eq(people.loginName, loginName)))[0];
}

/** The same secret, hashed anew with higher parameters. */
export async function updateHash(
	tx: Writer,
	id: string,
	set: { passwordHash: string } | { pinHash: string }
): Promise<void> {
	await tx.update(people).set(set).where(eq(people.id, id));
}

export async function updatePin(tx: Writer, id: string, pinHash: string): Promise<void> {
	await tx.update(people).set({ pinHash }).where(eq(people.id, id));
}

export async function insertPerson(tx: Writer, row: typeof people.$inferInsert): Promise<void> {
	await tx.insert(people).values(row);
}

export type Tries = typeof signInTries.$inferSelect;

export async function findTries(tx: Reader, subject: string): Promise<Tries | undefined> {
	return (await tx.select().from(signInTries).where(eq(signInTries.subject, subject)))[0];
}

export async function updateTries(tx: Writer, row: Tries): Promise<void> {
	const { subject: _, ...set } = row;
	await tx.insert(signInTries).values(row).onConflictDoUpdate({ target: signInTries.subject, set });
}

/** A right one was no guess: nothing to wait for any more, and one less today. */
export async function updateForgiven(tx: Writer, subject: string): Promise<void> {
	const isOf = eq(signInTries.subject, subject);
	await tx
		.update(signInTries)
		.set({ wrongTries: 0, waitUntil: null, judged: sql`${signInTries.judged} - 1` })
		.where(isOf);
	await tx.delete(signInTries).where(and(isOf, lt(signInTries.judged, 1)));
}

/** And those of the browsers that are known beside it. */
export async function removeTries(tx: Writer, subject: string): Promise<boolean> {
	const isOf = or(eq(signInTries.subject, subject), like(signInTries.subject, `${subject}:%`));
	const gone = await tx.delete(signInTries).where(isOf).returning();
	return gone.length > 0;
}

/** Counters that no longer count: the table stays small whatever names are tried. */
export async function removeTriesBefore(tx: Writer, firstAt: Temporal.Instant): Promise<void> {
	await tx.delete(signInTries).where(lt(signInTries.firstAt, firstAt));
}

export async function findGemeenteBySlug(tx: Reader, slug: string): Promise<string | undefined> {
	return (await tx.select({ id: gemeenten.id }).from(gemeenten).where(eq(gemeenten.slug, slug)))[0]?.id;
}

/** Who guides this inburgeraar on that day. */
export async function findConsulentOf(
	tx: Reader,
	inburgeraarId: string,
	today: Temporal.PlainDate
): Promise<string | undefined> {
	const isNow = and(eq(caseload.inburgeraarId, inburgeraarId), caseloadOn(today));
	return (await tx.select({ id: caseload.consulentId }).from(caseload).where(isNow))[0]?.id;
}

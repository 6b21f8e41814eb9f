import { and, count, eq, lt } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import type { Person } from './people.ts';
import { people, pendingSignIns, recoveryCodes, secondFactors } from './schema.ts';

export type SecondFactor = typeof secondFactors.$inferSelect;
export type PendingSignIn = typeof pendingSignIns.$inferSelect;

export async function findSecondFactor(tx: Reader, personId: string): Promise<SecondFactor | undefined> {
	return (await tx.select().from(secondFactors).where(eq(secondFactors.personId, personId)))[0];
}

/** Replaces the former one, if there is one. */
export async function insertSecondFactor(tx: Writer, row: SecondFactor): Promise<void> {
	const { personId: _, ...set } = row;
	await tx.insert(secondFactors).values(row).onConflictDoUpdate({ target: secondFactors.personId, set });
}

/** Accepts a step once: false when this one, or a later one, was accepted before (AUTH-09). */
export async function updateLastStep(tx: Writer, personId: string, lastStep: number): Promise<boolean> {
	const changed = await tx
		.update(secondFactors)
		.set({ lastStep })
		.where(and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, lastStep)))
		.returning({ personId: secondFactors.personId });
	return changed.length > 0;
}

/** The app and the codes on paper; false when there was no app. */
export async function removeSecondFactor(tx: Writer, personId: string): Promise<boolean> {
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	const gone = await tx.delete(secondFactors).where(eq(secondFactors.personId, personId)).returning();
	return gone.length > 0;
}

export async function updateRecoveryCodes(
	tx: Writer,
	personId: string,
	codes: { selector: string; hash: string }[]
): Promise<void> {
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	await tx.insert(recoveryCodes).values(codes.map((code) => ({ personId, ...code })));
}

export async function countRecoveryCodes(tx: Reader, personId: string): Promise<number> {
	const rows = await tx
		.select({ n: count() })
		.from(recoveryCodes)
		.where(eq(recoveryCodes.personId, personId));
	return rows[0]?.n ?? 0;
}

const isCode = (personId: string, selector: string) =>
	and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.selector, selector));

export async function findRecoveryHash(
	tx: Reader,
	personId: string,
	selector: string
): Promise<string | undefined> {
	return (await tx.select().from(recoveryCodes).where(isCode(personId, selector)))[0]?.hash;
}

/** False when somebody else was first. */
export async function removeRecoveryCode(tx: Writer, personId: string, selector: string): Promise<boolean> {
	return (await tx.delete(recoveryCodes).where(isCode(personId, selector)).returning()).length > 0;
}

export async function insertPending(tx: Writer, row: PendingSignIn): Promise<void> {
	await tx.insert(pendingSignIns).values(row);
}

export async function findPending(
	tx: Reader,
	tokenHash: string
): Promise<{ pending: PendingSignIn; person: Person } | undefined> {
	const [row] = await tx
		.select({ pending: pendingSignIns, person: people })
		.from(pendingSignIns)
		.innerJoin(people, eq(people.id, pendingSignIns.personId))
		.where(eq(pendingSignIns.tokenHash, tokenHash));
	return row;
}

/** False when it was used already. */
export async function removePending(tx: Writer, tokenHash: string): Promise<boolean> {
	const gone = await tx.delete(pendingSignIns).where(eq(pendingSignIns.tokenHash, tokenHash)).returning();
	return gone.length > 0;
}

export async function removePendingBefore(tx: Writer, createdAt: Temporal.Instant): Promise<void> {
	await tx.delete(pendingSignIns).where(lt(pendingSignIns.createdAt, createdAt));
}

export async function removePendingOf(tx: Writer, personId: string): Promise<void> {
	await tx.delete(pendingSignIns).where(eq(pendingSignIns.personId, personId));
}

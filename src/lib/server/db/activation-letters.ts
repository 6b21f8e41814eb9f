import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { activationLetters, inburgeraren, people } from './schema.ts';

export type ActivationLetter = typeof activationLetters.$inferSelect;

const isOpen = (selector: string) =>
	and(
		eq(activationLetters.selector, selector),
		isNull(activationLetters.redeemedAt),
		isNull(activationLetters.voidedAt)
	);

/** The letter, with the person it belongs to and the day of birth that goes with it. */
export async function findLetter(tx: Reader, selector: string) {
	const [row] = await tx
		.select({ letter: activationLetters, person: people, geboortedatum: inburgeraren.geboortedatum })
		.from(activationLetters)
		.innerJoin(people, eq(people.id, activationLetters.personId))
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, activationLetters.personId))
		.where(eq(activationLetters.selector, selector));
	return row;
}

export async function findLastLetterOf(tx: Reader, personId: string): Promise<ActivationLetter | undefined> {
	const [row] = await tx
		.select()
		.from(activationLetters)
		.where(eq(activationLetters.personId, personId))
		.orderBy(desc(activationLetters.createdAt), desc(activationLetters.selector))
		.limit(1);
	return row;
}

export async function insertLetter(tx: Writer, row: ActivationLetter): Promise<void> {
	await tx.insert(activationLetters).values(row);
}

/** Counts one more try of a letter that is open and has one left; false when it has none. */
export async function updateTakeTry(
	tx: Writer,
	selector: string,
	most: number,
	now: Temporal.Instant
): Promise<boolean> {
	const rows = await tx
		.update(activationLetters)
		.set({ wrongTries: sql`${activationLetters.wrongTries} + 1` })
		.where(
			and(isOpen(selector), lt(activationLetters.wrongTries, most), gt(activationLetters.expiresAt, now))
		)
		.returning({ selector: activationLetters.selector });
	return rows.length > 0;
}

/** The tries are given back to whoever knew the code. */
export async function updateTriesGone(tx: Writer, selector: string): Promise<void> {
	await tx.update(activationLetters).set({ wrongTries: 0 }).where(isOpen(selector));
}

/** Uses the letter up, once: undefined when somebody was first or a newer letter took its place. */
export async function updateRedeemed(
	tx: Writer,
	selector: string,
	redeemedAt: Temporal.Instant
): Promise<string | undefined> {
	const [row] = await tx
		.update(activationLetters)
		.set({ redeemedAt })
		.where(isOpen(selector))
		.returning({ personId: activationLetters.personId });
	return row?.personId;
}

/** A new letter makes the older ones worthless. */
export async function updateVoided(tx: Writer, personId: string, voidedAt: Temporal.Instant): Promise<void> {
	await tx
		.update(activationLetters)
		.set({ voidedAt })
		.where(
			and(
				eq(activationLetters.personId, personId),
				isNull(activationLetters.redeemedAt),
				isNull(activationLetters.voidedAt)
			)
		);
}

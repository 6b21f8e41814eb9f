import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { MailLinkPurpose } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import type { Person } from './people.ts';
import { emailAddresses, mailLinks, people } from './schema.ts';

export type EmailAddress = typeof emailAddresses.$inferSelect;
export type MailLink = typeof mailLinks.$inferSelect;

export async function findAddressOf(tx: Reader, personId: string): Promise<EmailAddress | undefined> {
	return (await tx.select().from(emailAddresses).where(eq(emailAddresses.personId, personId)))[0];
}

/** Who confirmed this address. */
export async function findByAddress(
	tx: Reader,
	address: string
): Promise<{ email: EmailAddress; person: Person } | undefined> {
	const [row] = await tx
		.select({ email: emailAddresses, person: people })
		.from(emailAddresses)
		.innerJoin(people, eq(people.id, emailAddresses.personId))
		.where(eq(emailAddresses.address, address));
	return row;
}

export async function updateAddress(tx: Writer, row: EmailAddress): Promise<void> {
	const { personId: _, ...set } = row;
	await tx.insert(emailAddresses).values(row).onConflictDoUpdate({ target: emailAddresses.personId, set });
}

export async function removeAddress(tx: Writer, personId: string): Promise<void> {
	await tx.delete(emailAddresses).where(eq(emailAddresses.personId, personId));
}

/** Counts one more PIN after a link, if one is left; how many there have been, or undefined when none was left. */
export async function updateTakeMailTry(
	tx: Writer,
	personId: string,
	most: number
): Promise<number | undefined> {
	const [row] = await tx
		.update(emailAddresses)
		.set({ wrongTries: sql`${emailAddresses.wrongTries} + 1` })
		.where(and(eq(emailAddresses.personId, personId), lt(emailAddresses.wrongTries, most)))
		.returning({ wrongTries: emailAddresses.wrongTries });
	return row?.wrongTries;
}

/** As if every try was taken: this way in is closed. */
export async function updateMailTriesTaken(tx: Writer, personId: string, most: number): Promise<void> {
	await tx.update(emailAddresses).set({ wrongTries: most }).where(eq(emailAddresses.personId, personId));
}

export async function updateMailTriesGone(tx: Writer, personId: string): Promise<void> {
	await tx.update(emailAddresses).set({ wrongTries: 0 }).where(eq(emailAddresses.personId, personId));
}

/** A link by the hash of its token, with its person. */
export async function findLink(
	tx: Reader,
	tokenHash: string
): Promise<{ link: MailLink; person: Person } | undefined> {
	const [row] = await tx
		.select({ link: mailLinks, person: people })
		.from(mailLinks)
		.innerJoin(people, eq(people.id, mailLinks.personId))
		.where(eq(mailLinks.tokenHash, tokenHash));
	return row;
}

/** How many links went to this person, or to this address, since then. */
export async function countLinksTo(
	tx: Reader,
	to: { personId: string } | { address: string },
	since: Temporal.Instant
): Promise<number> {
	const whose = 'personId' in to ? eq(mailLinks.personId, to.personId) : eq(mailLinks.address, to.address);
	const [row] = await tx
		.select({ n: count() })
		.from(mailLinks)
		.where(and(whose, gt(mailLinks.createdAt, since)));
	return Number(row?.n ?? 0);
}

export async function insertLink(tx: Writer, row: MailLink): Promise<void> {
	await tx.insert(mailLinks).values(row);
}

/** Uses a link up, once: false when that was done before. */
export async function updateLinkEnded(
	tx: Writer,
	tokenHash: string,
	endedAt: Temporal.Instant
): Promise<boolean> {
	const rows = await tx
		.update(mailLinks)
		.set({ endedAt })
		.where(and(eq(mailLinks.tokenHash, tokenHash), isNull(mailLinks.endedAt)))
		.returning({ tokenHash: mailLinks.tokenHash });
	return rows.length > 0;
}

/** All links of somebody for this purpose are worth nothing from now on. */
export async function updateLinksEnded(
	tx: Writer,
	personId: string,
	purpose: MailLinkPurpose,
	endedAt: Temporal.Instant
): Promise<void> {
	await tx
		.update(mailLinks)
		.set({ endedAt })
		.where(and(eq(mailLinks.personId, personId), eq(mailLinks.purpose, purpose), isNull(mailLinks.endedAt)));
}

export async function removeLinksBefore(tx: Writer, createdAt: Temporal.Instant): Promise<void> {
	await tx.delete(mailLinks).where(lt(mailLinks.createdAt, createdAt));
}

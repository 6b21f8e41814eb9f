import { and, desc, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import type { Person } from './people.ts';
import { passkeyChallenges, passkeys, people } from './schema.ts';

export type Passkey = typeof passkeys.$inferSelect;
export type Challenge = typeof passkeyChallenges.$inferSelect;

/** The passkey that the browser names, with its person. */
export async function findPasskey(
	tx: Reader,
	credentialId: string
): Promise<{ passkey: Passkey; person: Person } | undefined> {
	const [row] = await tx
		.select({ passkey: passkeys, person: people })
		.from(passkeys)
		.innerJoin(people, eq(people.id, passkeys.personId))
		.where(eq(passkeys.credentialId, credentialId));
	return row;
}

export async function listPasskeysOf(tx: Reader, personId: string): Promise<Passkey[]> {
	return tx
		.select()
		.from(passkeys)
		.where(eq(passkeys.personId, personId))
		.orderBy(desc(passkeys.createdAt), desc(passkeys.id));
}

export async function insertPasskey(tx: Writer, row: Passkey): Promise<void> {
	await tx.insert(passkeys).values(row);
}

/** Accepts one use: false when the passkey is gone, or was used since it was read. */
export async function updatePasskeyUsed(
	tx: Writer,
	{ id, counter }: Pick<Passkey, 'id' | 'counter'>,
	used: Pick<Passkey, 'counter' | 'isBackedUp' | 'lastUsedAt'>
): Promise<boolean> {
	const changed = await tx
		.update(passkeys)
		.set(used)
		.where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
		.returning({ id: passkeys.id });
	return changed.length > 0;
}

/** Ends what is signed in with it as well (ON DELETE CASCADE); false when there is none such. */
export async function removePasskey(tx: Writer, id: string, personId: string): Promise<boolean> {
	const own = and(eq(passkeys.id, id), eq(passkeys.personId, personId));
	return (await tx.delete(passkeys).where(own).returning({ id: passkeys.id })).length > 0;
}

/** All of somebody, but for those of one device or the one named; how many went. */
export async function removePasskeysOf(
	tx: Writer,
	personId: string,
	but: { deviceId?: string | null; id?: string | null } = {}
): Promise<number> {
	const { deviceId, id } = but;
	const goes = and(
		eq(passkeys.personId, personId),
		id ? ne(passkeys.id, id) : undefined,
		deviceId ? or(isNull(passkeys.deviceId), ne(passkeys.deviceId, deviceId)) : undefined
	);
	return (await tx.delete(passkeys).where(goes).returning({ id: passkeys.id })).length;
}

export async function removePasskeysOfDevice(tx: Writer, deviceId: string): Promise<void> {
	await tx.delete(passkeys).where(eq(passkeys.deviceId, deviceId));
}

/** Replaces the former one for the same purpose. */
export async function insertChallenge(tx: Writer, row: Challenge): Promise<void> {
	const { challenge, createdAt } = row;
	const target = [passkeyChallenges.boundTo, passkeyChallenges.purpose];
	await tx
		.insert(passkeyChallenges)
		.values(row)
		.onConflictDoUpdate({ target, set: { challenge, createdAt } });
}

/** Takes it out: it is asked for once, whatever the answer to it is worth. */
export async function removeChallenge(
	tx: Writer,
	boundTo: string,
	purpose: Challenge['purpose']
): Promise<Challenge | undefined> {
	const one = and(eq(passkeyChallenges.boundTo, boundTo), eq(passkeyChallenges.purpose, purpose));
	return (await tx.delete(passkeyChallenges).where(one).returning())[0];
}

export async function removeChallengesBefore(tx: Writer, createdAt: Temporal.Instant): Promise<void> {
	await tx.delete(passkeyChallenges).where(lt(passkeyChallenges.createdAt, createdAt));
}

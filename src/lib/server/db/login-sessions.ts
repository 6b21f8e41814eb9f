import { eq, lt } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { devices, endedSessions, loginSessions, people } from './schema.ts';

export type LoginSession = typeof loginSessions.$inferSelect;

/** The session with its person, and whether its device was revoked, in one read. */
export async function findLoginSession(tx: Reader, publicId: string) {
	const [row] = await tx
		.select({ session: loginSessions, person: people, deviceRevokedAt: devices.revokedAt })
		.from(loginSessions)
		.innerJoin(people, eq(people.id, loginSessions.personId))
		.leftJoin(devices, eq(devices.id, loginSessions.deviceId))
		.where(eq(loginSessions.publicId, publicId));
	return row;
}

export async function listLoginSessions(tx: Reader, personId: string): Promise<LoginSession[]> {
	return tx.select().from(loginSessions).where(eq(loginSessions.personId, personId));
}

export async function insertLoginSession(tx: Writer, row: LoginSession): Promise<void> {
	await tx.insert(loginSessions).values(row);
}

export async function updateLastSeen(
	tx: Writer,
	publicId: string,
	lastSeenAt: Temporal.Instant
): Promise<void> {
	await tx.update(loginSessions).set({ lastSeenAt }).where(eq(loginSessions.publicId, publicId));
}

/** The person proved again who it is, in this session. */
export async function updateProven(tx: Writer, publicId: string, provenAt: Temporal.Instant): Promise<void> {
	await tx.update(loginSessions).set({ provenAt }).where(eq(loginSessions.publicId, publicId));
}

export async function removeLoginSession(tx: Writer, publicId: string): Promise<void> {
	await tx.delete(loginSessions).where(eq(loginSessions.publicId, publicId));
}

export async function removeLoginSessionsOf(tx: Writer, personId: string): Promise<void> {
	await tx.delete(loginSessions).where(eq(loginSessions.personId, personId));
}

export async function removeLoginSessionsBefore(tx: Writer, createdAt: Temporal.Instant): Promise<void> {
	await tx.delete(loginSessions).where(lt(loginSessions.createdAt, createdAt));
}

/** It ended by itself: whose it was is remembered for a while (SES-11). Removes what is older than `before`. */
export async function endLoginSession(
	tx: Writer,
	{ publicId, personId, secretHash }: Pick<LoginSession, 'publicId' | 'personId' | 'secretHash'>,
	endedAt: Temporal.Instant,
	before: Temporal.Instant
): Promise<void> {
	await removeLoginSession(tx, publicId);
	await tx.delete(endedSessions).where(lt(endedSessions.endedAt, before));
	await tx.insert(endedSessions).values({ publicId, personId, secretHash, endedAt }).onConflictDoNothing();
}

export async function findEndedSession(tx: Reader, publicId: string) {
	const [row] = await tx
		.select({ ended: endedSessions, person: people })
		.from(endedSessions)
		.innerJoin(people, eq(people.id, endedSessions.personId))
		.where(eq(endedSessions.publicId, publicId));
	return row;
}

export async function removeEndedSession(tx: Writer, publicId: string): Promise<void> {
	await tx.delete(endedSessions).where(eq(endedSessions.publicId, publicId));
}

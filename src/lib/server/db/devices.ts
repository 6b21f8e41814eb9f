import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { removePasskeysOfDevice } from './passkeys.ts';
import { devices, loginSessions, people } from './schema.ts';

export type Device = typeof devices.$inferSelect;

const isUsable = isNull(devices.revokedAt);

/** The device that holds the token, with its person. */
export async function findDevice(tx: Reader, tokenHash: string) {
	const [row] = await tx
		.select({ device: devices, person: people })
		.from(devices)
		.innerJoin(people, eq(people.id, devices.personId))
		.where(and(eq(devices.tokenHash, tokenHash), isUsable));
	return row;
}

export async function listDevicesOf(tx: Reader, personId: string): Promise<Device[]> {
	return tx
		.select()
		.from(devices)
		.where(and(eq(devices.personId, personId), isUsable))
		.orderBy(desc(devices.lastUsedAt), desc(devices.id));
}

export async function insertDevice(tx: Writer, row: Device): Promise<void> {
	await tx.insert(devices).values(row);
}

/** Counts one more try, if one is left; returns how many there have been, or undefined when none was left. */
export async function updateTakeTry(tx: Writer, id: string, most: number): Promise<number | undefined> {
	const [row] = await tx
		.update(devices)
		.set({ wrongTries: sql`${devices.wrongTries} + 1` })
		.where(and(eq(devices.id, id), isUsable, lt(devices.wrongTries, most)))
		.returning({ wrongTries: devices.wrongTries });
	return row?.wrongTries;
}

export async function updateUsed(tx: Writer, id: string, lastUsedAt: Temporal.Instant): Promise<void> {
	await tx.update(devices).set({ wrongTries: 0, lastUsedAt }).where(eq(devices.id, id));
}

/** Revokes a device of this person with its passkeys and ends what is signed in on it; false when there is none such. */
export async function updateRevoked(
	tx: Writer,
	id: string,
	personId: string,
	revokedAt: Temporal.Instant
): Promise<boolean> {
	const rows = await tx
		.update(devices)
		.set({ revokedAt })
		.where(and(eq(devices.id, id), eq(devices.personId, personId), isUsable))
		.returning({ id: devices.id });
	if (rows.length === 0) return false;
	await removePasskeysOfDevice(tx, id);
	await tx.delete(loginSessions).where(eq(loginSessions.deviceId, id));
	return true;
}

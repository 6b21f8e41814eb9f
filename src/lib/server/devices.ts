import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { findDevice, insertDevice, listDevicesOf, updateRevoked, type Device } from './db/devices.ts';
import { findLoginSession, listLoginSessions, removeLoginSession } from './db/login-sessions.ts';
import { newId } from './ids.ts';
import { newToken, sha256 } from './secrets.ts';

export interface OwnDevice {
	id: string;
	kind: Device['kind'];
	createdAt: Temporal.Instant;
	lastUsedAt: Temporal.Instant;
}
export interface OwnSession {
	/** Public id: ends the session, and opens nothing. */
	id: string;
	kind: string;
	createdAt: Temporal.Instant;
	lastSeenAt: Temporal.Instant;
	isThis: boolean;
}

/** Devices that the actor can sign in on with the PIN, last used first. */
export async function listDevices(actor: Actor): Promise<OwnDevice[]> {
	const rows = await listDevicesOf(database().read, actor.id);
	return rows.map(({ id, kind, createdAt, lastUsedAt }) => ({ id, kind, createdAt, lastUsedAt }));
}

/** Where the actor is signed in now, newest first; nothing in it opens a session (SES-06). */
export async function listSessions(actor: Actor): Promise<OwnSession[]> {
	const rows = await listLoginSessions(database().read, actor.id);
	return rows
		.map(({ publicId, deviceKind, createdAt, lastSeenAt }) => ({
			id: publicId,
			kind: deviceKind,
			createdAt,
			lastSeenAt,
			isThis: publicId === actor.sessionId
		}))
		.toSorted((a, b) => Temporal.Instant.compare(b.lastSeenAt, a.lastSeenAt));
}

/** Forgets one of the actor's own devices and ends what is signed in on it; false when it is not theirs. */
export async function revokeDevice(actor: Actor, deviceId: string, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const isRevoked = await updateRevoked(tx, deviceId, actor.id, now);
		if (isRevoked) await recordAudit(tx, actor, about(actor.id, 'device.revoke', deviceId), now);
		return isRevoked;
	});
}

/** Ends one of the actor's own login sessions; false when it is not theirs. */
export async function endSessionById(
	actor: Actor,
	publicId: string,
	now: Temporal.Instant
): Promise<boolean> {
	return database().transaction(async (tx) => {
		const row = await findLoginSession(tx, publicId);
		if (row?.person.id !== actor.id) return false;
		await removeLoginSession(tx, publicId);
		await recordAudit(tx, actor, { ...about(actor.id, 'session.end', publicId), objectType: 'session' }, now);
		return true;
	});
}

/** Ends all login sessions of the actor but the one in use. */
export async function endOtherSessions(actor: Actor, now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		const others = (await listLoginSessions(tx, actor.id)).filter((row) => row.publicId !== actor.sessionId);
		for (const { publicId } of others) await removeLoginSession(tx, publicId);
		await recordAudit(tx, actor, { action: 'session.end_others', subjectId: actor.id }, now);
	});
}

const about = (subjectId: string, action: string, objectId: string) => ({
	action,
	objectType: 'device',
	objectId,
	subjectId
});

/** A new device of this person; the token is for the cookie and is stored as a hash only. */
export async function addDevice(
	tx: Writer,
	personId: string,
	kind: Device['kind'],
	now: Temporal.Instant
): Promise<{ id: string; token: string }> {
	const [id, token] = [newId(), newToken()];
	const row = { id, personId, kind, tokenHash: sha256(token), wrongTries: 0, revokedAt: null };
	await insertDevice(tx, { ...row, createdAt: now, lastUsedAt: now });
	return { id, token };
}

/** Forgets the devices whose tokens this browser holds: possession is the proof. */
export async function forgetDevices(tokens: readonly string[], now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		for (const token of tokens) {
			const row = await findDevice(tx, sha256(token));
			if (!row) continue;
			await updateRevoked(tx, row.device.id, row.person.id, now);
			await recordAudit(tx, null, about(row.person.id, 'device.revoke', row.device.id), now);
		}
	});
}

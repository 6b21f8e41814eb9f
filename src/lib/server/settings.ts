import type { Inburgeraar } from './actor.ts';
import { recordAudit } from './audit.ts';
import { findConsulent, type Contact } from './db/contacts.ts';
import { database } from './db/current.ts';
import { listDevicesOf, updateRevoked, type Device } from './db/devices.ts';
import { listLoginSessions, removeLoginSession, type LoginSession } from './db/login-sessions.ts';
import { removePasskeysOf } from './db/passkeys.ts';
import { updatePreferences, type Preferences } from './db/people.ts';
import { limits } from './lucia-adapter.ts';

/** A device that signs in with the PIN, or a login session in a browser that is not kept as a device. */
export interface Place {
	isDevice: boolean;
	/** Of the device or the session: ends it, and opens nothing. */
	id: string;
	kind: Device['kind'];
	firstAt: Temporal.Instant;
	lastAt: Temporal.Instant;
	/** The one that is being looked at. */
	isThis: boolean;
	isSignedIn: boolean;
}

export type { Preferences } from './db/people.ts';

/** Saves how the participant wants to read. Toggles carry what they turn to: two of them never conflict. */
export async function changePreferences(
	actor: Inburgeraar,
	preferences: Preferences,
	now: Temporal.Instant
): Promise<void> {
	await database().transaction(async (tx) => {
		await updatePreferences(tx, actor.id, preferences);
		const objectType = Object.keys(preferences).join(' ');
		await recordAudit(tx, actor, { action: 'preference.change', objectType, subjectId: actor.id }, now);
	});
}

/** Where the participant can sign in or is signed in: this one first, then the last used. */
export async function placesOf(actor: Inburgeraar, now: Temporal.Instant): Promise<Place[]> {
	const { read } = database();
	const devices = await listDevicesOf(read, actor.id);
	const sessions = (await listLoginSessions(read, actor.id)).filter((row) => isAlive(row, now));
	const loose = sessions.filter(({ deviceId }) => !devices.some(({ id }) => id === deviceId));
	const places = [
		...devices.map(
			(device) =>
			ofDevice(device, actor, sessions.filter(({ deviceId }) => deviceId === device.id)) // prettier-ignore
		),
		...loose.map((session) => ofSession(session, actor))
	];
	return places.toSorted(
		(a, b) => Number(b.isThis) - Number(a.isThis) || Temporal.Instant.compare(b.lastAt, a.lastAt)
	);
}

/** A row stays behind when a browser is closed: past its limits it is no longer a login (SES-04). */
function isAlive({ createdAt, lastSeenAt }: LoginSession, now: Temporal.Instant): boolean {
	const { idle, absolute } = limits('inburgeraar');
	const at = now.epochMilliseconds;
	return lastSeenAt.epochMilliseconds + idle > at && createdAt.epochMilliseconds + absolute > at;
}

function ofDevice(device: Device, actor: Inburgeraar, sessions: LoginSession[]): Place {
	const { id, kind, createdAt, lastUsedAt } = device;
	const seen = [lastUsedAt, ...sessions.map(({ lastSeenAt }) => lastSeenAt)];
	return {
		...{ isDevice: true, id, kind, firstAt: createdAt },
		lastAt: seen.toSorted(Temporal.Instant.compare).at(-1) ?? lastUsedAt,
		isThis: sessions.some(({ publicId }) => publicId === actor.sessionId),
		isSignedIn: sessions.length > 0
	};
}

const kinds: readonly Device['kind'][] = ['telefoon', 'tablet', 'computer'];

const ofSession = (
	{ publicId, deviceKind, createdAt, lastSeenAt }: LoginSession,
	actor: Inburgeraar
): Place => ({
	...{ isDevice: false, id: publicId, firstAt: createdAt, lastAt: lastSeenAt, isSignedIn: true },
	kind: kinds.find((kind) => kind === deviceKind) ?? 'computer',
	isThis: publicId === actor.sessionId
});

/** Forgets every device and passkey but those in use and ends every login but this one, in one go (SES-06). */
export async function endOtherPlaces(actor: Inburgeraar, now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		const sessions = await listLoginSessions(tx, actor.id);
		const session = sessions.find(({ publicId }) => publicId === actor.sessionId);
		const own = session?.deviceId;
		const about = (action: string, objectType: string, objectId: string) =>
			recordAudit(tx, actor, { action, objectType, objectId, subjectId: actor.id }, now);
		for (const { publicId } of sessions) {
			if (publicId === actor.sessionId) continue;
			await removeLoginSession(tx, publicId);
			await about('session.end', 'session', publicId);
		}
		if ((await removePasskeysOf(tx, actor.id, { deviceId: own, id: session?.passkeyId })) > 0)
			await recordAudit(tx, actor, { action: 'account.passkey_remove', subjectId: actor.id }, now);
		for (const { id } of await listDevicesOf(tx, actor.id))
			if (id !== own && (await updateRevoked(tx, id, actor.id, now)))
				await about('device.revoke', 'device', id);
	});
}

/** Who guides the participant now; undefined when nobody does. */
export async function consulentOf(actor: Inburgeraar): Promise<Contact | undefined> {
	return findConsulent(database().read, actor.id, actor.today);
}

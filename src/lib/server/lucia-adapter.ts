import { timingSafeEqual } from 'node:crypto';
import type { Adapter } from 'lucia';
import type { Role } from '#lib/domain/vocabulary.ts';
import { database } from './db/current.ts';
import {
	findLoginSession,
	insertLoginSession,
	listLoginSessions,
	removeLoginSession,
	removeLoginSessionsBefore,
	removeLoginSessionsOf,
	updateLastSeen,
	type LoginSession
} from './db/login-sessions.ts';
import { sha256 } from './secrets.ts';

export interface SessionAttributes {
	deviceId: string | null;
	deviceKind: string;
}

const minutes = (n: number) => n * 60_000;
/** Idle and absolute life of a login session (SES-04). */
export const limits = (role: Role) =>
	role === 'inburgeraar'
		? { idle: minutes(30), absolute: minutes(12 * 60) }
		: { idle: minutes(15), absolute: minutes(10 * 60) };
const clockSlack = minutes(5);
const touchEvery = minutes(1);

const tokenForm = /^([a-z0-9]{16})\.([A-Za-z0-9_-]{43})$/;
const publicIdOf = (id: string) => tokenForm.exec(id)?.[1] ?? id;

function isSameHash(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}

/** When the session ends, in epoch milliseconds; 0 for one that claims to come from the future. */
function endOf(session: LoginSession, role: Role, now: number): number {
	const [seen, created] = [session.lastSeenAt.epochMilliseconds, session.createdAt.epochMilliseconds];
	if (Math.max(seen, created) > now + clockSlack) return 0;
	return Math.min(seen + limits(role).idle, created + limits(role).absolute);
}

/**
 * Lucia's adapter over our tables, hardened (security.md §2.4): the token is `publicId.secret`, only the secret's
 * SHA-256 is stored, a public id alone never authenticates, and the token given is echoed so that Lucia's logout works.
 */
export function luciaAdapter(clock: () => Temporal.Instant): Adapter {
	const write: ReturnType<typeof database>['transaction'] = (fn) => database().transaction(fn);
	const remove = (id: string) => write((tx) => removeLoginSession(tx, publicIdOf(id)));
	// A read goes on when its 'last seen' cannot be written; the session then ends earlier, never later.
	const touch = (publicId: string, at: Temporal.Instant) =>
		write((tx) => updateLastSeen(tx, publicId, at)).catch(() => undefined);

	return {
		async getSessionAndUser(token) {
			const [, publicId, secret] = tokenForm.exec(token) ?? [];
			if (!publicId || !secret) return [null, null];
			const row = await findLoginSession(database().read, publicId);
			if (!row || !isSameHash(sha256(secret), row.session.secretHash)) return [null, null];

			const at = clock();
			const left = endOf(row.session, row.person.role, at.epochMilliseconds) - at.epochMilliseconds;
			if (left <= 0 || !row.person.isActive || row.deviceRevokedAt) {
				await remove(publicId);
				return [null, null];
			}
			if (at.epochMilliseconds - row.session.lastSeenAt.epochMilliseconds > touchEvery) await touch(publicId, at);
			const { deviceId, deviceKind } = row.session;
			return [
				{
					id: token,
					userId: row.person.id,
					expiresAt: new Date(Date.now() + left),
					attributes: { deviceId, deviceKind }
				},
				{ id: row.person.id, attributes: row.person }
			];
		},
		async getUserSessions(userId) {
			const sessions = await listLoginSessions(database().read, userId);
			return sessions.map((session) => ({
				id: session.publicId,
				userId,
				expiresAt: new Date(session.createdAt.epochMilliseconds + limits('inburgeraar').absolute),
				attributes: { deviceId: session.deviceId, deviceKind: session.deviceKind }
			}));
		},
		async setSession({ id, userId, attributes }) {
			const [, publicId, secret] = tokenForm.exec(id) ?? [];
			if (!publicId || !secret) throw new Error('A login session needs a token with its secret');
			const { deviceId, deviceKind } = attributes as SessionAttributes;
			const at = clock();
			await write((tx) =>
				insertLoginSession(tx, {
					publicId,
					personId: userId,
					secretHash: sha256(secret),
					deviceId,
					deviceKind,
					createdAt: at,
					lastSeenAt: at
				})
			);
		},
		async updateSessionExpiration() {
			// The row itself says when it ends: getSessionAndUser writes 'last seen'.
		},
		deleteSession: remove,
		deleteUserSessions: (userId) => write((tx) => removeLoginSessionsOf(tx, userId)),
		deleteExpiredSessions: () =>
			write((tx) => removeLoginSessionsBefore(tx, clock().subtract({ milliseconds: limits('inburgeraar').absolute })))
	};
}

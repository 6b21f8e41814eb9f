import { timingSafeEqual } from 'node:crypto';
import type { Adapter } from 'lucia';
import type { Role } from '#lib/domain/vocabulary.ts';
import { recordAudit } from './audit.ts';
import { config } from './config.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import {
	endLoginSession,
	findEndedSession,
	findLoginSession,
	insertLoginSession,
	listLoginSessions,
	removeEndedSession,
	removeLoginSession,
	removeLoginSessionsBefore,
	removeLoginSessionsOf,
	updateLastSeen,
	type LoginSession
} from './db/login-sessions.ts';
import { findPerson, type Person } from './db/people.ts';
import { sha256 } from './secrets.ts';

export interface SessionAttributes {
	deviceId: string | null;
	deviceKind: string;
	/** The passkey that a session begins with, at the start. */
	passkeyId?: string | null;
	/** When the person last proved who it is; of a session that was read. */
	provenAt?: Temporal.Instant;
	/** When it ends whatever somebody does; of a session that was read. */
	endsAt?: Temporal.Instant;
	/** At the start only: the peer address for the audit log, and the token of this browser's former session. */
	address?: string | null;
	former?: string;
}

const minutes = (n: number) => n * 60_000;
/** Idle and absolute life of a login session (SES-04). */
export const limits = (role: Role) =>
	role === 'inburgeraar'
		? { idle: minutes(30), absolute: minutes(12 * 60) }
		: { idle: minutes(15), absolute: minutes(10 * 60) };
const atMost = (role: Role) => (role === 'inburgeraar' ? 5 : 10);
const clockSlack = minutes(5);
const touchEvery = minutes(1);

const tokenForm = /^([a-z0-9]{16})\.([A-Za-z0-9_-]{43})$/;
export const isToken = (text: string): boolean => tokenForm.test(text);

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

/** For how long the token of a session that ended by itself says whose it was (SES-11). */
export const rememberedFor = { hours: 24 };

/** Demo people exist in demo mode only (OPS-12). */
export const maySignIn = (person: Pick<Person, 'isActive' | 'isDemo'>): boolean =>
	person.isActive && (!person.isDemo || config().isDemo);

/** A fresh row, the end of this browser's former session, and at most so many in all: one transaction (SES-03, SES-08). */
async function replaceSession(
	tx: Writer,
	token: { publicId: string; secret: string; personId: string },
	{ deviceId, deviceKind, passkeyId = null, address = null, former }: SessionAttributes,
	at: Temporal.Instant
): Promise<void> {
	const person = await findPerson(tx, token.personId);
	if (!person || !maySignIn(person)) throw new Error('This person may not sign in');
	const previous = former && (await findOwn(tx, former));
	if (previous) await removeLoginSession(tx, previous.session.publicId);
	const ended = former && (await endedIn(tx, former, at));
	if (ended) await removeEndedSession(tx, ended.publicId);
	const others = (await listLoginSessions(tx, person.id)).toSorted((a, b) =>
		Temporal.Instant.compare(b.createdAt, a.createdAt)
	);
	for (const oldest of others.slice(atMost(person.role) - 1)) await remember(tx, oldest, at);
	const { publicId, personId, secret } = token;
	const row = {
		publicId,
		personId,
		secretHash: sha256(secret),
		deviceId,
		deviceKind,
		passkeyId,
		createdAt: at,
		lastSeenAt: at,
		provenAt: null
	};
	await insertLoginSession(tx, row);
	const actor = { id: person.id, role: person.role, sessionId: publicId, address };
	await recordAudit(tx, actor, { action: 'session.start', subjectId: person.id }, at);
}

const remember = (tx: Writer, session: LoginSession, at: Temporal.Instant) =>
	endLoginSession(tx, session, at, at.subtract(rememberedFor));

/** The person whose login session ended by itself. */
export interface EndedSession {
	publicId: string;
	person: Person;
}

async function endedIn(tx: Reader, token: string, at: Temporal.Instant): Promise<EndedSession | undefined> {
	const [, publicId, secret] = tokenForm.exec(token) ?? [];
	if (!publicId || !secret) return undefined;
	const row = await findEndedSession(tx, publicId);
	if (!row || !isSameHash(sha256(secret), row.ended.secretHash) || !maySignIn(row.person)) return undefined;
	const isKnown = Temporal.Instant.compare(at, row.ended.endedAt.add(rememberedFor)) < 0;
	return isKnown ? { publicId, person: row.person } : undefined;
}

/** Whose session a token was of, for a day after it ended by itself: to keep what was typed, and for nothing else. */
export const endedSessionOf = (token: string, at: Temporal.Instant): Promise<EndedSession | undefined> =>
	endedIn(database().read, token, at);

/** The row of a token whose secret is right. */
async function findOwn(tx: Reader, token: string) {
	const [, publicId, secret] = tokenForm.exec(token) ?? [];
	if (!publicId || !secret) return undefined;
	const row = await findLoginSession(tx, publicId);
	return row && isSameHash(sha256(secret), row.session.secretHash) ? row : undefined;
}

type Found = NonNullable<Awaited<ReturnType<typeof findOwn>>>;

/** @param id a token, which must be right, or the public id of a session in the reader's own list */
async function endAudited(tx: Writer, id: string, at: Temporal.Instant): Promise<void> {
	const row = isToken(id) ? await findOwn(tx, id) : await findLoginSession(tx, id);
	if (!row) return;
	const { publicId } = row.session;
	await removeLoginSession(tx, publicId);
	const actor = { id: row.person.id, role: row.person.role, sessionId: publicId, address: null };
	await recordAudit(tx, actor, { action: 'session.end', subjectId: row.person.id }, at);
}

/**
 * Lucia's adapter over our tables, hardened (security.md §2.4): the token is `publicId.secret`, only the secret's
 * SHA-256 is stored, a public id alone never authenticates, and the token given is echoed so that Lucia's logout works.
 */
export function luciaAdapter(clock: () => Temporal.Instant): Adapter {
	const write: ReturnType<typeof database>['transaction'] = (fn) => database().transaction(fn);
	// What has ended stays without effect even when the disk is full: the read goes on.
	const end = ({ session, person, deviceRevokedAt }: Found, at: Temporal.Instant) =>
		write((tx) =>
			maySignIn(person) && !deviceRevokedAt
				? remember(tx, session, at)
				: removeLoginSession(tx, session.publicId)
		).catch(() => undefined);
	// A read goes on when its 'last seen' cannot be written; the session then ends earlier, never later.
	const touch = (publicId: string, at: Temporal.Instant) =>
		write((tx) => updateLastSeen(tx, publicId, at)).catch(() => undefined);

	return {
		async getSessionAndUser(token) {
			const row = await findOwn(database().read, token);
			if (!row) return [null, null];
			const { publicId } = row.session;
			const at = clock();
			const left = endOf(row.session, row.person.role, at.epochMilliseconds) - at.epochMilliseconds;
			if (left <= 0 || !maySignIn(row.person) || row.deviceRevokedAt) {
				await end(row, at);
				return [null, null];
			}
			if (at.epochMilliseconds - row.session.lastSeenAt.epochMilliseconds > touchEvery)
				await touch(publicId, at);
			const { deviceId, deviceKind, createdAt } = row.session;
			const provenAt = row.session.provenAt ?? createdAt;
			const endsAt = createdAt.add({ milliseconds: limits(row.person.role).absolute });
			return [
				{
					id: token,
					userId: row.person.id,
					expiresAt: new Date(Date.now() + left),
					attributes: { deviceId, deviceKind, provenAt, endsAt }
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
			const start = attributes as SessionAttributes;
			await write((tx) => replaceSession(tx, { publicId, secret, personId: userId }, start, clock()));
		},
		async updateSessionExpiration() {
			// The row itself says when it ends: getSessionAndUser writes 'last seen'.
		},
		deleteSession: (id) => write((tx) => endAudited(tx, id, clock())),
		deleteUserSessions: (userId) => write((tx) => removeLoginSessionsOf(tx, userId)),
		deleteExpiredSessions: () =>
			write((tx) =>
				removeLoginSessionsBefore(tx, clock().subtract({ milliseconds: limits('inburgeraar').absolute }))
			)
	};
}

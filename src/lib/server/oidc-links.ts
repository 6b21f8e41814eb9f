import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { isDuplicate } from './db/database.ts';
import { listLoginSessions, removeLoginSession } from './db/login-sessions.ts';
import { findOidcLink, insertOidcLink, removeOidcLink } from './db/oidc-links.ts';
import { insertAccountNotice } from './db/outbox.ts';
import { keyedHash } from './secrets.ts';

/** Finds the person of an account of the provider; nothing else of that account is kept. */
export const subjectHashOf = (issuer: string, subject: string): string =>
	keyedHash('oidc-onderwerp', JSON.stringify([issuer, subject]));

/** For the address that begins linking: only the pages of this login session know it, so no other site can begin. */
export const oidcKeyOf = (actor: Actor): string => keyedHash('oidc-begin', actor.sessionId);

export interface OidcState {
	linkedAt: Temporal.Instant | undefined;
	/** Absent: not used yet. */
	usedAt: Temporal.Instant | undefined;
}
export async function oidcStateOf(actor: Actor): Promise<OidcState> {
	const link = await findOidcLink(database().read, actor.id);
	return { linkedAt: link?.createdAt, usedAt: link?.lastUsedAt ?? undefined };
}

/** The caller has made sure of a fresh proof. False: it is somebody else's, or this person has another one already. */
export async function linkOidc(actor: Actor, subjectHash: string, now: Temporal.Instant): Promise<boolean> {
	const event = { action: 'account.oidc_link', subjectId: actor.id };
	try {
		await database().transaction(async (tx) => {
			await insertOidcLink(tx, { personId: actor.id, subjectHash, createdAt: now, lastUsedAt: null });
			await recordAudit(tx, actor, event, now);
			await insertAccountNotice(tx, actor.id, 'koppel', now);
		});
		return true;
	} catch (error) {
		if (!isDuplicate(error)) throw error;
		await database().transaction((tx) => recordAudit(tx, actor, { ...event, result: 'denied' }, now));
		return false;
	}
}

/** The caller has made sure of a fresh proof. Whoever is signed in elsewhere is signed out: it may be with this account. */
export async function unlinkOidc(actor: Actor, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		if (!(await removeOidcLink(tx, actor.id))) return false;
		for (const { publicId } of await listLoginSessions(tx, actor.id))
			if (publicId !== actor.sessionId) await removeLoginSession(tx, publicId);
		await recordAudit(tx, actor, { action: 'account.oidc_unlink', subjectId: actor.id }, now);
		await insertAccountNotice(tx, actor.id, 'ontkoppel', now);
		return true;
	});
}

import type { Keeper, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { listDevicesOf, updateRevoked } from './db/devices.ts';
import { listLoginSessions, removeLoginSessionsOf } from './db/login-sessions.ts';
import { updateLinksEnded, updateMailTriesTaken } from './db/mail.ts';
import { insertAccountNotice } from './db/outbox.ts';
import { removePasskeysOf } from './db/passkeys.ts';
import { findStaff } from './db/staff.ts';
import { dossierFor } from './dossiers.ts';
import { limits } from './lucia-adapter.ts';
import { mostMailTries } from './sign-in-mail.ts';

/** On how many places a colleague is signed in now. */
export async function countLogins(personId: string, now: Temporal.Instant): Promise<number> {
	const { idle, absolute } = limits('consulent');
	const age = (moment: Temporal.Instant) => now.epochMilliseconds - moment.epochMilliseconds;
	const rows = await listLoginSessions(database().read, personId);
	return rows.filter(({ createdAt, lastSeenAt }) => age(lastSeenAt) < idle && age(createdAt) < absolute)
		.length;
}

/** Ends every login session of an account in reach of the keeper (SES-06); the account goes on. Undefined: not in reach. */
export async function endLoginsOf(
	actor: Keeper,
	personId: string,
	now: Temporal.Instant
): Promise<true | undefined> {
	return database().transaction(async (tx) => {
		if (!(await findStaff(tx, { gemeenteId: actor.gemeenteId }, personId))) return undefined;
		await removeLoginSessionsOf(tx, personId);
		const about = { objectType: 'account', objectId: personId, subjectId: personId };
		await recordAudit(tx, actor, { action: 'session.end_all', ...about }, now);
		return true;
	});
}

/**
 * For an inburgeraar who lost a phone: every device and passkey is forgotten, the link by e-mail is closed and every login session ends; a new letter is
 * the way back in. Undefined: no such dossier for this actor.
 */
export async function forgetDevicesOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<true | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		for (const { id } of await listDevicesOf(tx, inburgeraarId))
			await updateRevoked(tx, id, inburgeraarId, now);
		await removePasskeysOf(tx, inburgeraarId);
		// Who has the phone often has the mail on it.
		await updateMailTriesTaken(tx, inburgeraarId, mostMailTries);
		await updateLinksEnded(tx, inburgeraarId, 'aanmelden', now);
		await removeLoginSessionsOf(tx, inburgeraarId);
		await insertAccountNotice(tx, inburgeraarId, 'toestellen', now);
		await recordAudit(tx, actor, { action: 'device.revoke_all', subjectId: inburgeraarId }, now);
		return true;
	});
}

import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { removeLoginSessionsOf } from './db/login-sessions.ts';
import { updateLinkEnded } from './db/mail.ts';
import { insertAccountNotice } from './db/outbox.ts';
import { removePendingOf } from './db/second-factors.ts';
import { listGemeenten, updatePassword } from './db/staff.ts';
import { maySignIn } from './lucia-adapter.ts';
import { openLink } from './mail/links.ts';
import { isGoodPassword } from './passwords.ts';
import { hashSecret } from './secrets.ts';

/**
 * Another password for whoever holds the link that went to their login name. Every login session ends, and nobody is
 * signed in by it: the second step stands as it stood (AUTH-08), and so do the waits after wrong passwords (AUTH-05).
 */
export async function resetPassword(
	token: string,
	wanted: string,
	now: Temporal.Instant
): Promise<'gelukt' | 'zwak' | 'verlopen'> {
	const opened = await openLink(token, 'wachtwoord', now);
	if (!opened || !maySignIn(opened.person) || opened.person.loginName !== opened.link.address)
		return 'verlopen';
	const { person, link } = opened;
	const place = (await listGemeenten(database().read)).find(({ id }) => id === person.gemeenteId)?.name;
	if (!isGoodPassword(wanted, { email: link.address, name: person.name, place })) return 'zwak';
	const passwordHash = await hashSecret(wanted);
	return database().transaction(async (tx) => {
		if (!(await updateLinkEnded(tx, link.tokenHash, now))) return 'verlopen';
		await updatePassword(tx, person.id, { passwordHash, mustChangePassword: false });
		await removeLoginSessionsOf(tx, person.id);
		await removePendingOf(tx, person.id);
		const own = { objectType: 'account', objectId: person.id, subjectId: person.id };
		await recordAudit(tx, null, { action: 'account.password_reset', ...own }, now);
		await insertAccountNotice(tx, person.id, 'wachtwoord', now);
		return 'gelukt';
	});
}

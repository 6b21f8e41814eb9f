import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { removeLoginSessionsOf } from './db/login-sessions.ts';
import { insertAccountNotice } from './db/outbox.ts';
import { findPerson } from './db/people.ts';
import { removePendingOf } from './db/second-factors.ts';
import { listGemeenten, updatePassword } from './db/staff.ts';
import { isGoodPassword } from './passwords.ts';
import { hashSecret, isSecret } from './secrets.ts';
import { triesOf } from './sign-in-staff.ts';
import { forgiveTry, takeTry } from './sign-in-tries.ts';

export type PasswordAnswer =
	| { ok: true }
	| { ok: false; reason: 'onjuist' | 'zwak' | 'zelfde' | 'zonder' }
	| { ok: false; reason: 'wachten'; seconds: number };

/**
 * Another password of one's own, with the former one as proof (AUTH-11). Every login session ends, and so does who is
 * only past the former password, in the same transaction (SES-03): the caller starts a fresh one. `zonder`: somebody
 * who signs in without a password (the demo).
 */
export async function changeOwnPassword(
	actor: Actor,
	typed: { former: string; wanted: string },
	now: Temporal.Instant
): Promise<PasswordAnswer> {
	const person = await findPerson(database().read, actor.id);
	if (!person?.loginName || !person.passwordHash) return { ok: false, reason: 'zonder' };
	const subject = triesOf(person.loginName);
	const seconds = await takeTry(subject, now);
	if (seconds > 0) return { ok: false, reason: 'wachten', seconds };
	if (!(await isSecret(typed.former, person.passwordHash))) return { ok: false, reason: 'onjuist' };
	if (typed.wanted === typed.former) return { ok: false, reason: 'zelfde' };
	const place = (await listGemeenten(database().read)).find(({ id }) => id === person.gemeenteId)?.name;
	if (!isGoodPassword(typed.wanted, { email: person.loginName, name: person.name, place }))
		return { ok: false, reason: 'zwak' };
	const passwordHash = await hashSecret(typed.wanted);
	await database().transaction(async (tx) => {
		await updatePassword(tx, actor.id, { passwordHash, mustChangePassword: false });
		await forgiveTry(tx, subject);
		await removeLoginSessionsOf(tx, actor.id);
		await removePendingOf(tx, actor.id);
		await insertAccountNotice(tx, actor.id, 'wachtwoord', now);
		const own = { objectType: 'account', objectId: actor.id, subjectId: actor.id };
		await recordAudit(tx, actor, { action: 'account.own_password', ...own }, now);
	});
	return { ok: true };
}

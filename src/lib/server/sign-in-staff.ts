import type { LocaleId, Role } from '#lib/domain/vocabulary.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import {
	findByLoginName,
	findTries,
	removeTries,
	removeTriesBefore,
	updateHash,
	updateTries,
	type Tries
} from './db/sign-in.ts';
import { findPasswordMadeAt } from './db/staff.ts';
import { loginNameOf } from './login-name.ts';
import { maySignIn } from './lucia-adapter.ts';
import { oneTimeDays } from './passwords.ts';
import { isSecret, renewedHash, sha256 } from './secrets.ts';

const freeTries = 5;
const mostTriesADay = 100;
const day = { hours: 24 };
const longestWait = 15 * 60;

export type StaffOutcome =
	| { ok: true; personId: string; role: Role; locale: LocaleId }
	| { ok: false; reason: 'onjuist' }
	| { ok: false; reason: 'wachten'; seconds: number };

/** A name that nobody has counts as well; a hash, because people type passwords into the wrong field. */
export const triesOf = (loginName: string): string => `medewerker:${sha256(loginName)}`;

/** Seconds to wait after so many wrong tries: 1, 2, 4 … 900. */
const waitAfter = (tries: number) =>
	tries < freeTries ? 0 : Math.min(2 ** (tries - freeTries), longestWait);

/** Counts a try before it is judged; the seconds to wait instead when there is none to be had (AUTH-05). */
export async function takeTry(subject: string, now: Temporal.Instant): Promise<number> {
	return database().transaction(async (tx) => {
		await removeTriesBefore(tx, now.subtract(day));
		const row: Tries = (await findTries(tx, subject)) ?? {
			subject,
			wrongTries: 0,
			firstAt: now,
			waitUntil: null
		};
		const until = row.wrongTries >= mostTriesADay ? row.firstAt.add(day) : row.waitUntil;
		const seconds = until ? Math.ceil(now.until(until).total('seconds')) : 0;
		if (seconds > 0) return seconds;
		const wrongTries = row.wrongTries + 1;
		const wait = waitAfter(wrongTries);
		await updateTries(tx, { ...row, wrongTries, waitUntil: wait ? now.add({ seconds: wait }) : null });
		return 0;
	});
}

/** A password that somebody else made is worth something for a week (AUTH-12). */
async function isStillValid(personId: string, now: Temporal.Instant): Promise<boolean> {
	const madeAt = await findPasswordMadeAt(database().read, personId);
	return !madeAt || Temporal.Instant.compare(now, madeAt.add({ hours: 24 * oneTimeDays })) <= 0;
}

/** Known, unknown, disabled: the same answer, in the same time (AUTH-06). */
export async function signInStaff(
	email: string,
	password: string,
	address: string | null,
	now: Temporal.Instant
): Promise<StaffOutcome> {
	const loginName = loginNameOf(email);
	const subject = triesOf(loginName);
	const seconds = await takeTry(subject, now);
	if (seconds > 0) return { ok: false, reason: 'wachten', seconds };

	const person = await findByLoginName(database().read, loginName);
	const isRight = await isSecret(password, person?.passwordHash);
	const isFresh = !person?.mustChangePassword || (await isStillValid(person.id, now));
	if (person && isRight && isFresh && maySignIn(person) && person.role !== 'inburgeraar') {
		const renewed = person.passwordHash ? await renewedHash(password, person.passwordHash) : undefined;
		await database().transaction(async (tx) => {
			if (renewed) await updateHash(tx, person.id, { passwordHash: renewed });
			await removeTries(tx, subject);
		});
		return { ok: true, personId: person.id, role: person.role, locale: person.locale };
	}
	const actor = person ? { id: person.id, role: person.role, sessionId: '', address } : null;
	await database().transaction((tx) =>
		recordAudit(tx, actor, { action: 'session.start', subjectId: person?.id, result: 'denied' }, now)
	);
	return { ok: false, reason: 'onjuist' };
}

import type { LocaleId, Role } from '#lib/domain/vocabulary.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { findByLoginName, updateHash } from './db/sign-in.ts';
import type { Person } from './db/people.ts';
import { findPasswordMadeAt } from './db/staff.ts';
import { knownBrowserOf } from './known-browsers.ts';
import { loginNameOf } from './login-name.ts';
import { maySignIn } from './lucia-adapter.ts';
import { oneTimeDays } from './passwords.ts';
import { isSecret, renewedHash, sha256 } from './secrets.ts';
import { forgiveTries, takeTries, type Lane } from './sign-in-tries.ts';

export type StaffOutcome =
	| { ok: true; personId: string; role: Role; locale: LocaleId }
	| { ok: false; reason: 'onjuist' }
	| { ok: false; reason: 'wachten'; seconds: number };

/** A name that nobody has counts as well; a hash, because people type passwords into the wrong field. */
export const triesOf = (loginName: string): string => `medewerker:${sha256(loginName)}`;

/** A password that somebody else made is worth something for a week (AUTH-12). */
async function isStillValid(person: Person, now: Temporal.Instant): Promise<boolean> {
	const madeAt = (await findPasswordMadeAt(database().read, person.id)) ?? person.createdAt;
	return Temporal.Instant.compare(now, madeAt.add({ hours: 24 * oneTimeDays })) <= 0;
}

/** Where somebody signs in from; null: nothing is known of it. */
export interface Caller {
	address: string | null;
	/** Entries of this browser's cookie (known-browsers.ts). */
	browsers: readonly string[];
}

/**
 * Passwords judged in a day (AUTH-05): so many from anywhere, and so many more from browsers where this person signed in
 * before, each with a counter of its own. Two days lie in any 24 hours: together at most a hundred.
 */
const fromKnown = 10;

/** Of the known browser first, if it is one. */
export function lanesOf(loginName: string, browser: string | undefined): Lane[][] {
	const account = triesOf(loginName);
	const known = [
		{ subject: `${account}:bekend`, most: fromKnown, isWaiting: false },
		{ subject: `${account}:${browser}`, most: fromKnown }
	];
	return [...(browser ? [known] : []), [{ subject: account }]];
}

/** Known, unknown, disabled: the same answer, in the same time (AUTH-06). */
export async function signInStaff(
	email: string,
	password: string,
	from: Caller | null,
	now: Temporal.Instant
): Promise<StaffOutcome> {
	const loginName = loginNameOf(email);
	const person = await findByLoginName(database().read, loginName);
	// A person who is not there costs the same.
	const browser = knownBrowserOf(from?.browsers ?? [], person?.id ?? '');
	const taken = await takeTries(lanesOf(loginName, browser), now);
	if (!taken.ok) return { ok: false, reason: 'wachten', seconds: taken.seconds };

	const isRight = await isSecret(password, person?.passwordHash);
	const isFresh = !person?.mustChangePassword || (await isStillValid(person, now));
	if (person && isRight && isFresh && maySignIn(person) && person.role !== 'inburgeraar') {
		const renewed = person.passwordHash ? await renewedHash(password, person.passwordHash) : undefined;
		await database().transaction(async (tx) => {
			if (renewed) await updateHash(tx, person.id, { passwordHash: renewed });
			await forgiveTries(tx, taken.lanes);
		});
		return { ok: true, personId: person.id, role: person.role, locale: person.locale };
	}
	const actor = person
		? { id: person.id, role: person.role, sessionId: '', address: from?.address ?? null }
		: null;
	await database().transaction((tx) =>
		recordAudit(tx, actor, { action: 'session.start', subjectId: person?.id, result: 'denied' }, now)
	);
	return { ok: false, reason: 'onjuist' };
}

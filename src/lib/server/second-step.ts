import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { listLoginSessions, removeLoginSessionsOf, updateProven } from './db/login-sessions.ts';
import { removeOidcLink } from './db/oidc-links.ts';
import { insertAccountNotice } from './db/outbox.ts';
import { removePasskeysOf } from './db/passkeys.ts';
import { findPerson, type Person } from './db/people.ts';
import {
	countRecoveryCodes,
	findPending,
	findSecondFactor,
	insertPending,
	insertSecondFactor,
	removePending,
	removePendingBefore,
	removePendingOf,
	removeSecondFactor,
	updateLastStep
} from './db/second-factors.ts';
import { maySignIn } from './lucia-adapter.ts';
import {
	isRecoveryCode,
	isRecoveryCodeOf,
	keepRecoveryCodes,
	newRecoveryCodes,
	useRecoveryCode
} from './recovery-codes.ts';
import { newToken, sha256 } from './secrets.ts';
import { forgiveTry, takeTry } from './sign-in-tries.ts';
import { newTotpSecret, totpSetup, totpStep } from './totp.ts';

/** How long somebody may take between the password and the code (SES-09). */
const pendingLife = { minutes: 10 };
/** Codes are counted apart from passwords (AUTH-05). */
export const secondStepTries = (personId: string): string => `tweede:${personId}`;

export type CodeRefusal =
	{ ok: false; reason: 'onjuist' } | { ok: false; reason: 'wachten'; seconds: number };
export type SecondStep = { ok: true; person: Person } | { ok: false; reason: 'verlopen' } | CodeRefusal;

/**
 * After the password: what the second step starts from. Who has no app yet is offered a secret for one.
 * @returns the token for the cookie of this step; the database has its hash
 */
export async function beginSecondStep(personId: string, now: Temporal.Instant): Promise<string> {
	const token = newToken();
	await database().transaction(async (tx) => {
		await removePendingBefore(tx, now.subtract(pendingLife));
		const hasApp = (await findSecondFactor(tx, personId)) !== undefined;
		const offeredSecret = hasApp ? null : newTotpSecret();
		await insertPending(tx, { tokenHash: sha256(token), personId, offeredSecret, createdAt: now });
	});
	return token;
}

async function pendingOf(token: string | undefined, now: Temporal.Instant) {
	const row = token ? await findPending(database().read, sha256(token)) : undefined;
	if (!row || !maySignIn(row.person)) return undefined;
	return Temporal.Instant.compare(now, row.pending.createdAt.add(pendingLife)) < 0 ? row : undefined;
}

/** What the page of the second step shows: a code is asked for, or an app is to be set up first. Undefined: too late. */
export async function secondStepOf(
	token: string | undefined,
	now: Temporal.Instant
): Promise<{ setup: { uri: string; typed: string } | null } | undefined> {
	const row = await pendingOf(token, now);
	if (!row) return undefined;
	const { offeredSecret } = row.pending;
	return { setup: offeredSecret ? totpSetup(offeredSecret, row.person.loginName ?? '') : null };
}

/** Judges a code of the app or one from paper: the former counts once (AUTH-09), the latter is used up. */
export async function takeSecondStep(
	token: string | undefined,
	typed: string,
	address: string | null,
	now: Temporal.Instant
): Promise<SecondStep> {
	const row = await pendingOf(token, now);
	if (!row || !token) return { ok: false, reason: 'verlopen' };
	const { pending, person } = row;
	const actor = { id: person.id, role: person.role, sessionId: '', address };
	const judged = await judge(person.id, pending.offeredSecret, typed, now);
	if (!judged.ok) {
		await deny(actor, judged, now);
		return judged;
	}
	return database().transaction(async (tx): Promise<SecondStep> => {
		if (!(await removePending(tx, pending.tokenHash))) return { ok: false, reason: 'verlopen' };
		if (judged.step === undefined) {
			if (!(await useRecoveryCode(tx, person.id, typed))) return { ok: false, reason: 'onjuist' };
			await recordAudit(tx, actor, { action: 'account.recovery_code', subjectId: person.id }, now);
			await insertAccountNotice(tx, person.id, 'herstelcode', now);
		} else if (pending.offeredSecret) {
			const app = {
				personId: person.id,
				secret: pending.offeredSecret,
				lastStep: judged.step,
				createdAt: now
			};
			await insertSecondFactor(tx, app);
			await recordAudit(tx, actor, { action: 'account.second_factor', subjectId: person.id }, now);
			await insertAccountNotice(tx, person.id, 'tweede', now);
		} else if (!(await updateLastStep(tx, person.id, judged.step))) return { ok: false, reason: 'onjuist' };
		await forgiveTry(tx, secondStepTries(person.id));
		return { ok: true, person };
	});
}

type Judged = { ok: true; step: number | undefined } | CodeRefusal;

/** `step` of an app; undefined for a code from paper, which is compared here and used up by who asks. */
async function judge(
	personId: string,
	offeredSecret: string | null,
	typed: string,
	now: Temporal.Instant
): Promise<Judged> {
	const seconds = await takeTry(secondStepTries(personId), now);
	if (seconds > 0) return { ok: false, reason: 'wachten', seconds };
	if (!offeredSecret && isRecoveryCode(typed))
		return (await isRecoveryCodeOf(personId, typed))
			? { ok: true, step: undefined }
			: { ok: false, reason: 'onjuist' };
	const app = offeredSecret ? undefined : await findSecondFactor(database().read, personId);
	const secret = offeredSecret ?? app?.secret;
	const step = secret ? totpStep(secret, typed, now) : undefined;
	return step === undefined ? { ok: false, reason: 'onjuist' } : { ok: true, step };
}

type Who = Pick<Actor, 'id' | 'role' | 'sessionId' | 'address'>;

/** A code that was judged and is wrong is written down; one that came during a wait was not judged, and fills no log. */
async function deny(actor: Who, refusal: CodeRefusal, now: Temporal.Instant): Promise<void> {
	if (refusal.reason === 'wachten') return;
	const event = { action: 'session.second_step', subjectId: actor.id, result: 'denied' as const };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
}

/** Proves again who sits here, for what needs a proof of at most ten minutes old (AUTH-11). */
export async function proveAgain(
	actor: Actor,
	typed: string,
	now: Temporal.Instant
): Promise<{ ok: true } | CodeRefusal> {
	const person = await findPerson(database().read, actor.id);
	// A demo person signs in by one click and has nothing to prove it with (OPS-12).
	if (!person?.isDemo) {
		const judged = await judge(actor.id, null, typed, now);
		if (!judged.ok || judged.step === undefined) {
			const refusal = judged.ok ? { ok: false as const, reason: 'onjuist' as const } : judged;
			await deny(actor, refusal, now);
			return refusal;
		}
		const { step } = judged;
		const isFirst = await database().transaction((tx) => updateLastStep(tx, actor.id, step));
		if (!isFirst) return { ok: false, reason: 'onjuist' };
	}
	await database().transaction(async (tx) => {
		await forgiveTry(tx, secondStepTries(actor.id));
		await updateProven(tx, actor.sessionId, now);
		await recordAudit(tx, actor, { action: 'session.prove', subjectId: actor.id }, now);
	});
	return { ok: true };
}

export interface SignInState {
	hasApp: boolean;
	/** Codes on paper that are left. */
	codesLeft: number;
	isDemo: boolean;
}

export async function signInStateOf(actor: Actor): Promise<SignInState> {
	const { read } = database();
	const [app, person] = [await findSecondFactor(read, actor.id), await findPerson(read, actor.id)];
	return {
		hasApp: app !== undefined,
		codesLeft: await countRecoveryCodes(read, actor.id),
		isDemo: person?.isDemo ?? false
	};
}

/** Ten new codes on paper; the former ones are worth nothing from now on. Undefined: there is no app to recover from. */
export async function renewRecoveryCodes(actor: Actor, now: Temporal.Instant): Promise<string[] | undefined> {
	const fresh = await newRecoveryCodes();
	return database().transaction(async (tx) => {
		if (!(await findSecondFactor(tx, actor.id))) return undefined;
		await keepRecoveryCodes(tx, actor.id, fresh);
		await recordAudit(tx, actor, { action: 'account.recovery_codes', subjectId: actor.id }, now);
		await insertAccountNotice(tx, actor.id, 'herstelcodes', now);
		return fresh.codes;
	});
}

/**
 * Takes the app, the codes, the passkeys and the account of a provider of somebody away: at the next sign-in another app is
 * set up. Every login session ends. False: there was nothing to take away, and nothing is told.
 * @param actor a keeper who may change this account (the caller has made sure of it), or null: the command line
 */
export async function resetSecondStep(
	tx: Writer,
	actor: Actor | null,
	personId: string,
	now: Temporal.Instant
): Promise<boolean> {
	const hadPasskeys = (await removePasskeysOf(tx, personId)) > 0;
	const hadApp = await removeSecondFactor(tx, personId);
	const hadLink = await removeOidcLink(tx, personId);
	await removePendingOf(tx, personId);
	const isSignedIn = (await listLoginSessions(tx, personId)).length > 0;
	if (!hadPasskeys && !hadApp && !hadLink && !isSignedIn) return false;
	await removeLoginSessionsOf(tx, personId);
	await recordAudit(tx, actor, { action: 'account.second_factor_reset', objectType: 'account', objectId: personId, subjectId: personId }, now); // prettier-ignore
	await insertAccountNotice(tx, personId, 'tweede-weg', now);
	return true;
}

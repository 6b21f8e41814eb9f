import type { LocaleId, Role } from '#lib/domain/vocabulary.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { isDuplicate, type Writer } from './db/database.ts';
import { findDevice } from './db/devices.ts';
import { listLoginSessions, updateProven } from './db/login-sessions.ts';
import { insertNotice } from './db/outbox.ts';
import {
	findPasskey,
	insertChallenge,
	insertPasskey,
	listPasskeysOf,
	removeChallenge,
	removeChallengesBefore,
	removePasskey,
	updatePasskeyUsed,
	type Challenge,
	type Passkey
} from './db/passkeys.ts';
import { findPerson, type Person } from './db/people.ts';
import { newId } from './ids.ts';
import { maySignIn } from './lucia-adapter.ts';
import {
	askToMake,
	askToSign,
	challengeLife,
	newChallenge,
	readSigned,
	verifyMade,
	verifySigned,
	type AskToMake,
	type AskToSign,
	type Signed
} from './passkey-answers.ts';
import { newToken, sha256 } from './secrets.ts';

export { hasPasskeys, type AskToMake, type AskToSign } from './passkey-answers.ts';

/** More than anybody carries about; so that a list stays one. */
export const mostPasskeys = 10;

async function begin(boundTo: string, purpose: Challenge['purpose'], now: Temporal.Instant): Promise<string> {
	const challenge = newChallenge();
	await database().transaction(async (tx) => {
		await removeChallengesBefore(tx, now.subtract(challengeLife));
		await insertChallenge(tx, { boundTo, purpose, challenge, createdAt: now });
	});
	return challenge;
}

/** The challenge, once and not after five minutes; used up even when the answer to it is worth nothing. */
async function take(boundTo: string, purpose: Challenge['purpose'], now: Temporal.Instant) {
	const row = await database().transaction((tx) => removeChallenge(tx, boundTo, purpose));
	return row && Temporal.Instant.compare(now, row.createdAt.add(challengeLife)) < 0
		? row.challenge
		: undefined;
}

/** @returns the token for the cookie of this try, and what the browser is to ask for: the same for everybody */
export async function beginSignIn(now: Temporal.Instant): Promise<{ token: string; ask: AskToSign }> {
	const token = newToken();
	return { token, ask: await askToSign(await begin(sha256(token), 'aanmelden', now)) };
}

type Judged = { passkey: Passkey; person: Person; used: Pick<Passkey, 'counter' | 'isBackedUp'> };

/** A challenge of one's own stands in for one that is late, used or absent: nothing was ever signed for it. */
async function judge(answer: Signed, challenge: string | undefined): Promise<Judged | undefined> {
	const row = await findPasskey(database().read, answer.id);
	const used = await verifySigned(answer, challenge ?? newChallenge(), row?.passkey);
	const holder = Buffer.from(answer.response.userHandle, 'base64url').toString();
	if (!row || !used || holder !== row.person.id || !maySignIn(row.person)) return undefined;
	return { ...row, used };
}

const asUsed = (tx: Writer, { passkey, used }: Judged, now: Temporal.Instant) =>
	updatePasskeyUsed(tx, passkey, { ...used, lastUsedAt: now });

export interface SignedIn {
	personId: string;
	role: Role;
	locale: LocaleId;
	passkeyId: string;
	/** The device of this person that the browser holds the token of, if it does. */
	deviceId: string | null;
}

/**
 * Both factors at once: the device is the possession, and it checked the finger, face or code itself (AUTH-01, AUTH-02).
 * Undefined: refused, for one of many reasons that nobody is told (AUTH-06).
 * @param browser the token of its try, and those of the devices that it is known as
 */
export async function signInWithPasskey(
	browser: { token: string | undefined; devices: readonly string[] },
	typed: string,
	address: string | null,
	now: Temporal.Instant
): Promise<SignedIn | undefined> {
	const challenge = browser.token ? await take(sha256(browser.token), 'aanmelden', now) : undefined;
	const answer = readSigned(typed);
	if (!answer) return undefined;
	const judged = await judge(answer, challenge);
	const isUsed = judged && (await database().transaction((tx) => asUsed(tx, judged, now)));
	if (!judged || !isUsed) {
		if (challenge) await deny(answer.id, address, now);
		return undefined;
	}
	const { id: personId, role, locale } = judged.person;
	const deviceId = await ownDeviceOf(browser.devices, personId);
	return { personId, role, locale, passkeyId: judged.passkey.id, deviceId };
}

/** An answer that was judged and is wrong is written down; one to no question was not judged, and fills no log. */
async function deny(credentialId: string, address: string | null, now: Temporal.Instant): Promise<void> {
	const person = (await findPasskey(database().read, credentialId))?.person;
	const actor = person ? { id: person.id, role: person.role, sessionId: '', address } : null;
	const event = { action: 'session.passkey', subjectId: person?.id, result: 'denied' as const };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
}

async function ownDeviceOf(tokens: readonly string[], personId: string): Promise<string | null> {
	const rows = await Promise.all(tokens.map((token) => findDevice(database().read, sha256(token))));
	return rows.find((row) => row?.person.id === personId)?.device.id ?? null;
}

export const beginProof = async (actor: Actor, now: Temporal.Instant): Promise<AskToSign> =>
	askToSign(await begin(actor.sessionId, 'bevestigen', now));

/** Proves again who sits here, with a passkey of one's own (AUTH-11). */
export async function proveWithPasskey(actor: Actor, typed: string, now: Temporal.Instant): Promise<boolean> {
	const challenge = await take(actor.sessionId, 'bevestigen', now);
	const answer = readSigned(typed);
	if (!challenge || !answer) return false;
	const judged = await judge(answer, challenge);
	return database().transaction(async (tx) => {
		const isOwn = judged?.person.id === actor.id && (await asUsed(tx, judged, now));
		const action = isOwn ? 'session.prove' : 'session.passkey';
		const result = isOwn ? 'ok' : 'denied';
		await recordAudit(tx, actor, { action, subjectId: actor.id, result }, now);
		if (isOwn) await updateProven(tx, actor.sessionId, now);
		return isOwn;
	});
}

/** Undefined: there are enough. The caller has seen a fresh proof (AUTH-11). */
export async function beginAdding(actor: Actor, now: Temporal.Instant): Promise<AskToMake | undefined> {
	const { read } = database();
	const known = await listPasskeysOf(read, actor.id);
	if (known.length >= mostPasskeys) return undefined;
	const name = (await findPerson(read, actor.id))?.loginName ?? actor.name;
	const challenge = await begin(actor.sessionId, 'toevoegen', now);
	return askToMake(challenge, { id: actor.id, name, label: actor.name }, known);
}

/**
 * Keeps a new passkey; the person hears of it (AUTH-14). False: refused.
 * @param browser what kind of device it is, and the tokens of the devices that it is known as
 */
export async function addPasskey(
	actor: Actor,
	typed: string,
	browser: { kind: Passkey['kind']; devices: readonly string[] },
	now: Temporal.Instant
): Promise<boolean> {
	const challenge = await take(actor.sessionId, 'toevoegen', now);
	const made = challenge ? await verifyMade(typed, challenge) : undefined;
	if (!made) return false;
	const deviceId = await ownDeviceOf(browser.devices, actor.id);
	const row = {
		id: newId(),
		personId: actor.id,
		deviceId,
		kind: browser.kind,
		createdAt: now,
		lastUsedAt: null
	};
	try {
		return await database().transaction(async (tx) => {
			if ((await listPasskeysOf(tx, actor.id)).length >= mostPasskeys) return false;
			await insertPasskey(tx, { ...row, ...made });
			await tell(tx, actor, 'account.passkey', row.id, now);
			return true;
		});
	} catch (error) {
		// A key that somebody, oneself included, has here already.
		if (isDuplicate(error)) return false;
		throw error;
	}
}

/** Takes one of the actor's own away and ends what is signed in with it; false when it is not theirs. */
export async function forgetPasskey(actor: Actor, id: string, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const isGone = await removePasskey(tx, id, actor.id);
		if (isGone) await tell(tx, actor, 'account.passkey_remove', id, now);
		return isGone;
	});
}

async function tell(tx: Writer, actor: Actor, action: string, id: string, now: Temporal.Instant) {
	await recordAudit(tx, actor, { action, objectType: 'passkey', objectId: id, subjectId: actor.id }, now);
	await insertNotice(tx, { kind: 'account', personId: actor.id, dedupeKey: `${action}:${id}` }, now);
}

export interface OwnPasskey {
	id: string;
	kind: Passkey['kind'];
	isBackedUp: boolean;
	createdAt: Temporal.Instant;
	lastUsedAt: Temporal.Instant | null;
	/** The one that the actor is signed in with now. */
	isThis: boolean;
}

/** The actor's own, newest first. */
export async function listPasskeys(actor: Actor): Promise<OwnPasskey[]> {
	const { read } = database();
	const session = (await listLoginSessions(read, actor.id)).find((row) => row.publicId === actor.sessionId);
	const rows = await listPasskeysOf(read, actor.id);
	return rows.map(({ id, kind, isBackedUp, createdAt, lastUsedAt }) => ({
		...{ id, kind, isBackedUp, createdAt, lastUsedAt },
		isThis: id === session?.passkeyId
	}));
}

import type { IDToken } from 'openid-client';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { isBsn } from './bsn.ts';
import { config, type Oidc } from './config.ts';
import { database } from './db/current.ts';
import { updateProven } from './db/login-sessions.ts';
import { findByOidc, updateOidcUsed } from './db/oidc-links.ts';
import type { Person } from './db/people.ts';
import { log } from './log.ts';
import { maySignIn } from './lucia-adapter.ts';
import { authorization, exchange, refusalOf, type OidcRefusal } from './oidc-client.ts';
import { linkOidc, subjectHashOf } from './oidc-links.ts';
import { seal, unseal, type Errand } from './oidc-seal.ts';

/** `onbekend`: nobody's, or of somebody who may not sign in (AUTH-06). `bezet`: it cannot be linked to this person. */
export const oidcReasons = ['geannuleerd', 'storing', 'mislukt', 'onbekend', 'niveau', 'bezet'] as const;
export type OidcReason = (typeof oidcReasons)[number];
export type OidcOutcome =
	/** `isWhole`: no second step is needed (AUTH-01). */
	| { ok: true; kind: 'aangemeld'; person: Person; isWhole: boolean }
	| { ok: true; kind: 'gekoppeld' | 'bevestigd' }
	| { ok: false; reason: OidcReason };
/** Who came back from the provider, as far as this browser is signed in here. */
export interface Comer {
	actor: Actor | null;
	/** A proof of at most ten minutes old (AUTH-11). */
	isProven: boolean;
	address: string | null;
}

/** What the pages say of it: the name, and for whom it is. */
export function oidcFor(who: 'participants' | 'staff'): { name: string } | undefined {
	const { oidc } = config();
	const isFor = who === 'participants' ? oidc?.isForParticipants : oidc?.isForStaff;
	return oidc && isFor ? { name: oidc.name } : undefined;
}
export const oidcForActor = ({ role }: Pick<Actor, 'role'>) =>
	oidcFor(role === 'inburgeraar' ? 'participants' : 'staff');

/** Where to go, and the cookie to go with; undefined when the provider does not answer. Changes nothing. */
export async function beginOidc(
	errand: Errand,
	now: Temporal.Instant
): Promise<{ url: string; sealed: string } | undefined> {
	const { oidc } = config();
	if (!oidc) return undefined;
	try {
		const { url, secrets } = await authorization(oidc, errand.locale, now);
		return { url, sealed: seal({ errand, secrets, startedAt: now.epochMilliseconds }) };
	} catch (err) {
		log().error({ event: 'oidc.begin', err }, 'the identity provider does not answer');
		return undefined;
	}
}

/**
 * The way back: exchanges the code, checks the answer, and does what the browser went for.
 * @param search the query of the way back
 * @param sealed the cookie that this browser went with
 */
export async function finishOidc(
	search: string,
	sealed: string | undefined,
	comer: Comer,
	now: Temporal.Instant
): Promise<{ errand: Errand | undefined; outcome: OidcOutcome }> {
	const { oidc } = config();
	const way = unseal(sealed, now);
	if (!oidc || !way) return { errand: way?.errand, outcome: { ok: false, reason: 'mislukt' } };
	const answer = await claimsOf(oidc, search, way.secrets, now);
	const reason = answer.ok ? refusalOfClaims(oidc, answer.claims, way.startedAt) : answer.reason;
	const outcome =
		answer.ok && !reason
			? await run(oidc, way.errand, subjectHashOf(answer.claims.iss, answer.claims.sub), comer, now)
			: { ok: false as const, reason: reason ?? 'mislukt' };
	return { errand: way.errand, outcome };
}

async function claimsOf(
	oidc: Oidc,
	search: string,
	secrets: Parameters<typeof exchange>[2],
	now: Temporal.Instant
): Promise<{ ok: true; claims: IDToken } | { ok: false; reason: OidcRefusal }> {
	try {
		return { ok: true, claims: await exchange(oidc, search, secrets, now) };
	} catch (err) {
		const reason = refusalOf(err);
		const { code } = err as { code?: string };
		if (reason === 'storing')
			log().error({ event: 'oidc.exchange', err }, 'the identity provider does not answer');
		else if (reason === 'mislukt') log().warn({ event: 'oidc.exchange', code }, 'an answer was refused');
		return { ok: false, reason };
	}
}

/** What the library cannot know: how sure we want it to be, that it asked again, and that it sends no BSN (PRIV-02). */
function refusalOfClaims(oidc: Oidc, claims: IDToken, startedAt: number): OidcReason | undefined {
	const { acr, auth_time: authTime, sub } = claims;
	if (oidc.acrValues.length > 0 && !oidc.acrValues.includes(String(acr))) return 'niveau';
	const isOld = authTime !== undefined && authTime * 1000 < startedAt - 60_000;
	if (!isOld && !isBsn(sub)) return undefined;
	const why = isOld ? 'nobody was asked again (prompt=login)' : 'the subject is a BSN: ask for a pseudonym';
	log().error({ event: 'oidc.claims' }, why);
	return 'mislukt';
}

async function run(
	oidc: Oidc,
	errand: Errand,
	subjectHash: string,
	comer: Comer,
	now: Temporal.Instant
): Promise<OidcOutcome> {
	if (!('back' in errand)) return signIn(oidc, subjectHash, comer, now);
	const { actor } = comer;
	const isSame = actor?.id === errand.personId && actor.sessionId === errand.sessionId;
	if (!actor || !isSame || !oidcForActor(actor)) return { ok: false, reason: 'mislukt' };
	if (errand.kind === 'bevestig') return confirm(actor, subjectHash, now);
	if (!comer.isProven) return { ok: false, reason: 'mislukt' };
	return (await linkOidc(actor, subjectHash, now))
		? { ok: true, kind: 'gekoppeld' }
		: { ok: false, reason: 'bezet' };
}

async function signIn(
	oidc: Oidc,
	subjectHash: string,
	{ address }: Comer,
	now: Temporal.Instant
): Promise<OidcOutcome> {
	const person = await findByOidc(database().read, subjectHash);
	if (person && maySignIn(person) && oidcForActor(person)) {
		await database().transaction((tx) => updateOidcUsed(tx, person.id, now));
		const isWhole = person.role === 'inburgeraar' || oidc.acrValues.length > 0;
		return { ok: true, kind: 'aangemeld', person, isWhole };
	}
	const actor = person ? { id: person.id, role: person.role, sessionId: '', address } : null;
	const event = { action: 'session.oidc', subjectId: person?.id, result: 'denied' as const };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
	return { ok: false, reason: 'onbekend' };
}

/** Signing in there again, with the account that is linked, proves who sits here (AUTH-11). */
async function confirm(actor: Actor, subjectHash: string, now: Temporal.Instant): Promise<OidcOutcome> {
	return database().transaction(async (tx) => {
		const isOwn = (await findByOidc(tx, subjectHash))?.id === actor.id;
		const event = { action: 'session.prove', subjectId: actor.id };
		await recordAudit(tx, actor, { ...event, result: isOwn ? 'ok' : 'denied' }, now);
		if (!isOwn) return { ok: false, reason: 'onbekend' };
		await updateProven(tx, actor.sessionId, now);
		return { ok: true, kind: 'bevestigd' };
	});
}

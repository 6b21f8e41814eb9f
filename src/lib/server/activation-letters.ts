import { createHmac, timingSafeEqual } from 'node:crypto';
import { newCode, printedCode, readCode } from './activation-code.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { config } from './config.ts';
import {
	findLastLetterOf,
	findLetter,
	insertLetter,
	updateRedeemed,
	updateTakeTry,
	updateTriesGone,
	updateVoided,
	type ActivationLetter
} from './db/activation-letters.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { maySignIn } from './lucia-adapter.ts';
import { hashSecret, isSecret } from './secrets.ts';

const days = 28;
const mostTries = 5;
const pendingMinutes = 10;

export interface Letter {
	/** `ABCDEF-GHJK-MNPQ-RSTV`: known here and on paper only, stored as a hash. */
	code: string;
	name: string;
	locale: string;
	expiresAt: Temporal.Instant;
}

/** A letter ready to be stored; hashing takes time and happens before the transaction. */
export async function preparedLetter(now: Temporal.Instant) {
	const code = newCode();
	const verifierHash = await hashSecret(code.verifier);
	return { code, verifierHash, createdAt: now, expiresAt: now.add({ hours: 24 * days }) };
}
type Prepared = Awaited<ReturnType<typeof preparedLetter>>;

/** Stores a letter of this person; older ones are worth nothing from now on. */
export async function addLetter(
	tx: Writer,
	personId: string,
	createdBy: string,
	{ code, verifierHash, createdAt, expiresAt }: Prepared
): Promise<void> {
	await updateVoided(tx, personId, createdAt);
	const row = { selector: code.selector, personId, verifierHash, createdBy, createdAt, expiresAt };
	await insertLetter(tx, { ...row, wrongTries: 0, redeemedAt: null, voidedAt: null });
	await insertNotice(tx, { kind: 'account', personId, dedupeKey: `brief:${code.selector}` }, createdAt);
}

/**
 * A new activation letter for somebody in reach of the actor. The code comes back once: sent again, the form answers
 * `al_gemaakt`. Undefined: no such dossier for this actor.
 */
export async function issueLetter(
	actor: Staff,
	inburgeraarId: string,
	formKey: string,
	now: Temporal.Instant
): Promise<Letter | 'al_gemaakt' | undefined> {
	if (!(await dossierFor(actor, inburgeraarId))) return undefined;
	const prepared = await preparedLetter(now);
	const { selector } = prepared.code;
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const form = { action: 'brief.issue', key: formKey, payload: { inburgeraarId } };
		const made = await once(tx, actor, form, now, async () => {
			await addLetter(tx, inburgeraarId, actor.id, prepared);
			await recordAudit(tx, actor, event('brief.issue', selector, inburgeraarId), now);
			return selector;
		});
		if (made !== selector) return 'al_gemaakt';
		const { name, locale } = dossier.person;
		return { code: printedCode(prepared.code), name, locale, expiresAt: prepared.expiresAt };
	});
}

export type LetterState = 'geen' | 'open' | 'gebruikt' | 'verlopen' | 'geblokkeerd' | 'vervallen';

/** How the newest letter of somebody stands, and since when; looking is audited. Undefined: no such dossier. */
export async function letterStatus(actor: Staff, inburgeraarId: string, now: Temporal.Instant) {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const letter = await findLastLetterOf(tx, inburgeraarId);
		await recordAudit(
			tx,
			actor,
			{ action: 'dossier.read', objectType: 'brief', subjectId: inburgeraarId },
			now
		);
		return { state: stateOf(letter, now), createdAt: letter?.createdAt, expiresAt: letter?.expiresAt };
	});
}

function stateOf(letter: ActivationLetter | undefined, now: Temporal.Instant): LetterState {
	if (!letter) return 'geen';
	if (letter.redeemedAt) return 'gebruikt';
	if (letter.voidedAt) return 'vervallen';
	if (letter.wrongTries >= mostTries) return 'geblokkeerd';
	return Temporal.Instant.compare(letter.expiresAt, now) <= 0 ? 'verlopen' : 'open';
}

/**
 * Judges code and day of birth together; every refusal looks and lasts the same (AUTH-06). A try is taken before it is
 * judged: the fifth wrong one ends the letter. What comes back opens only the page where the PIN is chosen (SES-09).
 */
export async function openLetter(
	typedCode: string,
	geboortedatum: Temporal.PlainDate,
	now: Temporal.Instant
): Promise<string | undefined> {
	const code = readCode(typedCode);
	const row = code && (await findLetter(database().read, code.selector));
	const isTry = await database().transaction(async (tx) =>
		code ? updateTakeTry(tx, code.selector, mostTries, now) : false
	);
	const isVerifier = await isSecret(code?.verifier ?? '', isTry ? row?.letter.verifierHash : null);
	const isRight =
		isTry && isVerifier && !!row && maySignIn(row.person) && row.geboortedatum.equals(geboortedatum);
	await database().transaction(async (tx) => {
		if (isRight) return updateTriesGone(tx, row.letter.selector);
		const refused = row ? event('brief.open', row.letter.selector, row.person.id) : { action: 'brief.open' };
		await recordAudit(tx, null, { ...refused, result: 'denied' }, now);
	});
	return isRight ? pendingOf(row.letter.selector, now.add({ minutes: pendingMinutes })) : undefined;
}

/** Takes the letter, once, for whoever opened it; undefined when it was used or replaced meanwhile. */
export async function redeemLetter(
	tx: Writer,
	selector: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	const personId = await updateRedeemed(tx, selector, now);
	if (personId) await recordAudit(tx, null, event('brief.redeem', selector, personId), now);
	return personId;
}

const event = (action: string, selector: string, subjectId: string) => ({
	action,
	objectType: 'brief',
	objectId: selector,
	subjectId
});

const mac = (text: string) =>
	createHmac('sha256', config().portalKey).update(`activation:${text}`).digest('base64url');

function pendingOf(selector: string, until: Temporal.Instant): string {
	const body = `${selector}.${until.epochMilliseconds}`;
	return `${body}.${mac(body)}`;
}

/** The letter that a pending activation stands for; undefined when forged or older than ten minutes. */
export function pendingLetter(value: string | undefined, now: Temporal.Instant): string | undefined {
	const [, body = '', selector, until, signature = ''] =
		/^(([2-9A-Z]{6})\.(\d{13}))\.([\w-]{43})$/.exec(value ?? '') ?? [];
	const [given, expected] = [Buffer.from(signature), Buffer.from(mac(body))];
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
	return Number(until) > now.epochMilliseconds ? selector : undefined;
}

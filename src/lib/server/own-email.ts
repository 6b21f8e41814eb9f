import type { Inburgeraar } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import {
	findAddressOf,
	findByAddress,
	removeAddress,
	updateAddress,
	updateLinkEnded,
	updateLinksEnded,
	updateMailTriesGone
} from './db/mail.ts';
import { insertAddressed, insertNotice } from './db/outbox.ts';
import { maySignIn } from './lucia-adapter.ts';
import { readAddress } from './mail/address.ts';
import { maySendLink, openLink } from './mail/links.ts';
import { encrypt, keyedHash } from './secrets.ts';
import { mostMailTries } from './sign-in-mail.ts';

export interface OwnEmail {
	/** The confirmed address; absent when there is none. */
	address: string | undefined;
	/** Five wrong PINs after a link: signing in by mail is closed. */
	isClosed: boolean;
}

export async function ownEmail(actor: Inburgeraar): Promise<OwnEmail> {
	const row = await findAddressOf(database().read, actor.id);
	return { address: row?.address, isClosed: row !== undefined && row.wrongTries >= mostMailTries };
}

/**
 * Sends a link to this address: it becomes the participant's own once the link was used, whoever holds it now (AUTH-08).
 * The caller has made sure of a fresh proof (AUTH-11). Twice in a minute is once.
 */
export async function askConfirmation(
	actor: Inburgeraar,
	typed: string,
	now: Temporal.Instant
): Promise<'gestuurd' | 'email' | 'te_vaak'> {
	const address = readAddress(typed);
	if (!address) return 'email';
	return database().transaction(async (tx) => {
		if (!(await maySendLink(tx, { personId: actor.id, address }, now))) return 'te_vaak';
		const minute = Math.floor(now.epochMilliseconds / 60_000);
		const dedupeKey = `adres:${actor.id}:${keyedHash('mail', address)}:${minute}`;
		const to = encrypt('mail', address);
		await insertAddressed(tx, { kind: 'link_adres', personId: actor.id, dedupeKey, to }, now);
		await recordAudit(tx, actor, { action: 'email.ask', subjectId: actor.id }, now);
		return 'gestuurd';
	});
}

/** Whoever has the mail confirms that the address is right; works signed out too, on any device. */
export async function confirmAddress(
	token: string,
	now: Temporal.Instant
): Promise<'bevestigd' | 'verlopen' | 'bezet'> {
	const opened = await openLink(token, 'adres', now);
	if (!opened || !maySignIn(opened.person)) return 'verlopen';
	const { address, tokenHash } = opened.link;
	const personId = opened.person.id;
	return database().transaction(async (tx) => {
		if (!(await updateLinkEnded(tx, tokenHash, now))) return 'verlopen';
		const holder = await findByAddress(tx, address);
		if (holder && holder.person.id !== personId) return 'bezet';
		const former = (await findAddressOf(tx, personId))?.address;
		await updateAddress(tx, { personId, address, confirmedAt: now, wrongTries: 0 });
		if (former !== address) await afterChange(tx, personId, former, now);
		const event = { action: 'email.confirm', objectType: 'account', objectId: personId, subjectId: personId };
		await recordAudit(tx, null, event, now);
		await insertNotice(tx, { kind: 'account', personId, dedupeKey: `email:${tokenHash}` }, now);
		return 'bevestigd';
	});
}

/** Nothing is mailed any more, and no link opens anything. The caller has made sure of a fresh proof. */
export async function forgetAddress(actor: Inburgeraar, now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		const former = (await findAddressOf(tx, actor.id))?.address;
		if (!former) return;
		await removeAddress(tx, actor.id);
		await afterChange(tx, actor.id, former, now);
		await updateLinksEnded(tx, actor.id, 'adres', now);
		await recordAudit(tx, actor, { action: 'email.remove', subjectId: actor.id }, now);
	});
}

/** Links to the former address are burnt, and it hears of the change (AUTH-14). */
async function afterChange(
	tx: Writer,
	personId: string,
	former: string | undefined,
	now: Temporal.Instant
): Promise<void> {
	await updateLinksEnded(tx, personId, 'aanmelden', now);
	if (!former) return;
	const dedupeKey = `vorig:${personId}:${now.epochMilliseconds}`;
	await insertAddressed(tx, { kind: 'vorig_adres', personId, dedupeKey, to: encrypt('mail', former) }, now);
}

/** Opens signing in by mail again after five wrong PINs. The caller has made sure of a fresh proof (AUTH-02). */
export async function reopenMailSignIn(actor: Inburgeraar, now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		await updateMailTriesGone(tx, actor.id);
		await recordAudit(tx, actor, { action: 'email.reopen', subjectId: actor.id }, now);
	});
}

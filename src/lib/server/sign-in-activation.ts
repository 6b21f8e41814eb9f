import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { pendingLetter, redeemLetter } from './activation-letters.ts';
import { findLetter } from './db/activation-letters.ts';
import { database } from './db/current.ts';
import type { Device } from './db/devices.ts';
import { removeLoginSessionsOf } from './db/login-sessions.ts';
import { updateLinksEnded, updateMailTriesGone } from './db/mail.ts';
import { removeOidcLink } from './db/oidc-links.ts';
import { insertNotice } from './db/outbox.ts';
import { removePasskeysOf } from './db/passkeys.ts';
import { updatePin } from './db/sign-in.ts';
import { addDevice } from './devices.ts';
import { pinRefusal, readPin, type PinRefusal } from './pin.ts';
import { hashSecret, keyedPin } from './secrets.ts';

export type ActivationOutcome =
	| { ok: true; personId: string; locale: LocaleId; deviceId: string; deviceToken: string }
	| { ok: false; reason: PinRefusal | 'pin_anders' | 'brief_weg' };

/**
 * Sets the PIN of whoever opened a letter and makes this browser a device of theirs; the letter is used up in the same
 * transaction. Whoever is signed in elsewhere with the former PIN is signed out, passkeys go, and the account of a provider
 * is linked no more: a new letter is for somebody who lost a phone, or whose ways in a stranger may have had.
 * @param pending what `openLetter` gave
 */
export async function activate(
	pending: string | undefined,
	pins: { first: string; second: string },
	kind: Device['kind'],
	now: Temporal.Instant
): Promise<ActivationOutcome> {
	const selector = pendingLetter(pending, now);
	const row = selector ? await findLetter(database().read, selector) : undefined;
	if (!selector || !row) return { ok: false, reason: 'brief_weg' };
	const pin = readPin(pins.first);
	const reason = pin ? pinRefusal(pin, row.geboortedatum) : 'pin_cijfers';
	if (reason || !pin) return { ok: false, reason: reason ?? 'pin_cijfers' };
	if (readPin(pins.second) !== pin) return { ok: false, reason: 'pin_anders' };

	const pinHash = await hashSecret(keyedPin(pin));
	return database().transaction(async (tx) => {
		const personId = await redeemLetter(tx, selector, now);
		if (!personId) return { ok: false, reason: 'brief_weg' };
		await updatePin(tx, personId, pinHash);
		await removePasskeysOf(tx, personId);
		await removeOidcLink(tx, personId);
		await updateLinksEnded(tx, personId, 'aanmelden', now);
		await updateMailTriesGone(tx, personId);
		await removeLoginSessionsOf(tx, personId);
		const device = await addDevice(tx, personId, kind, now);
		await insertNotice(tx, { kind: 'account', personId, dedupeKey: `apparaat:${device.id}` }, now);
		return { ok: true, personId, locale: row.person.locale, deviceId: device.id, deviceToken: device.token };
	});
}

/** Whether somebody may choose a PIN now. */
export const isPending = (pending: string | undefined, now: Temporal.Instant): boolean =>
	pendingLetter(pending, now) !== undefined;

import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import type { Device } from './db/devices.ts';
import { findAddressOf, updateLinkEnded, updateLinksEnded, updateMailTriesGone, updateTakeMailTry } from './db/mail.ts'; // prettier-ignore
import { insertAccountNotice, insertNotice } from './db/outbox.ts';
import { updateHash } from './db/sign-in.ts';
import { addDevice } from './devices.ts';
import { maySignIn } from './lucia-adapter.ts';
import { openLink } from './mail/links.ts';
import { readPin } from './pin.ts';
import { isSecret, keyedPin, renewedHash } from './secrets.ts';

/** Wrong PINs after a link that close this way in, for the account; known devices go on working (AUTH-02). */
export const mostMailTries = 5;

/** The link, when it still leads somewhere: its address is still the one of the person. */
async function usableLink(token: string, now: Temporal.Instant) {
	const opened = await openLink(token, 'aanmelden', now);
	if (!opened || !maySignIn(opened.person) || !opened.person.pinHash) return undefined;
	const email = await findAddressOf(database().read, opened.person.id);
	return email?.address === opened.link.address ? { ...opened, email } : undefined;
}

export type MailOutcome =
	| { ok: true; personId: string; locale: LocaleId; deviceId: string; deviceToken: string }
	| { ok: false; reason: 'verlopen' | 'pin_cijfers' | 'dicht' }
	| { ok: false; reason: 'pin_fout'; left: number };

/**
 * A PIN is judged only with a link that works. A try is taken before it is judged; the fifth wrong one in a row closes
 * this way in, until a new letter or a fresh proof on a known device. The link is used up and this browser becomes a
 * device in one transaction.
 */
export async function signInByMail(
	token: string,
	typed: string,
	browser: { kind: Device['kind']; address: string | null },
	now: Temporal.Instant
): Promise<MailOutcome> {
	const found = await usableLink(token, now);
	if (!found) return { ok: false, reason: 'verlopen' };
	const pin = readPin(typed);
	if (!pin) return { ok: false, reason: 'pin_cijfers' };
	const { person, link } = found;
	const tries = await database().transaction((tx) => updateTakeMailTry(tx, person.id, mostMailTries));
	if (tries === undefined) return { ok: false, reason: 'dicht' };
	if (!(await isSecret(keyedPin(pin), person.pinHash)))
		return refused(person.id, tries, browser.address, now);

	const renewed = person.pinHash ? await renewedHash(keyedPin(pin), person.pinHash) : undefined;
	return database().transaction(async (tx): Promise<MailOutcome> => {
		if (!(await updateLinkEnded(tx, link.tokenHash, now))) return { ok: false, reason: 'verlopen' };
		if (renewed) await updateHash(tx, person.id, { pinHash: renewed });
		await updateMailTriesGone(tx, person.id);
		const device = await addDevice(tx, person.id, browser.kind, now);
		const actor = { id: person.id, role: person.role, sessionId: '', address: browser.address };
		const event = { action: 'device.add', objectType: 'device', objectId: device.id, subjectId: person.id };
		await recordAudit(tx, actor, event, now);
		const dedupeKey = `apparaat:${device.id}`;
		await insertNotice(tx, { kind: 'account', personId: person.id, dedupeKey }, now);
		return { ok: true, personId: person.id, locale: person.locale, deviceId: device.id, deviceToken: device.token }; // prettier-ignore
	});
}

async function refused(
	personId: string,
	tries: number,
	address: string | null,
	now: Temporal.Instant
): Promise<MailOutcome> {
	const isLast = tries >= mostMailTries;
	await database().transaction(async (tx) => {
		const actor = { id: personId, role: 'inburgeraar' as const, sessionId: '', address };
		const action = isLast ? 'email.close' : 'session.start';
		const event = { action, objectType: 'mail', subjectId: personId, result: 'denied' as const };
		await recordAudit(tx, actor, event, now);
		if (!isLast) return;
		await updateLinksEnded(tx, personId, 'aanmelden', now);
		await insertAccountNotice(tx, personId, 'mail-dicht', now);
	});
	return isLast
		? { ok: false, reason: 'dicht' }
		: { ok: false, reason: 'pin_fout', left: mostMailTries - tries };
}

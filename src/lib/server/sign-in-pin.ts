import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { findDevice, updateRevoked, updateTakeTry, updateUsed } from './db/devices.ts';
import { insertNotice } from './db/outbox.ts';
import { updateHash } from './db/sign-in.ts';
import { maySignIn } from './lucia-adapter.ts';
import { readPin } from './pin.ts';
import { isSecret, keyedPin, renewedHash, sha256 } from './secrets.ts';

const mostTries = 5;

export type PinOutcome =
	| { ok: true; personId: string; deviceId: string; role: 'inburgeraar'; locale: LocaleId }
	| { ok: false; reason: 'pin_cijfers' | 'onbekend_apparaat' | 'kies_persoon' | 'ingetrokken' }
	| { ok: false; reason: 'pin_fout'; left: number };

/** The devices of people who may sign in here with a PIN. */
async function usableDevices(tokens: readonly string[]) {
	const rows = await Promise.all(tokens.map((token) => findDevice(database().read, sha256(token))));
	return rows.flatMap((row) => (row && maySignIn(row.person) && row.person.pinHash ? [row] : []));
}

/** Whose devices these tokens are: what the sign-in page offers to choose from. */
export async function knownDevices(tokens: readonly string[]): Promise<{ id: string; name: string }[]> {
	return (await usableDevices(tokens)).map(({ device, person }) => ({ id: device.id, name: person.name }));
}

/** The one of these tokens that is of a device of this person. */
export async function deviceTokenOf(
	tokens: readonly string[],
	personId: string
): Promise<string | undefined> {
	const rows = await usableDevices(tokens);
	const hashes = rows.filter(({ person }) => person.id === personId).map(({ device }) => device.tokenHash);
	return tokens.find((token) => hashes.includes(sha256(token)));
}

/**
 * A PIN counts only together with the token of its device (AUTH-02). A try is taken before it is judged, so that many
 * at once get no more than five; the fifth wrong one in a row revokes the device.
 * @param browser the tokens that it holds, and which device was chosen when there are several
 */
export async function signInWithPin(
	browser: { tokens: readonly string[]; deviceId?: string },
	typed: string,
	address: string | null,
	now: Temporal.Instant
): Promise<PinOutcome> {
	const rows = await usableDevices(browser.tokens);
	const row = rows.length === 1 ? rows[0] : rows.find(({ device }) => device.id === browser.deviceId);
	if (!row) return { ok: false, reason: rows.length === 0 ? 'onbekend_apparaat' : 'kies_persoon' };
	const pin = readPin(typed);
	if (!pin) return { ok: false, reason: 'pin_cijfers' };

	const { device, person } = row;
	const tries = await database().transaction((tx) => updateTakeTry(tx, device.id, mostTries));
	if (tries === undefined) return { ok: false, reason: 'ingetrokken' };
	if (await isSecret(keyedPin(pin), person.pinHash)) {
		const renewed = person.pinHash ? await renewedHash(keyedPin(pin), person.pinHash) : undefined;
		await database().transaction(async (tx) => {
			if (renewed) await updateHash(tx, person.id, { pinHash: renewed });
			await updateUsed(tx, device.id, now);
		});
		return { ok: true, personId: person.id, deviceId: device.id, role: 'inburgeraar', locale: person.locale };
	}
	const actor = { id: person.id, role: person.role, sessionId: '', address };
	await database().transaction(async (tx) => {
		if (tries >= mostTries) {
			await updateRevoked(tx, device.id, person.id, now);
			const dedupeKey = `apparaat-weg:${device.id}`;
			await insertNotice(tx, { kind: 'account', personId: person.id, dedupeKey }, now);
		}
		const action = tries >= mostTries ? 'device.revoke' : 'session.start';
		await recordAudit(tx, actor, { action, objectType: 'device', objectId: device.id, subjectId: person.id, result: 'denied' }, now); // prettier-ignore
	});
	if (tries >= mostTries) return { ok: false, reason: 'ingetrokken' };
	return { ok: false, reason: 'pin_fout', left: mostTries - tries };
}

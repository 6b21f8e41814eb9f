import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { findDevice, updateRevoked, updateTakeTry, updateUsed } from './db/devices.ts';
import { maySignIn } from './lucia-adapter.ts';
import { readPin } from './pin.ts';
import { isSecret, keyedPin, sha256 } from './secrets.ts';

const mostTries = 5;

export type PinOutcome =
	| { ok: true; personId: string; deviceId: string; role: 'inburgeraar'; locale: string }
	| { ok: false; reason: 'pin_cijfers' | 'onbekend_apparaat' | 'ingetrokken' }
	| { ok: false; reason: 'pin_fout'; left: number };

async function usableDevice(token: string) {
	const row = await findDevice(database().read, sha256(token));
	return row && maySignIn(row.person) && row.person.pinHash ? row : undefined;
}

/** Whose devices these tokens are: what the sign-in page offers to choose from. */
export async function knownDevices(tokens: readonly string[]): Promise<{ id: string; name: string }[]> {
	const rows = await Promise.all(tokens.map(usableDevice));
	return rows.flatMap((row) => (row ? [{ id: row.device.id, name: row.person.name }] : []));
}

/**
 * A PIN counts only together with the token of its device (AUTH-02). A try is taken before it is judged, so that many
 * at once get no more than five; the fifth wrong one in a row revokes the device.
 */
export async function signInWithPin(
	token: string | undefined,
	typed: string,
	address: string | null,
	now: Temporal.Instant
): Promise<PinOutcome> {
	const row = token ? await usableDevice(token) : undefined;
	if (!row) return { ok: false, reason: 'onbekend_apparaat' };
	const pin = readPin(typed);
	if (!pin) return { ok: false, reason: 'pin_cijfers' };

	const { device, person } = row;
	const tries = await database().transaction((tx) => updateTakeTry(tx, device.id, mostTries));
	if (tries === undefined) return { ok: false, reason: 'ingetrokken' };
	if (await isSecret(keyedPin(pin), person.pinHash)) {
		await database().transaction((tx) => updateUsed(tx, device.id, now));
		return { ok: true, personId: person.id, deviceId: device.id, role: 'inburgeraar', locale: person.locale };
	}
	const actor = { id: person.id, role: person.role, sessionId: '', address };
	await database().transaction(async (tx) => {
		if (tries >= mostTries) await updateRevoked(tx, device.id, person.id, now);
		const action = tries >= mostTries ? 'device.revoke' : 'session.start';
		await recordAudit(tx, actor, { action, objectType: 'device', objectId: device.id, subjectId: person.id, result: 'denied' }, now); // prettier-ignore
	});
	if (tries >= mostTries) return { ok: false, reason: 'ingetrokken' };
	return { ok: false, reason: 'pin_fout', left: mostTries - tries };
}

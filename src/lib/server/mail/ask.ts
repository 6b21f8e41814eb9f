import { database } from '../db/current.ts';
import { countRequests, insertAddressed } from '../db/outbox.ts';
import { encrypt, keyedHash } from '../secrets.ts';
import { readAddress } from './address.ts';

/** Requests that may wait at once: more are a flood, and the database stays small. */
const mostRequests = 500;

/**
 * Asks for a link with an address alone. Whose it is, if anybody's, is looked up when the mail is sent: the same is done
 * here for every address, so that neither answer nor time tell (AUTH-06). Once a minute for one address.
 * @returns false for what is no address at all
 */
export async function askLink(
	purpose: 'aanmelden' | 'wachtwoord',
	typed: string,
	now: Temporal.Instant
): Promise<boolean> {
	const address = readAddress(typed);
	if (!address) return false;
	const minute = Math.floor(now.epochMilliseconds / 60_000);
	const dedupeKey = `${purpose}:${keyedHash('mail', address)}:${minute}`;
	const to = encrypt('mail', address);
	await database().transaction(async (tx) => {
		if ((await countRequests(tx)) >= mostRequests) return;
		await insertAddressed(tx, { kind: `link_${purpose}`, personId: null, dedupeKey, to }, now);
	});
	return true;
}

import type { MailLinkPurpose } from '#lib/domain/vocabulary.ts';
import { recordAudit } from '../audit.ts';
import { database } from '../db/current.ts';
import type { Writer } from '../db/database.ts';
import { countLinksTo, findLink, insertLink, removeLinksBefore, updateLinksEnded, type MailLink } from '../db/mail.ts'; // prettier-ignore
import type { Person } from '../db/people.ts';
import { newToken, sha256 } from '../secrets.ts';

const life = { minutes: 30 };
const clockSlack = { minutes: 5 };
const day = { hours: 24 };
const shortly = { minutes: 15 };
/** So many links in a quarter of an hour and in a day, to one person and to one address (T10). */
export const mostShortly = 3;
export const mostADay = 10;

/** Whether one more link may go to this person and this address; the ones that were sent go on working. */
export async function maySendLink(
	tx: Writer,
	to: { personId: string; address: string },
	now: Temporal.Instant
): Promise<boolean> {
	for (const whose of [{ personId: to.personId }, { address: to.address }]) {
		if ((await countLinksTo(tx, whose, now.subtract(shortly))) >= mostShortly) return false;
		if ((await countLinksTo(tx, whose, now.subtract(day))) >= mostADay) return false;
	}
	return true;
}

/**
 * A fresh link: 256 random bits, of which the database has the hash. Former ones for the same purpose are burnt (AUTH-08).
 * @returns what stands in the link; undefined when enough were sent
 */
export async function makeLink(
	tx: Writer,
	to: { personId: string; purpose: MailLinkPurpose; address: string },
	now: Temporal.Instant
): Promise<string | undefined> {
	await removeLinksBefore(tx, now.subtract({ hours: 48 }));
	if (!(await maySendLink(tx, to, now))) return undefined;
	const token = newToken();
	await updateLinksEnded(tx, to.personId, to.purpose, now);
	await insertLink(tx, { ...to, tokenHash: sha256(token), createdAt: now, endedAt: null });
	const event = { action: 'email.link', objectType: to.purpose, subjectId: to.personId };
	await recordAudit(tx, null, event, now);
	return token;
}

/** The link that still works, with its person; undefined for a made-up, used, replaced or old one: these look the same. */
export async function openLink(
	token: string,
	purpose: MailLinkPurpose,
	now: Temporal.Instant
): Promise<{ link: MailLink; person: Person } | undefined> {
	if (!/^[\w-]{43}$/.test(token)) return undefined;
	const row = await findLink(database().read, sha256(token));
	if (!row || row.link.purpose !== purpose || row.link.endedAt) return undefined;
	// Of before a clock that was set back it would hold for longer.
	const isMade = Temporal.Instant.compare(row.link.createdAt, now.add(clockSlack)) <= 0;
	return isMade && Temporal.Instant.compare(now, row.link.createdAt.add(life)) < 0 ? row : undefined;
}

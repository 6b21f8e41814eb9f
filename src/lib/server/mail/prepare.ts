import type { MailLinkPurpose } from '#lib/domain/vocabulary.ts';
import { database } from '../db/current.ts';
import { findAddressOf, findByAddress } from '../db/mail.ts';
import { noticeKinds, type OutboxRow } from '../db/outbox.ts';
import { findPerson, type Person } from '../db/people.ts';
import { findByLoginName } from '../db/sign-in.ts';
import { maySignIn } from '../lucia-adapter.ts';
import { decrypt } from '../secrets.ts';
import { readAddress } from './address.ts';
import { makeLink } from './links.ts';
import { linkText, noticeText, type MailText } from './text.ts';

export type Prepared = MailText & { to: string };

const purposes: Record<string, MailLinkPurpose | undefined> = {
	link_aanmelden: 'aanmelden',
	link_adres: 'adres',
	link_wachtwoord: 'wachtwoord'
};

/** What a row of the outbox says, and to whom; undefined when there is nobody to send it to. A link is made here. */
export async function prepared(row: OutboxRow, now: Temporal.Instant): Promise<Prepared | undefined> {
	const purpose = purposes[row.kind];
	if (purpose) return linkMail(row, purpose, now);
	const person = row.personId ? await findPerson(database().read, row.personId) : undefined;
	if (!person || !maySignIn(person)) return undefined;
	const kind = noticeKinds.find((known) => known === row.kind) ?? 'account';
	const to = row.kind === 'vorig_adres' ? addressIn(row) : await addressOf(person);
	return to ? { to, ...noticeText(kind, person) } : undefined;
}

/** Whether a notice has a reader now; the others are not kept for an address that may come later. */
export async function isReachable(row: OutboxRow): Promise<boolean> {
	if (!noticeKinds.some((kind) => kind === row.kind)) return true;
	const person = row.personId ? await findPerson(database().read, row.personId) : undefined;
	return person !== undefined && maySignIn(person) && (await addressOf(person)) !== undefined;
}

/** A participant is reached at the address that was confirmed, staff at the one they sign in with. */
async function addressOf(person: Person): Promise<string | undefined> {
	if (person.role === 'inburgeraar') return (await findAddressOf(database().read, person.id))?.address;
	// The addresses of the people of the demo are invented.
	return person.isDemo ? undefined : readAddress(person.loginName ?? '');
}

const addressIn = ({ payload }: OutboxRow): string | undefined =>
	payload.to ? readAddress(decrypt('mail', payload.to)) : undefined;

async function linkMail(
	row: OutboxRow,
	purpose: MailLinkPurpose,
	now: Temporal.Instant
): Promise<Prepared | undefined> {
	const address = addressIn(row);
	const person = address && (await whoseLink(row, purpose, address));
	if (!address || !person || !maySignIn(person)) return undefined;
	const link = { personId: person.id, purpose, address };
	const token = await database().transaction((tx) => makeLink(tx, link, now));
	return token ? { to: address, ...linkText(purpose, token, person) } : undefined;
}

/** Who asked with an address alone is looked up here, outside the request: known or not, its answer took as long (AUTH-06). */
async function whoseLink(
	row: OutboxRow,
	purpose: MailLinkPurpose,
	address: string
): Promise<Person | undefined> {
	const { read } = database();
	if (purpose === 'adres') return row.personId ? findPerson(read, row.personId) : undefined;
	if (purpose === 'aanmelden') {
		const row = await findByAddress(read, address);
		return row?.person.role === 'inburgeraar' && row.person.pinHash ? row.person : undefined;
	}
	const staff = await findByLoginName(read, address);
	return staff?.role !== 'inburgeraar' && staff?.passwordHash && !staff.isDemo ? staff : undefined;
}

import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { findTyped, listTyped, putTyped, removeTyped, removeTypedBefore } from './db/typed-drafts.ts';
import type { EndedSession } from './lucia-adapter.ts';
import { decrypt, encrypt, keyedHash } from './secrets.ts';

/** How long a text waits for its person. */
const keptFor = { hours: 24 };
const mostDrafts = 5;
const mostCharacters = 40_000;
const purpose = 'typed_draft';

/** Fields with what proves who somebody is: never shown again (AUTH-04), never kept (SES-11). */
export const secretFields = ['pin', 'nogmaals', 'wachtwoord', 'oud', 'nieuw', 'nogEens', 'code'];
/**
 * Fields of which the new page has its own. The version is kept: when somebody changed the same meanwhile, both texts are
 * shown, as always (IN-12).
 */
const ownFields = ['formKey', 'wissel'];
const isSecretName = /^(?:pin|pass|wacht|geheim|token|otp|code$|code[A-Z_])/i;

export const isKept = (name: string): boolean =>
	!secretFields.includes(name) && !ownFields.includes(name) && !isSecretName.test(name);

export interface Typed {
	id: string;
	/** The page with the form, without a language, like `action`. */
	path: string;
	/** Where the form goes, as the form says it. */
	action: string;
	fields: [name: string, value: string][];
	at: Temporal.Instant;
}

/** The query of an action (`?/bewaar`) is no part of the page that the form stands on. */
function pageOf({ pathname, searchParams }: URL): string {
	const query = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
	return query.size > 0 ? `${pathname}?${query}` : pathname;
}
const actionOf = ({ pathname, search }: URL) => pathname + search;
const idOf = (personId: string, url: URL) => keyedHash(purpose, `${personId} ${actionOf(url)}`).slice(0, 22);

/**
 * Keeps what was typed in a form that came after its login session had ended, encrypted, for a day, for the person of that
 * session alone (SES-11). Files, secrets and what no person fills in are left out. Sent again, it takes the place of the
 * former. False: there was nothing to keep.
 */
export async function keepTyped(
	{ publicId, person }: EndedSession,
	url: URL,
	form: FormData,
	address: string | null,
	now: Temporal.Instant
): Promise<boolean> {
	const fields = [...form].filter(
		(field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '' && isKept(field[0])
	);
	const text = JSON.stringify({ path: pageOf(url), action: actionOf(url), fields });
	if (!fields.some(([, value]) => isText(value)) || text.length > mostCharacters) return false;
	const [id, sealed] = [idOf(person.id, url), encrypt(purpose, text)];
	await database().transaction(async (tx) => {
		await removeTypedBefore(tx, now.subtract(keptFor));
		const others = (await listTyped(tx, person.id, now.subtract(keptFor))).filter((row) => row.id !== id);
		for (const oldest of others.slice(mostDrafts - 1)) await removeTyped(tx, oldest);
		const isNew = !(await findTyped(tx, { personId: person.id, id }));
		await putTyped(tx, { personId: person.id, id, sealed, createdAt: now });
		const actor = { id: person.id, role: person.role, sessionId: publicId, address };
		// A draft that saves itself comes again and again: the first time tells it.
		if (isNew) await recordAudit(tx, actor, { action: 'session.keep_typed', subjectId: person.id }, now);
	});
	return true;
}

/** Something to read: no id, no code of a choice, no check mark. */
export const isText = (value: string): boolean =>
	!/^[\w-]{22}$/.test(value) && !/^[a-z0-9_-]{0,20}$/.test(value) && value.trim() !== '';

/** What waits for this person, newest first. What cannot be read (another key of the portal) is left out. */
export async function typedOf(personId: string, now: Temporal.Instant): Promise<Typed[]> {
	const rows = await listTyped(database().read, personId, now.subtract(keptFor));
	return rows.flatMap(({ id, sealed, createdAt: at }) => {
		try {
			return [{ ...(JSON.parse(decrypt(purpose, sealed)) as Omit<Typed, 'id' | 'at'>), id, at }];
		} catch {
			return [];
		}
	});
}

/** The page where this person typed last, without a language, to go back to after signing in. */
export const lastTypedPath = async (personId: string, now: Temporal.Instant): Promise<string | undefined> =>
	(await typedOf(personId, now))[0]?.path;

/** The same form was sent after all, and taken: its text waits no longer. */
export async function typedArrived(actor: Actor, url: URL): Promise<void> {
	const key = { personId: actor.id, id: idOf(actor.id, url) };
	if (await findTyped(database().read, key)) await database().transaction((tx) => removeTyped(tx, key));
}

/** 'Do not keep it', by the person; nothing for an id of somebody else. */
export async function dropTyped(actor: Actor, id: string, now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		const key = { personId: actor.id, id };
		if (!(await findTyped(tx, key))) return;
		await removeTyped(tx, key);
		await recordAudit(tx, actor, { action: 'session.drop_typed', subjectId: actor.id }, now);
	});
}

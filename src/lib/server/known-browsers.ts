import { timingSafeEqual } from 'node:crypto';
import { newId } from './ids.ts';
import { keyedHash } from './secrets.ts';

const idLength = 22;
/** One entry of the cookie: an id, and a keyed hash of it and the person. */
export const isKnownBrowserForm = (text: string): boolean => /^[\w-]{65}$/.test(text);

const seal = (personId: string, id: string) => keyedHash('bekende browser', `${personId}.${id}`);

/** An entry for the browser of somebody who has just signed in with both steps; it never signs anybody in (AUTH-05). */
export function newKnownBrowser(personId: string): string {
	const id = newId();
	return id + seal(personId, id);
}

/** The id of this browser for that person; undefined when the person never signed in here, or the entry is made up. */
export function knownBrowserOf(entries: readonly string[], personId: string): string | undefined {
	const isOf = (entry: string) => {
		const given = Buffer.from(entry.slice(idLength));
		const right = Buffer.from(seal(personId, entry.slice(0, idLength)));
		return given.length === right.length && timingSafeEqual(given, right);
	};
	return entries.filter(isKnownBrowserForm).find(isOf)?.slice(0, idLength);
}

import { decrypt, encrypt } from '../secrets.ts';
import { line } from './form.ts';

/** What somebody searches for: mostly a name, which never stands in an address as such (PRIV-09, IN-07). */
export const searchTerm = line(64);

/** The term as it stands in an address: Back, another page and another language find it again, a history shows no name. */
export const sealedSearch = (term: string): string => (term ? encrypt('zoek', term) : '');

/** The term of an address; '' when there is none, or none of ours. */
export function openedSearch(sealed: string | null): string {
	try {
		return sealed ? decrypt('zoek', sealed) : '';
	} catch {
		return '';
	}
}

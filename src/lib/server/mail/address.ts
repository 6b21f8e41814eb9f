import { emailForm, loginNameOf } from '../login-name.ts';

/** The one address that was typed, as compared; undefined for a list, a name beside it, a line end or another sign (OUT-05). */
export function readAddress(typed: string): string | undefined {
	const address = loginNameOf(typed);
	return address.length <= 254 && emailForm.test(address) ? address : undefined;
}

/**
 * Whether a text is, or ends in, a number that passes the test of eleven of a BSN. The portal has none and wants none
 * (PRIV-02): a broker that sends one is refused.
 */
export function isBsn(text: string): boolean {
	const [, digits] = /(?:^|[^\da-z])(\d{8,9})$/i.exec(text) ?? [];
	if (!digits) return false;
	const numbers = [...digits.padStart(9, '0')].map(Number);
	const sum = numbers.reduce((total, digit, n) => total + digit * (n === 8 ? -1 : 9 - n), 0);
	return sum % 11 === 0;
}

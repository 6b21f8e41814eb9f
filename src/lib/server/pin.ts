import { latinDigits } from './digits.ts';

export const pinLength = 6;
export type PinRefusal = 'pin_cijfers' | 'pin_te_makkelijk' | 'pin_geboortedatum';

/** Six digits of any script, as Latin ones; undefined for anything else. */
export function readPin(typed: string): string | undefined {
	const text = latinDigits(typed.normalize('NFKC')).replace(/[\s\p{Cf}]/gu, '');
	return /^[0-9]{6}$/.test(text) ? text : undefined;
}

function isCounting(pin: string): boolean {
	const steps = new Set([...pin].slice(1).map((digit, n) => (Number(digit) - Number(pin[n]) + 10) % 10));
	return steps.size === 1 && [0, 1, 9].includes([...steps][0] ?? -1);
}

const isRepeating = (pin: string) => /^(\d{2})\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin);

function isBirthDate(pin: string, born: Temporal.PlainDate): boolean {
	const [day, month] = [born.day, born.month].map((n) => String(n).padStart(2, '0'));
	const year = String(born.year);
	const short = year.slice(2);
	const forms = [
		`${day}${month}${short}`,
		`${month}${day}${short}`,
		`${short}${month}${day}`,
		`${month}${year}`,
		`${year}${month}`,
		`${day}${year}`,
		`${year}${day}`
	];
	return forms.includes(pin);
}

/** Why this PIN may not be chosen; undefined when it may. */
export function pinRefusal(pin: string, born: Temporal.PlainDate): PinRefusal | undefined {
	if (isCounting(pin) || isRepeating(pin)) return 'pin_te_makkelijk';
	return isBirthDate(pin, born) ? 'pin_geboortedatum' : undefined;
}

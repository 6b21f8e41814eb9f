import type { Cookies } from '@sveltejs/kit';
import { config } from '../config.ts';

const name = () => (config().isHttps ? '__Host-toetsen' : 'toetsen');
const year = 365 * 24 * 60 * 60;

/** Whether single keys do something in this browser (WCAG 2.1.4); on unless somebody switched them off. */
export const hasKeys = (cookies: Cookies): boolean => cookies.get(name()) !== 'uit';

/** Says nothing about anybody: on or off, for this browser. */
export function setKeys(cookies: Cookies, isOn: boolean): void {
	const options = { path: '/', httpOnly: true, secure: config().isHttps, sameSite: 'lax' as const };
	cookies.set(name(), isOn ? 'aan' : 'uit', { ...options, maxAge: year });
}

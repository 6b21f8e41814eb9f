import type { Locale } from '#lib/paraglide/runtime.js';
import type { Actor } from '#lib/server/actor.ts';

type Switch = keyof { [K in keyof Actor as Actor[K] extends boolean ? K : never]: true };
interface Shown {
	name: string;
	/** The preference of the person that it switches. */
	preference: Switch;
	isOffered: (locale: Locale) => boolean;
}

const always = () => true;
const countsSolarHijri: readonly Locale[] = ['fa', 'fa-AF', 'ps'];

/** The switches of how somebody reads and hears, in the order of the page. */
export const displays = [
	{ name: 'nederlands', preference: 'hasDutchBeside', isOffered: (locale: Locale) => locale !== 'nl' },
	{ name: 'letters', preference: 'hasLargeText', isOffered: always },
	{ name: 'contrast', preference: 'hasHighContrast', isOffered: always },
	{ name: 'geluid', preference: 'hasSound', isOffered: always },
	{
		name: 'zonnejaar',
		preference: 'hasHijriDays',
		isOffered: (locale: Locale) => countsSolarHijri.includes(locale)
	}
] as const satisfies readonly Shown[];
export type Display = (typeof displays)[number]['name'];
export const displayNames = displays.map(({ name }) => name) as [Display, ...Display[]];

import { page } from '$app/state';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import { isUntranslated } from './untranslated.ts';
import type { Words } from './words.ts';

type Message<I> = (inputs: I, options?: { locale?: Locale }) => string;
type Inputs<I> = keyof I extends never ? [] : [inputs: I, dutchInputs?: I];

/**
 * A message in the language of the page with the Dutch under it, when the reader has that switched on.
 * Call it while a component renders: `say(m.vandaag_titel)`.
 * @param args the inputs, and other inputs for the Dutch line where they differ (a weekday, for example)
 */
export function say<I extends object>(message: Message<I>, ...args: Inputs<I>): Words {
	const [inputs, dutchInputs] = args as [I?, I?];
	const own = message(inputs ?? ({} as I));
	// What has no translation is Dutch already, and says so.
	if (getLocale() === 'nl' || !page.data.hasDutchBeside || isUntranslated(own)) return own;
	return { own, nl: message(dutchInputs ?? inputs ?? ({} as I), { locale: 'nl' }) };
}

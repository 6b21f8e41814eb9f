import type { Role } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { isTranslated } from '#lib/ui/languages.ts';

const startPages: Record<Role, string> = {
	inburgeraar: '/vandaag',
	consulent: '/admin',
	coordinator: '/admin',
	beheerder: '/admin',
	partner: '/partner'
};

/** Why somebody has to sign in again: after being away, with or without something typed that was kept (SES-11). */
export const endedBy = ({ searchParams }: URL) =>
	(['verlopen', 'bewaard'] as const).find((reason) => reason === searchParams.get('reden')) ?? null;

/**
 * The first page of somebody who is signed in, in the language of the profile; staff pages exist in nl and en only.
 * @param back what startSession answered: where something typed waits
 */
export function startOf({ role, locale }: { role: Role; locale: string }, back?: string): string {
	const page = back ?? startPages[role];
	if (role === 'inburgeraar') return localizeHref(page, isTranslated(locale) ? { locale } : {});
	return localizeHref(page, { locale: locale === 'en' ? 'en' : 'nl' });
}

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

/** The first page of somebody who is signed in, in the language of the profile; staff pages exist in nl and en only. */
export function startOf({ role, locale }: { role: Role; locale: string }): string {
	if (role === 'inburgeraar') return localizeHref(startPages[role], isTranslated(locale) ? { locale } : {});
	return localizeHref(startPages[role], { locale: locale === 'en' ? 'en' : 'nl' });
}

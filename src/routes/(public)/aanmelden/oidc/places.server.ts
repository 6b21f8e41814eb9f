import { localizeHref } from '#lib/paraglide/runtime.js';
import type { OidcReason } from '#lib/server/oidc.ts';
import type { Errand } from '#lib/server/oidc-seal.ts';

const ownPage = '/instellingen/koppeling';
const isOfStaff = (errand: Errand) =>
	errand.kind === 'medewerker' || ('back' in errand && errand.back !== ownPage);

/** In the language the person left in; staff pages exist in nl and en only. */
const inLanguageOf = (errand: Errand, path: string) =>
	localizeHref(path, { locale: isOfStaff(errand) && errand.locale !== 'en' ? 'nl' : errand.locale });

/** Where somebody goes on who was signed in already. */
export const nextPage = (errand: Errand): string =>
	inLanguageOf(errand, 'back' in errand ? errand.back : '/');

/** The page that says what went wrong and what else there is. */
export function problemPage(errand: Errand | undefined, reason: OidcReason): string {
	if (!errand) return localizeHref(`/aanmelden/oidc?reden=${reason}`);
	if ('back' in errand)
		return inLanguageOf(errand, `${isOfStaff(errand) ? '/beveiliging' : ownPage}?reden=${reason}`);
	const forStaff = isOfStaff(errand) ? '&voor=medewerker' : '';
	return inLanguageOf(errand, `/aanmelden/oidc?reden=${reason}${forStaff}`);
}

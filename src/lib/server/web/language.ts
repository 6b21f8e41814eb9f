import { redirect, type Cookies, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { languageNamed } from '#lib/domain/languages.ts';
import { locales, type LocaleId } from '#lib/domain/vocabulary.ts';
import { readCookie, setChosen } from './session.ts';

/** Staff pages exist in these. */
const staffLocales: readonly LocaleId[] = ['nl', 'en'];
const isStaffPage = (routeId: string) => /^\/(admin|partner)(\/|$)/.test(routeId);

const localeIn = (text: string | null | undefined): LocaleId | undefined => locales.find((id) => id === text);
/** The language in front of a path, and the path without it. Dutch has no prefix. */
function split(pathname: string): { shown: LocaleId; bare: string } {
	const [, prefix, rest = ''] = /^\/([^/]+)(\/.*)?$/s.exec(pathname) ?? [];
	const shown = localeIn(prefix) ?? 'nl';
	return shown === 'nl' ? { shown, bare: pathname } : { shown, bare: rest };
}
/** A path of this site, whatever it begins with. */
function pathIn(locale: LocaleId, bare: string): string {
	const path = bare.replace(/^\/+/, '/');
	return locale === 'nl' ? path || '/' : `/${locale}${path === '/' ? '' : path}`;
}
/** The query as it was written, without what the switcher asks. */
const queryOf = ({ search }: URL): string => {
	const parts = search.slice(1).split('&');
	const kept = parts.filter((part) => part && !new URLSearchParams(part).has('wissel'));
	return kept.length > 0 ? `?${kept.join('&')}` : '';
};

/** `/prs/pip` is written `/fa-AF/pip`, and Dutch has no prefix; absent for every other address (IN-13). */
export function canonicalAddress({ pathname, search }: URL): string | undefined {
	const [, prefix = '', rest = ''] = /^\/([^/]+)(\/.*)?$/s.exec(pathname) ?? [];
	const locale = languageNamed(prefix);
	if (!locale || (locale === prefix && locale !== 'nl')) return undefined;
	return pathIn(locale, rest) + search;
}

/** Which language was chosen in this browser last: in the switcher, in the settings, or with the profile at sign-in. */
export const chosenLocale = (cookies: Cookies): LocaleId | undefined => localeIn(readCookie(cookies, 'taal'));

/** The address that says in which language to answer: a page that does not exist says so in the chosen language. */
export function addressOfLanguage({ cookies, route, url }: RequestEvent): URL {
	const { shown, bare } = split(url.pathname);
	const chosen = route.id === null && shown === 'nl' ? chosenLocale(cookies) : undefined;
	return chosen ? new URL(pathIn(chosen, bare) + url.search, url) : url;
}

/**
 * Where a page must be asked instead, or undefined when it is in the right language.
 * Order: what the switcher asks now, the prefix, the last choice in this browser, the profile, Dutch.
 */
export function addressToFollow(
	url: URL,
	routeId: string,
	known: { chosen?: LocaleId; profile?: LocaleId }
): string | undefined {
	const { shown, bare } = split(url.pathname);
	const asked = localeIn(url.searchParams.get('wissel'));
	const wanted = asked ?? (shown === 'nl' ? (known.chosen ?? known.profile ?? 'nl') : shown);
	const locale = isStaffPage(routeId) && !staffLocales.includes(wanted) ? 'nl' : wanted;
	if (locale === shown && !url.searchParams.has('wissel')) return undefined;
	return pathIn(locale, bare) + queryOf(url);
}

/** Remembers what the switcher asks, and leads a page that was asked in another language to the right one. */
export function followLanguage(event: ServerLoadEvent): void {
	const { cookies, isDataRequest, locals, request, route, url } = event;
	const asked = localeIn(url.searchParams.get('wissel'));
	if (asked) setChosen(cookies, asked);
	if (!['GET', 'HEAD'].includes(request.method) || isDataRequest || route.id === null) return;
	const known = { chosen: chosenLocale(cookies), profile: localeIn(locals.actor?.locale) };
	const address = addressToFollow(url, route.id, known);
	if (address) redirect(303, address);
}

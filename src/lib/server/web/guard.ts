import { error, redirect } from '@sveltejs/kit';
import { isConsulent, isCoordinator, isInburgeraar, isKeeper, isStaff, type Actor, type Consulent, type Coordinator, type Inburgeraar, type Keeper, type Staff } from '../actor.ts'; // prettier-ignore
import { roles, type Role } from '#lib/domain/vocabulary.ts';

/** Areas of the site by the first part of the route id, and who may enter. Anything not named here is refused (AC-02). */
const areas: readonly [prefix: string, roles: readonly Role[] | 'everybody'][] = [
	['/(public)', 'everybody'],
	// Courses to choose from: for everybody; with what the plan says for a participant.
	['/(cursussen)', 'everybody'],
	['/(inburgeraar)', ['inburgeraar']],
	['/admin', ['consulent', 'coordinator', 'beheerder']],
	['/partner', ['partner']],
	['/wachtwoord', ['consulent', 'coordinator', 'beheerder', 'partner']],
	['/beveiliging', ['consulent', 'coordinator', 'beheerder', 'partner']],
	['/bevestigen', ['consulent', 'coordinator', 'beheerder', 'partner']],
	['/verder', roles],
	// Past the password, before a login session: a cookie of its own says whose (SES-09).
	['/tweede-stap', 'everybody'],
	// The link in the mail says whose password (AUTH-08).
	['/wachtwoord-vergeten', 'everybody'],
	// Outside /admin, because it exists in the languages of participants.
	['/themaproef', ['coordinator']],
	['/api/v1', 'everybody']
];

/** All that opens before a password made by somebody else is replaced. */
const beforePassword = ['/wachtwoord', '/(public)/afmelden', '/(public)/theme/[slug].css', '/(public)/healthz', '/(public)/readyz']; // prettier-ignore

export type Entry = 'open' | 'sign_in' | 'password' | 'forbidden' | 'unknown';

/** Decides on the route id alone, never on the text of the URL (FACT-2). */
export function entry(routeId: string | null, actor: Actor | null): Entry {
	const area = areas.find(([prefix]) => routeId === prefix || routeId?.startsWith(`${prefix}/`));
	if (!area) return 'unknown';
	if (actor?.mustChangePassword && !beforePassword.includes(routeId ?? '')) return 'password';
	if (area[1] === 'everybody') return 'open';
	if (!actor) return 'sign_in';
	return area[1].includes(actor.role) ? 'open' : 'forbidden';
}

const signIn = (): never => redirect(303, '/aanmelden');

/** The guard of every load and action of the participant's pages. */
export function inburgeraarOf(locals: App.Locals): Inburgeraar {
	if (!locals.actor) signIn();
	return isInburgeraar(locals.actor) ? locals.actor : error(403);
}

/** The guard of every load and action under /admin. */
export function staffOf(locals: App.Locals): Staff {
	if (!locals.actor) signIn();
	return isStaff(locals.actor) ? locals.actor : error(403);
}

/** The guard of reading outside the own caseload, which a coordinator has no need of. */
export function consulentOf(locals: App.Locals): Consulent {
	if (!locals.actor) signIn();
	return isConsulent(locals.actor) ? locals.actor : error(403);
}

/** The guard of figures, local policy and theme. */
export function coordinatorOf(locals: App.Locals): Coordinator {
	if (!locals.actor) signIn();
	return isCoordinator(locals.actor) ? locals.actor : error(403);
}

/** The guard of the accounts of staff. */
export function keeperOf(locals: App.Locals): Keeper {
	if (!locals.actor) signIn();
	return isKeeper(locals.actor) ? locals.actor : error(403);
}

/** The guard of the own password: everybody who has one. */
export function memberOf(locals: App.Locals): Actor {
	if (!locals.actor) signIn();
	return !locals.actor || isInburgeraar(locals.actor) ? error(403) : locals.actor;
}

/** The guard of what everybody has who is signed in. */
export function signedInOf(locals: App.Locals): Actor {
	return locals.actor ?? signIn();
}

/** The guard of the staff pages that a beheerder also has. */
export function employeeOf(locals: App.Locals): Actor {
	if (!locals.actor) signIn();
	const { actor } = locals;
	return isStaff(actor) || actor?.role === 'beheerder' ? actor : error(403);
}

/** The guard of everything under /partner. */
export function partnerOf(locals: App.Locals): Actor & { partnerId: string; gemeenteId: string } {
	if (!locals.actor) signIn();
	const { actor } = locals;
	if (actor?.role !== 'partner' || !actor.partnerId || !actor.gemeenteId) error(403);
	return { ...actor, partnerId: actor.partnerId, gemeenteId: actor.gemeenteId };
}

/** Where somebody goes on after proving again who it is. */
export const provenPlaces = ['/beveiliging', '/admin/medewerkers', '/admin/medewerkers/nieuw', '/admin/overzicht'] as const; // prettier-ignore
const proofMinutes = 10;

/** Whether a proof is at most ten minutes old, for rights of others, exports, and how somebody signs in (AUTH-11). */
export function isProven(actor: Actor, now: Temporal.Instant): boolean {
	const until = actor.provenAt?.add({ minutes: proofMinutes });
	return until !== undefined && Temporal.Instant.compare(now, until) <= 0;
}

/** The same where nothing was typed that could be lost: to the page that asks for a proof, and from there to `back`. */
export function proven(actor: Actor, now: Temporal.Instant, back: (typeof provenPlaces)[number]): void {
	if (!isProven(actor, now)) redirect(303, `/bevestigen?naar=${back}`);
}

/** Found, or the one and only 404: 'not yours' and 'does not exist' look the same (AC-06). */
export function found<T>(value: T | undefined | null): T {
	if (value === undefined || value === null) error(404);
	return value;
}

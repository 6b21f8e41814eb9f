import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { beginOidc, oidcFor, oidcForActor } from '#lib/server/oidc.ts';
import { oidcKeyOf } from '#lib/server/oidc-links.ts';
import { oidcPlaces, type Errand } from '#lib/server/oidc-seal.ts';
import { found, isProven, proven } from '#lib/server/web/guard.ts';
import { setOidc } from '#lib/server/web/session.ts';
import { problemPage } from '../places.server.ts';
import type { RequestHandler } from './$types';

/** What the address asks for; `koppel` and `bevestig` only with the key that the own pages of this login session hold. */
function errandOf({ actor, locale, now }: App.Locals, query: URLSearchParams): Errand | undefined {
	const asked = query.get('doel');
	if (asked === 'medewerker') return oidcFor('staff') && { kind: asked, locale };
	if (asked !== 'koppel' && asked !== 'bevestig')
		return oidcFor('participants') && { kind: 'inburgeraar', locale };
	if (!actor || !oidcForActor(actor) || query.get('sleutel') !== oidcKeyOf(actor)) return undefined;
	const [ownPage, staffPage, ...others] = oidcPlaces;
	const isParticipant = actor.role === 'inburgeraar';
	if (asked === 'koppel' && !isParticipant) proven(actor, now, staffPage);
	if (asked === 'koppel' && !isProven(actor, now)) redirect(303, localizeHref(ownPage));
	const staffBack = others.find((place) => place === query.get('naar')) ?? staffPage;
	const back = isParticipant ? ownPage : staffBack;
	return { kind: asked, locale, back, personId: actor.id, sessionId: actor.sessionId };
}

/** Sends the browser to the identity provider. A link, no form: a form may not lead to another site (HDR-02). */
export const GET: RequestHandler = async ({ locals, cookies, url }) => {
	const errand = found(errandOf(locals, url.searchParams));
	const way = await beginOidc(errand, locals.now);
	if (!way) redirect(303, problemPage(errand, 'storing'));
	setOidc(cookies, way.sealed);
	redirect(303, way.url);
};

import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref, locales, type Locale } from '#lib/paraglide/runtime.js';
import { endSessionById, revokeDevice } from '#lib/server/devices.ts';
import { changePreferences, consulentOf, endOtherPlaces, placesOf } from '#lib/server/settings.ts';
import { oidcFor } from '#lib/server/oidc.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { choice, readForm } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { deviceTokens, setChosen } from '#lib/server/web/session.ts';
import { confirmations, type Confirmation } from './confirmations.ts';
import { displayNames, displays, type Display } from './displays.ts';
import { shapePlace } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const done = (what: Confirmation, locale?: Locale) =>
	redirect(303, localizeHref(`/instellingen?klaar=${what}`, { locale }));

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
	const actor = inburgeraarOf(locals);
	return {
		done: confirmations.find((known) => known === url.searchParams.get('klaar')),
		profile: actor.locale,
		isOn: Object.fromEntries(displays.map(({ name, preference }) => [name, actor[preference]])) as Record<Display, boolean>, // prettier-ignore
		places: (await placesOf(actor, locals.now)).map(shapePlace),
		consulent: await consulentOf(actor),
		address: (await gemeenteOf(actor))?.postalAddress,
		oidc: oidcFor('participants'),
		isKnownDevice: deviceTokens(cookies).length > 0
	};
};

const display = z.object({ wat: choice(displayNames), stand: choice(['aan', 'uit']) });
/** An id of any other form is nobody's: the same 404. */
const anId = z.object({ id: z.string().max(40) });

export const actions: Actions = {
	taal: async ({ request, locals, cookies }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ taal: choice(locales) }));
		if (!form.ok) return fail(400, { noLanguage: true });
		await changePreferences(actor, { locale: form.data.taal }, locals.now);
		setChosen(cookies, form.data.taal);
		done('taal', form.data.taal);
	},
	weergave: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, display);
		if (!form.ok) error(400);
		const { wat, stand } = form.data;
		const isOn = stand === 'aan';
		const shown = displays.find(({ name }) => name === wat);
		await changePreferences(actor, { [found(shown).preference]: isOn }, locals.now);
		done(`${wat}_${stand}`);
	},
	vergeet: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, anId);
		if (!form.ok || !(await revokeDevice(actor, form.data.id, locals.now))) error(404);
		done('toestel');
	},
	beeindig: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, anId);
		if (!form.ok || !(await endSessionById(actor, form.data.id, locals.now))) error(404);
		done('sessie');
	},
	anderen: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		await readForm(request, z.object({}));
		await endOtherPlaces(actor, locals.now);
		done('anderen');
	}
};

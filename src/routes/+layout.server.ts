import { config } from '#lib/server/config.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { followLanguage } from '#lib/server/web/language.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page needs, signed in or not. Holds nothing that only one role may see. */
export const load: LayoutServerLoad = async (event) => {
	const { locals } = event;
	followLanguage(event);
	const gemeente = await gemeenteOf(locals.actor);
	return {
		locale: locals.locale,
		hasDutchBeside: locals.actor?.hasDutchBeside ?? true,
		hasSound: locals.actor?.hasSound ?? true,
		hasHijriDays: locals.actor?.hasHijriDays ?? true,
		isDemo: config().isDemo,
		gemeente: gemeente
			? { name: gemeente.name, phone: gemeente.phone, openingHours: gemeente.openingHours }
			: null,
		/** Address of the colours and letters of the municipality, when it has its own. */
		theme: gemeente && Object.keys(gemeente.theme).length > 0 ? `/theme/${gemeente.slug}.css` : null,
		role: locals.actor?.role ?? null
	};
};

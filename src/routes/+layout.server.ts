import { isRecorded } from '#lib/domain/vocabulary.ts';
import { playableClips } from '#lib/server/clips.ts';
import { config } from '#lib/server/config.ts';
import { clipText } from '#lib/server/format.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { followLanguage } from '#lib/server/web/language.ts';
import { spokenTexts } from '#lib/ui/core-texts.ts';
import type { LayoutServerLoad } from './$types';

/** Recordings for the texts of this page: one read, and none in a language that phones speak. */
async function clipsOn({ actor, locale }: App.Locals, page: string | null) {
	if (!isRecorded(locale) || page === null) return [];
	const clips = await playableClips(actor?.gemeenteId ?? null, locale, spokenTexts(locale, page));
	return clips.map(clipText);
}

/** What the frame of every page needs, signed in or not. Holds nothing that only one role may see. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, route } = event;
	followLanguage(event);
	const gemeente = await gemeenteOf(locals.actor);
	const hasSound = locals.actor?.hasSound ?? true;
	return {
		locale: locals.locale,
		hasDutchBeside: locals.actor?.hasDutchBeside ?? true,
		hasSound,
		clips: hasSound ? await clipsOn(locals, route.id) : [],
		savesData: locals.savesData,
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

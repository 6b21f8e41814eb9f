import { isRecorded } from '#lib/domain/vocabulary.ts';
import { playableClips } from '#lib/server/clips.ts';
import { config } from '#lib/server/config.ts';
import { clipText, momentText } from '#lib/server/format.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { limits } from '#lib/server/lucia-adapter.ts';
import { isText, typedOf } from '#lib/server/typed-drafts.ts';
import { followLanguage } from '#lib/server/web/language.ts';
import { spokenTexts } from '#lib/ui/core-texts.ts';
import type { LayoutServerLoad } from './$types';

/** Recordings for the texts of this page: one read, and none in a language that phones speak. */
async function clipsOn({ actor, locale }: App.Locals, page: string | null) {
	if (!isRecorded(locale) || page === null) return [];
	const clips = await playableClips(actor?.gemeenteId ?? null, locale, spokenTexts(locale, page));
	return clips.map(clipText);
}

/** The local time at which the login session ends, when that comes before being idle for so long would (SES-04). */
function endOf({ actor, now }: App.Locals): string | null {
	if (!actor?.endsAt) return null;
	const left = now.until(actor.endsAt).total('milliseconds');
	return left < limits(actor.role).idle ? momentText(actor.endsAt, 'nl').time : null;
}

/** What was typed too late: all of it for the form, and what is worth reading (SES-11). */
const typedIn = async (personId: string, now: Temporal.Instant) =>
	(await typedOf(personId, now)).map(({ id, path, action, fields }) => ({
		...{ id, path, action, fields },
		texts: fields.map(([, value]) => value).filter(isText)
	}));

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
		role: locals.actor?.role ?? null,
		endsAt: endOf(locals),
		typed: locals.actor ? await typedIn(locals.actor.id, locals.now) : []
	};
};

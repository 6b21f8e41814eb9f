import { z } from 'zod';
import { leerroutes, locales } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import { recordListRead } from '#lib/server/audit.ts';
import { fold } from '#lib/server/fold.ts';
import { numericDate } from '#lib/server/format.ts';
import { handoverChoices, type Handover, type HandoverPreview } from '#lib/server/overdracht.ts';
import { openedSearch, sealedSearch, searchTerm } from '#lib/server/web/search.ts';
import { choice, day, formKey, idField, optional } from '#lib/server/web/form.ts';

const shownAtOnce = 300;

/** Ticked people, or everybody of the list that was shown (`lijst` holds them all). */
const ids = z.preprocess(
	(value) => (value === '' || value === undefined ? [] : [value].flat()),
	z.array(idField).max(shownAtOnce)
);
export const many = ['wie', 'lijst'];
export const schema = z.object({
	...{ formKey, wie: ids, lijst: ids, welke: choice(['gekozen', 'iedereen']) },
	...{ naar: idField, vanaf: day, tot: optional(day) }
});

export function handoverFrom(data: z.infer<typeof schema>): Handover {
	const { welke, wie, lijst, naar, vanaf, tot: totEnMet } = data;
	const people = [...new Set(welke === 'iedereen' ? lijst : wie)];
	return { people, naar, vanaf, ...(totEnMet ? { totEnMet } : {}) };
}

export const searchSchema = z.object({
	zoek: searchTerm,
	taal: optional(choice(locales)),
	route: optional(choice(leerroutes)),
	consulent: optional(idField)
});

/** The address with these filters; what was searched for stands sealed in it. */
export function filteredPath({ zoek, ...rest }: z.infer<typeof searchSchema>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ zoek: sealedSearch(zoek), ...rest }))
		if (value) query.set(name, value);
	return `/admin/overdracht/nieuw?${query}`;
}

/** Whom the actor can choose from, by the filters in the address; written to the audit log (AUD-02). */
export async function shapeChoices(actor: Staff, url: URL, now: Temporal.Instant) {
	const { people, colleagues, planned } = await handoverChoices(actor);
	const asked = (name: 'taal' | 'route' | 'consulent') => url.searchParams.get(name)?.slice(0, 64) ?? '';
	const chosen = {
		...{ taal: asked('taal'), route: asked('route'), consulent: asked('consulent') },
		zoek: openedSearch(url.searchParams.get('zoek'))
	};
	const wanted = people.filter(
		(one) =>
			(!chosen.taal || one.locale === chosen.taal) &&
			(!chosen.route || one.leerroute === chosen.route) &&
			(!chosen.consulent || one.consulentId === chosen.consulent) &&
			one.nameFolded.includes(fold(chosen.zoek))
	);
	const consulenten = new Map(people.map((one) => [one.consulentId ?? '', one.consulentName ?? '']));
	const shown = wanted.slice(0, shownAtOnce);
	await recordListRead(actor, 'overdracht', shown.map(({ id }) => id), now); // prettier-ignore
	return {
		chosen,
		total: wanted.length,
		people: shown.map((one) => ({
			...{ id: one.id, name: one.name, language: one.locale, leerroute: one.leerroute },
			...{
				consulent: actor.role === 'coordinator' ? one.consulentName : null,
				isPlanned: planned.has(one.id)
			}
		})),
		colleagues: colleagues.map(({ id, name }) => ({ value: id, text: name })),
		languages: locales.filter((locale) => people.some((one) => one.locale === locale)),
		routes: leerroutes.filter((route) => people.some((one) => one.leerroute === route)),
		consulenten:
			actor.role === 'coordinator'
				? [...consulenten].filter(([id]) => id).map(([value, text]) => ({ value, text }))
				: []
	};
}

/** What would happen, as it is read before it happens. */
export const shapePreview = ({ people, languages, naar }: HandoverPreview, handover: Handover) => ({
	...{ people: people.map(({ id, name, locale }) => ({ id, name, language: locale })), languages },
	...{ naar: naar.name, naarId: naar.id },
	...{ vanaf: numericDate(handover.vanaf), vanafIso: handover.vanaf.toString() },
	tot: handover.totEnMet ? numericDate(handover.totEnMet) : null,
	totIso: handover.totEnMet?.toString() ?? ''
});

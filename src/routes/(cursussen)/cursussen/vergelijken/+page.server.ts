import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { kosten } from '#lib/domain/cursussen/geld.ts';
import { aanbodText, feitenText } from '#lib/server/cursus-tekst.ts';
import { euroText } from '#lib/server/format.ts';
import { gevondenVoor, isGeregeld, readKeuze } from '../keuze.server.ts';
import type { PageServerLoad } from './$types';

/** So many fit side by side on a phone. */
const most = 3;

export const load: PageServerLoad = async ({ locals, url }) => {
	const keuze = await readKeuze({ locals, url });
	if (isGeregeld(keuze)) redirect(303, localizeHref('/cursussen'));
	const all = await gevondenVoor(keuze);
	const asked = new Set(url.searchParams.getAll('c'));
	const named = all.filter(({ aanbod }) => asked.has(aanbod.id));
	// Nothing chosen: the three that fit best.
	const chosen = (named.length > 0 ? named : all).slice(0, most);
	const { vraag, situatie } = keuze;
	return {
		query: keuze.query,
		isTooMany: named.length > most,
		fields: [...new URLSearchParams(keuze.query)].map(([name, value], n) => ({ n, name, value })),
		offers: all.map(({ aanbod: { id, name, provider } }) => ({ id, name, provider })),
		chosen: chosen.map(({ aanbod, passing }) => {
			const { cursusCenten, bekendCenten, isOnvolledig } = kosten(
				aanbod,
				vraag,
				situatie?.behaald ?? [],
				situatie?.niveaus
			);
			return {
				...aanbodText(aanbod, passing),
				feiten: feitenText(aanbod, vraag, locals.locale),
				// Exams alone are no price of a course.
				kosten: cursusCenten === null ? null : `${euroText(bekendCenten)}${isOnvolledig ? ' +' : ''}`
			};
		})
	};
};

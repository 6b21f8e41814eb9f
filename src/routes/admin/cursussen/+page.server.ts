import { keurmerkStand, verouderdeFeiten, zijnStartsVoorbij } from '#lib/domain/cursussen/actueel.ts';
import { leerroutes, type CursusNiveau } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { aanbodOf } from '#lib/server/courses.ts';
import { catalogueOf } from '#lib/server/courses-edit.ts';
import { fold } from '#lib/server/fold.ts';
import { euroText, numericDate } from '#lib/server/format.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { attention } from './attention.ts';
import type { PageServerLoad } from './$types';

/** So many rows on a page; filters find the others. */
const most = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	const today = dayOf(locals.now);
	const query = url.searchParams;
	const pick = <T extends string>(name: string, values: readonly T[]) =>
		values.find((value) => value === query.get(name)) ?? null;
	const q = (query.get('q') ?? '').slice(0, 64);
	const route = pick('route', leerroutes);
	const letOp = pick('letop', attention);
	const rows = (await catalogueOf(actor)).map((course) => {
		const aanbod = aanbodOf(course);
		const oud = verouderdeFeiten(aanbod, today);
		const keurmerk = keurmerkStand(aanbod, today);
		const isVoorbij = zijnStartsVoorbij(aanbod, today);
		return {
			...{ id: course.id, provider: course.provider, name: course.name, route: course.route },
			...{ van: course.levelFrom as CursusNiveau, tot: course.levelTo as CursusNiveau, place: course.place },
			prijs: course.priceTotalCents === null ? null : euroText(course.priceTotalCents),
			keurmerkTot: aanbod.keurmerkValidUntil && numericDate(aanbod.keurmerkValidUntil),
			gezien: numericDate(course.checkedOn),
			...{ oud, keurmerk, isVoorbij, isActive: course.isActive }
		};
	});
	const holds = {
		verouderd: ({ oud }: (typeof rows)[number]) => oud.length > 0,
		keurmerk: ({ keurmerk }: (typeof rows)[number]) => keurmerk !== 'geldig',
		prijs: ({ prijs }: (typeof rows)[number]) => prijs === null,
		start: ({ isVoorbij }: (typeof rows)[number]) => isVoorbij,
		verborgen: ({ isActive }: (typeof rows)[number]) => !isActive
	};
	const found = rows.filter(
		(row) =>
			(!route || row.route === route) &&
			(!letOp || holds[letOp](row)) &&
			fold(`${row.provider} ${row.name}`).includes(fold(q))
	);
	return {
		...{ q, route, letOp, total: found.length, isKlaar: query.get('klaar') === '1' },
		cursussen: found.slice(0, most)
	};
};

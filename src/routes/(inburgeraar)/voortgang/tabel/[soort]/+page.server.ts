import { categoriesOfMeter, courseCategories } from '#lib/domain/hours.ts';
import type { Meter } from '#lib/domain/onderdelenPerRoute.ts';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import { progressOf } from '#lib/server/progress.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { shapeRows } from '../../rows.server.ts';
import type { PageServerLoad } from './$types';

const limit = 40;
const kinds = new Map<string, readonly HourCategory[]>([
	...Object.entries(categoriesOfMeter),
	['lessen', courseCategories]
]);

/** All rows behind one total, forty entries a page. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = inburgeraarOf(locals);
	const categories = found(kinds.get(params.soort));
	const progress = found(await progressOf(actor, actor.id, locals.now));
	const page = Math.min(1000, Math.max(1, Math.trunc(Number(url.searchParams.get('pagina'))) || 1));
	const rows = shapeRows(progress, categories, { from: (page - 1) * limit, limit });
	return {
		soort: params.soort as Meter['code'] | 'lessen',
		rows,
		newer: page > 1 ? page - 1 : null,
		older: rows.earlier ? page + 1 : null
	};
};

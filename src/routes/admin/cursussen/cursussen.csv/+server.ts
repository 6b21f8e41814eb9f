import { csvResponse } from '#lib/server/csv.ts';
import { dayOf } from '#lib/server/clock.ts';
import { exportCatalogue } from '#lib/server/courses-edit.ts';
import { cursusKolommen } from '#lib/domain/cursussen/kolommen.ts';
import { textOf } from '#lib/server/web/course-fields.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** The catalogue in the columns of an import: read in again, it changes nothing (OUT-04). */
export const GET: RequestHandler = async ({ locals }) => {
	const courses = await exportCatalogue(staffOf(locals), locals.now);
	const rows = courses.map(textOf).map((text) => cursusKolommen.map((field) => text[field]));
	return csvResponse([cursusKolommen, ...rows], `cursussen-${dayOf(locals.now).toString()}.csv`);
};

import { csvResponse } from '#lib/server/csv.ts';
import { cursusKolommen } from '#lib/domain/cursussen/kolommen.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** The columns of an import, with nothing below them. */
export const GET: RequestHandler = ({ locals }) => {
	staffOf(locals);
	return csvResponse([cursusKolommen], 'cursussen-voorbeeld.csv');
};

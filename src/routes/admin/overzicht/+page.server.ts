import { figuresOf } from '#lib/server/figures.ts';
import { numericDate } from '#lib/server/format.ts';
import { coordinatorOf } from '#lib/server/web/guard.ts';
import { shapeFigures } from './shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const figures = await figuresOf(coordinatorOf(locals), locals.now);
	return {
		day: numericDate(figures.day),
		total: figures.shown.total,
		contact: figures.contact,
		tables: shapeFigures(figures)
	};
};

import { m } from '#lib/paraglide/messages.js';
import { csvResponse } from '#lib/server/csv.ts';
import { exportFigures } from '#lib/server/figures.ts';
import { coordinatorOf, proven } from '#lib/server/web/guard.ts';
import { shapeFigures } from '../shape.server.ts';
import type { RequestHandler } from './$types';

/** The figures as the page shows them: what is hidden there is hidden here. */
export const GET: RequestHandler = async ({ locals }) => {
	const actor = coordinatorOf(locals);
	proven(actor, locals.now, '/admin/overzicht');
	const figures = await exportFigures(actor, locals.now);
	const hidden = m.admin_cijfers_verborgen();
	const rows = shapeFigures(figures).flatMap(({ title, source, rows: cells }) =>
		cells.map(({ label, count }) => [title, label, count ?? hidden, source])
	);
	const head = [
		m.admin_cijfers_tabel(),
		m.admin_cijfers_wat(),
		m.admin_cijfers_aantal(),
		m.admin_cijfers_bron()
	];
	const all = [m.admin_cijfers_iedereen(), '', figures.shown.total ?? hidden, ''];
	return csvResponse([head, all, ...rows], `cijfers-${figures.day.toString()}.csv`);
};

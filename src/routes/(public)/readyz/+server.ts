import { text } from '@sveltejs/kit';
import { config } from '#lib/server/config.ts';
import { database } from '#lib/server/db/current.ts';
import { securityTxtWarning } from '#lib/server/security-txt.ts';
import type { RequestHandler } from './$types';

/** The database is open, migrated and answers. A second line warns of what will need somebody soon (HDR-05). */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		await database().ping();
		const warning = securityTxtWarning(config(), locals.now);
		return text(warning ? `ok\n${warning}\n` : 'ok');
	} catch {
		return text('not ready', { status: 503, headers: { 'retry-after': '5' } });
	}
};

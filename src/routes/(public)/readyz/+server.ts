import { text } from '@sveltejs/kit';
import { database } from '#lib/server/db/current.ts';
import type { RequestHandler } from './$types';

/** The database is open, migrated and answers. */
export const GET: RequestHandler = async () => {
	try {
		await database().ping();
		return text('ok');
	} catch {
		return text('not ready', { status: 503, headers: { 'retry-after': '5' } });
	}
};

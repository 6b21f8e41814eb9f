import { text } from '@sveltejs/kit';
import { config } from '#lib/server/config.ts';
import { securityTxt } from '#lib/server/security-txt.ts';
import type { RequestHandler } from './$types';

/** Where somebody who found a weakness may tell it (HDR-05). */
export const GET: RequestHandler = ({ locals }) =>
	text(securityTxt(config(), locals.now), { headers: { 'content-type': 'text/plain; charset=utf-8' } });

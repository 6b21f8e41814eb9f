import { antwoordOp, asJson } from '#lib/domain/aanvraag.ts';
import { secondsToWait } from '#lib/server/web/rate.ts';
import { apiVersion, problem } from '../problem.server.ts';
import type { RequestHandler } from './$types';

const mostPerMinute = 120;

/**
 * The law on facts, as the law command gives it. Stores nothing, reads no cookie, and needs no Origin: the one
 * exemption from the Origin wall (IN-04).
 */
export const POST: RequestHandler = async ({ request, getClientAddress, locals }) => {
	const wait = secondsToWait(getClientAddress(), mostPerMinute, locals.now);
	if (wait > 0) return problem(429, 'Too many requests', {}, { 'retry-after': String(wait) });
	if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
		return problem(415, 'Send application/json');
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer()));
	} catch {
		const errors = [{ index: null, path: '', code: 'json', message: 'The body is not JSON in UTF-8' }];
		return problem(400, 'The facts are not valid', { errors });
	}
	const answer = antwoordOp(json);
	if ('errors' in answer) return problem(400, 'The facts are not valid', { errors: answer.errors });
	return new Response(asJson(answer.outcomes), {
		headers: { 'content-type': 'application/json; charset=utf-8', 'api-version': apiVersion }
	});
};

import { soundOf } from '#lib/server/clips.ts';
import { found } from '#lib/server/web/guard.ts';
import type { RequestHandler } from './$types';

/** Recorded speech, whole or in part: some phones play only what they can ask for in parts. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const { mediaType, content } = found(await soundOf(locals.actor, params.id));
	const headers = { 'content-type': mediaType, 'accept-ranges': 'bytes' };
	const body = (from: number, to: number) => new Uint8Array(content.subarray(from, to));
	const [, first, last] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(request.headers.get('range') ?? '') ?? [];
	if (first === undefined) {
		return new Response(body(0, content.length), {
			headers: { ...headers, 'content-length': String(content.length) }
		});
	}
	const from = Number(first);
	const to = Math.min(last ? Number(last) + 1 : content.length, content.length);
	if (from >= to)
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${content.length}` } });
	return new Response(body(from, to), {
		status: 206,
		headers: {
			...headers,
			'content-length': String(to - from),
			'content-range': `bytes ${from}-${to - 1}/${content.length}`
		}
	});
};

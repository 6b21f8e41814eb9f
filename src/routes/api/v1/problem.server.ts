export const apiVersion = '1.0.0';

/** RFC 9457, in English: callers are programs. */
export function problem(
	status: number,
	title: string,
	more: object = {},
	headers: HeadersInit = {}
): Response {
	return new Response(JSON.stringify({ type: 'about:blank', title, status, ...more }), {
		status,
		headers: {
			'content-type': 'application/problem+json; charset=utf-8',
			'api-version': apiVersion,
			...headers
		}
	});
}

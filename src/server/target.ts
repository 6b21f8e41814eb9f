import type { Limits } from './limits.ts';

export type Target =
	| { kind: 'canonical'; path: string }
	| { kind: 'moved'; location: string }
	| { kind: 'refused'; status: 400 | 414 };

const refused = (status: 400 | 414): Target => ({ kind: 'refused', status });

/** IN-05: the one spelling of a request target, so that no rule about a path can be passed by spelling it otherwise. */
export function readTarget(target: string, limits: Limits): Target {
	const mark = target.indexOf('?');
	const path = mark === -1 ? target : target.slice(0, mark);
	const search = mark === -1 ? '' : target.slice(mark);
	if (path.length > limits.pathBytes || search.length > limits.queryBytes) return refused(414);
	if (!path.startsWith('/') || /[^\x21-\x7e]|#/.test(target) || !isDecodable(path)) return refused(400);
	const canonical = withoutDots(normaliseEscapes(path).replaceAll(/\/{2,}/g, '/'));
	if (canonical.split('/').length - 1 > limits.pathSegments) return refused(400);
	return canonical === path ? { kind: 'canonical', path } : { kind: 'moved', location: canonical + search };
}

/** Separators, NUL, control characters and a percent sign have no place in a path, not even encoded. */
function isDecodable(path: string): boolean {
	if (/\\|%(2f|5c|25|7f|[01][\da-f])/i.test(path)) return false;
	try {
		decodeURIComponent(path);
		return true;
	} catch {
		return false;
	}
}

function normaliseEscapes(path: string): string {
	return path
		.replaceAll(/%[\da-f]{2}/gi, (escape) => {
			const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
			return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
		})
		.replaceAll(/[^\w.~!$&'()*+,;=:@/%-]/g, (character) => encodeURIComponent(character));
}

function withoutDots(path: string): string {
	const kept: string[] = [];
	const segments = path.slice(1).split('/');
	for (const [n, segment] of segments.entries()) {
		const isLast = n === segments.length - 1;
		if (segment === '..') kept.pop();
		else if (segment !== '.') kept.push(segment);
		if (isLast && (segment === '.' || segment === '..')) kept.push('');
	}
	return `/${kept.join('/')}`;
}

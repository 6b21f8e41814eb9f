import type { IncomingMessage } from 'node:http';
import type { Config } from '#lib/server/config.ts';
import { belongsTo, clientAddress, networkOf } from './address.ts';
import { bodyLimit, type Limits } from './limits.ts';
import { declaresTooMuch } from './body.ts';
import { readTarget } from './target.ts';

export type WallConfig = Pick<Config, 'portalOrigin' | 'extraHosts' | 'trustedProxies'>;

export type Refusal = { status: number; headers?: Record<string, string> };

export const addressHeader = 'x-portal-client-address';
export const networkHeader = 'x-portal-client-network';

const safeMethods = ['GET', 'HEAD'];
const pageMethods = [...safeMethods, 'POST'];
const apiMethods = [...pageMethods, 'PUT', 'PATCH', 'DELETE'];

/**
 * Other systems ask the law engine here: it computes on what it is given, stores nothing and knows nobody.
 * A request of another origin gets there without cookies, so that it can never act for somebody.
 */
const originExempt = ['/api/v1/uitkomst'];

const neverFromOutside =
	/^(x-forwarded-.*|forwarded|x-real-ip|x-original-url|x-rewrite-url|x-http-method-override|x-sveltekit-(pathname|search)|x-portal-.*)$/;

/** The rules a request passes before the app sees it, in this order; the first that fails is the answer. */
export function createWall(config: WallConfig, publicFiles: ReadonlySet<string>, limits: Limits) {
	const hosts = allowedHosts(config);
	const isTrusted = belongsTo(config.trustedProxies);

	return function judge(request: IncomingMessage): Refusal | undefined {
		const host = onlyHost(request);
		if (host === undefined) return { status: 400 };
		if (!hosts.has(host)) return { status: 421 };
		const target = readTarget(request.url ?? '', limits);
		const isSafe = safeMethods.includes(request.method ?? '');
		const path = (request.url ?? '').split('?')[0] ?? '';
		const allowed = methodsFor(path, publicFiles);
		if (!allowed.includes(request.method ?? ''))
			return { status: 405, headers: { Allow: allowed.join(', ') } };
		if (target.kind === 'refused') return { status: target.status };
		if (target.kind === 'moved') {
			return isSafe ? { status: 308, headers: { Location: target.location } } : { status: 400 };
		}
		setOwnHeaders(request, isTrusted);
		if (!isSafe && !isOwnOrigin(request, config.portalOrigin)) {
			if (!originExempt.includes(path)) return { status: 403 };
			delete request.headers.cookie;
			delete request.headers.authorization;
		}
		if (declaresTooMuch(request, bodyLimit(path, limits))) return { status: 413 };
		return undefined;
	};
}

function allowedHosts(config: WallConfig): Set<string> {
	const { protocol, hostname, host } = new URL(config.portalOrigin);
	const port = protocol === 'https:' ? 443 : 80;
	return new Set([host, ...(host === hostname ? [`${hostname}:${port}`] : []), ...config.extraHosts]);
}

/** Node joins or drops a second Host; only the raw list shows that there were two. */
function onlyHost(request: IncomingMessage): string | undefined {
	const names = request.rawHeaders.filter((_, n) => n % 2 === 0);
	if (names.filter((name) => name.toLowerCase() === 'host').length !== 1) return undefined;
	return request.headers.host?.toLowerCase();
}

function methodsFor(path: string, publicFiles: ReadonlySet<string>): string[] {
	if (publicFiles.has(path)) return safeMethods;
	return path.startsWith('/api/') ? apiMethods : pageMethods;
}

function isOwnOrigin(request: IncomingMessage, portalOrigin: string): boolean {
	const { origin } = request.headers;
	if (origin !== undefined) return origin === portalOrigin;
	if (request.headers['sec-fetch-site'] !== 'same-origin') return false;
	// The framework asks for the header itself; the browser has just vouched for what it would say.
	request.headers.origin = portalOrigin;
	return true;
}

function setOwnHeaders(request: IncomingMessage, isTrusted: (address: string) => boolean): void {
	const forwarded = request.headers['x-forwarded-for'];
	const address = clientAddress(request.socket.remoteAddress, forwarded?.toString(), isTrusted);
	for (const name of Object.keys(request.headers))
		if (neverFromOutside.test(name)) delete request.headers[name];
	request.headers[addressHeader] = address;
	request.headers[networkHeader] = networkOf(address);
	if (!isPlainRange(request.headers.range)) delete request.headers.range;
}

/** The file server throws on a range that ends before it starts; without the header it sends the whole file. */
function isPlainRange(range: string | undefined): boolean {
	const [, from, to] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(range ?? '') ?? [];
	return from !== undefined && (to === '' || Number(from) <= Number(to));
}

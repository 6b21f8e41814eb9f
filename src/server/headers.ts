import {
	STATUS_CODES,
	type OutgoingHttpHeader,
	type OutgoingHttpHeaders,
	type ServerResponse
} from 'node:http';

// Only names that Chromium knows: an unknown one is a console error on every page.
const deniedFeatures = [
	'accelerometer',
	'autoplay',
	'browsing-topics',
	'camera',
	'clipboard-read',
	'clipboard-write',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'identity-credentials-get',
	'idle-detection',
	'keyboard-map',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'otp-credentials',
	'payment',
	'picture-in-picture',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'sync-xhr',
	'usb',
	'window-management',
	'xr-spatial-tracking'
];

// The passkeys of AUTH need these two.
const ownFeatures = ['publickey-credentials-create', 'publickey-credentials-get'];

const always = {
	'X-Content-Type-Options': 'nosniff',
	// Not no-referrer: under that policy browsers send `Origin: null` with an own form, which IN-04 refuses.
	'Referrer-Policy': 'same-origin',
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': [
		...deniedFeatures.map((name) => `${name}=()`),
		...ownFeatures.map((name) => `${name}=(self)`)
	].join(', ')
};

const onHttps = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };

const pagePolicy = [
	"default-src 'none'",
	...['script', 'style', 'img', 'font', 'connect', 'manifest', 'worker'].map((kind) => `${kind}-src 'self'`),
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
	"object-src 'none'"
].join('; ');

const otherPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

// The policy of a worker's script is the policy of the worker: a sandbox without requests would stop it.
const workerPolicy =
	"default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";
const workerPath = '/service-worker.js';
const alwaysAskAgain = [workerPath, '/_app/version.json'];

const unwanted =
	/^(access-control-.*|server|x-powered-by|sourcemap|x-sourcemap|x-sveltekit-(page|routeid|prerender|normalize)|x-portal-.*)$/;

export type Facts = {
	path: string;
	/** A file of the build, the same for everybody. */
	isPublicFile: boolean;
	isHttps: boolean;
};

/** HDR-01 to HDR-04 for one response, just before its head goes out. */
export function completeHeaders(response: ServerResponse, status: number, facts: Facts): void {
	for (const name of response.getHeaderNames()) if (unwanted.test(name)) response.removeHeader(name);
	for (const [name, value] of Object.entries(securityHeaders(facts.isHttps))) response.setHeader(name, value);
	const type = completeType(response, status);
	const isHtml = type.startsWith('text/html');
	// A page is never stored; without a tag no 304 can give it the policy of another type.
	if (isHtml) response.removeHeader('etag');
	if (!isHtml || !response.hasHeader('content-security-policy')) {
		response.setHeader('Content-Security-Policy', policyFor(facts.path, isHtml));
	}
	response.setHeader('Cache-Control', cacheFor(status, type, facts));
	if (facts.isPublicFile) vary(response, 'Accept-Encoding');
	if (status === 503 && !response.hasHeader('retry-after')) response.setHeader('Retry-After', '10');
}

export function securityHeaders(isHttps: boolean): Record<string, string> {
	return isHttps ? { ...always, ...onHttps } : always;
}

/** A whole response for a request that never became one (errors of Node's own parser). */
export function rawResponse(status: number, isHttps: boolean, extra: OutgoingHttpHeaders = {}): string {
	const body = shortBody(status);
	const headers = {
		...securityHeaders(isHttps),
		'Content-Security-Policy': otherPolicy,
		'Cache-Control': 'private, no-store',
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Length': Buffer.byteLength(body),
		Date: new Date().toUTCString(),
		Connection: 'close',
		...extra
	};
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** All that an answer outside the app says. */
export function shortBody(status: number): string {
	return `${status} ${STATUS_CODES[status] ?? 'Error'}\n`;
}

export function vary(response: ServerResponse, ...names: string[]): void {
	const present = asText(response.getHeader('vary'))
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
	if (present.includes('*')) return;
	const known = new Set(present.map((name) => name.toLowerCase()));
	response.setHeader(
		'Vary',
		[...present, ...names.filter((name) => !known.has(name.toLowerCase()))].join(', ')
	);
}

export function asText(value: OutgoingHttpHeader | undefined): string {
	return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** OUT-03: every body says what it is and in which encoding. */
function completeType(response: ServerResponse, status: number): string {
	const given = asText(response.getHeader('content-type'));
	const hasBody = status >= 200 && status !== 204 && status !== 304;
	if (!hasBody) return given.toLowerCase();
	const isRedirect = status >= 300 && status < 400;
	const type = given === '' && !isRedirect ? 'text/plain' : given;
	const isText = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg\+xml)/i.test(type);
	const full = isText && !/charset=/i.test(type) ? `${type}; charset=utf-8` : type;
	if (full !== given) response.setHeader('Content-Type', full);
	return full.toLowerCase();
}

function policyFor(path: string, isHtml: boolean): string {
	if (isHtml) return pagePolicy;
	return path === workerPath ? workerPolicy : otherPolicy;
}

function cacheFor(status: number, type: string, { path, isPublicFile }: Facts): string {
	const isWhole = [200, 206, 304].includes(status);
	// Recorded speech: another recording has another address. Private, because some is of one municipality only.
	if (isWhole && path.startsWith('/geluid/') && type.startsWith('audio/'))
		return 'private, max-age=31536000, immutable';
	if (!isPublicFile || !isWhole) return 'private, no-store';
	if (path.startsWith('/_app/immutable/')) return 'public, max-age=31536000, immutable';
	return alwaysAskAgain.includes(path)
		? 'public, no-cache'
		: 'public, max-age=86400, stale-while-revalidate=604800';
}

import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { asText, completeHeaders, shortBody, vary, type Facts } from './headers.ts';
import { brotliOptions, type Limits } from './limits.ts';

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];

export type Exchange = Facts & {
	limits: Limits;
	/** Set when the body grew past its limit: whatever the app answers, the answer is 413. */
	isTooLarge: boolean;
	/** The head is on its way or held back until the page is complete. */
	isAnswered: boolean;
	isStopping: () => boolean;
};

/**
 * Every head passes through here, also those of static files and of errors in the adapter, so that no response
 * leaves without the headers of HDR-01 to HDR-04. A page that may be compressed is held until its end.
 */
export function guardResponse(request: IncomingMessage, response: ServerResponse, exchange: Exchange): void {
	const writeHead = response.writeHead.bind(response);
	const write = response.write.bind(response);
	const end = response.end.bind(response);
	response.writeHead = (status: number, ...rest: unknown[]) => {
		if (exchange.isAnswered) return response;
		exchange.isAnswered = true;
		response.write = write;
		response.end = end;
		setGivenHeaders(response, rest.find((part) => typeof part === 'object') as Head | undefined);
		if (exchange.isTooLarge && status !== 413) replaceBy(413);
		else if (status >= 500 && !response.hasHeader('content-type')) replaceBy(status);
		else if (mayCompress(request, response, status, exchange)) hold(status);
		else send(status);
		return response;
	};

	// A body without an explicit head would write the head from within Node, too late to hold the body back.
	response.write = ((...args: Parameters<typeof write>) => {
		response.writeHead(response.statusCode);
		return response.write(...args);
	}) as typeof response.write;
	response.end = ((...args: Parameters<typeof end>) => {
		if (!exchange.isAnswered) setKnownLength(request, response, args[0]);
		response.writeHead(response.statusCode);
		return response.end(...args);
	}) as typeof response.end;

	function send(status: number): void {
		completeHeaders(response, status, exchange);
		if (exchange.isStopping()) response.setHeader('Connection', 'close');
		writeHead(status);
	}

	function replaceBy(status: number): void {
		for (const name of response.getHeaderNames()) response.removeHeader(name);
		const body = shortBody(status);
		response.setHeader('Content-Length', Buffer.byteLength(body));
		send(status);
		ignoreBody();
		end(body);
	}

	function ignoreBody(): void {
		response.write = ((...args: unknown[]) => callLast(args, true)) as typeof response.write;
		response.end = ((...args: unknown[]) => callLast(args, response)) as typeof response.end;
	}

	function hold(status: number): void {
		const chunks: Buffer[] = [];
		response.flushHeaders = () => {};
		response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
			chunks.push(toBuffer(chunk, rest));
			return callLast(rest, true);
		}) as typeof response.write;
		response.end = ((...args: unknown[]) => {
			if (typeof args[0] === 'string' || args[0] instanceof Uint8Array)
				chunks.push(toBuffer(args[0], args.slice(1)));
			response.write = write;
			response.end = end;
			const page = Buffer.concat(chunks);
			const packed = brotliCompressSync(page, brotliOptions(page.length));
			response.setHeader('Content-Encoding', 'br');
			response.setHeader('Content-Length', packed.length);
			send(status);
			end(packed);
			return callLast(args, response);
		}) as typeof response.end;
	}
}

/** HDR-06: brotli, for own pages only, and only when no other site can have caused the request. */
function mayCompress(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	exchange: Exchange
): boolean {
	const type = asText(response.getHeader('content-type'));
	if (exchange.isPublicFile || !/^text\/html\b/i.test(type) || response.hasHeader('content-encoding'))
		return false;
	vary(response, 'Accept-Encoding', 'Sec-Fetch-Site');
	const length = Number(response.getHeader('content-length'));
	const { compressFromBytes, compressToBytes } = exchange.limits;
	return (
		status === 200 &&
		request.method === 'GET' &&
		!response.hasHeader('x-portal-reflects') &&
		['same-origin', 'none'].includes(asText(request.headers['sec-fetch-site'])) &&
		accepts(request.headers['accept-encoding']) &&
		length >= compressFromBytes &&
		length <= compressToBytes
	);
}

function accepts(acceptEncoding: string | string[] | undefined): boolean {
	return asText(acceptEncoding)
		.split(',')
		.some((item) => /^br(;q=(0\.0*[1-9]\d*|1(\.0*)?))?$/i.test(item.replaceAll(' ', '')));
}

function setGivenHeaders(response: ServerResponse, head: Head | undefined): void {
	if (Array.isArray(head)) {
		for (let n = 0; n + 1 < head.length; n += 2) response.appendHeader(String(head[n]), asText(head[n + 1]));
		return;
	}
	for (const [name, value] of Object.entries(head ?? {})) {
		if (value !== undefined) response.setHeader(name, value);
	}
}

/** What Node does for a body that comes whole. */
function setKnownLength(request: IncomingMessage, response: ServerResponse, body: unknown): void {
	if (response.hasHeader('content-length') || response.hasHeader('transfer-encoding')) return;
	if ([204, 304].includes(response.statusCode)) return;
	if (typeof body === 'string' || body instanceof Uint8Array) {
		response.setHeader('Content-Length', Buffer.byteLength(body));
	} else if (request.method !== 'HEAD') response.setHeader('Content-Length', 0);
}

function toBuffer(chunk: string | Uint8Array, rest: unknown[]): Buffer {
	if (typeof chunk !== 'string') return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
	return Buffer.from(chunk, typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8');
}

function callLast<T>(args: unknown[], result: T): T {
	const callback = args.at(-1);
	if (typeof callback === 'function') queueMicrotask(() => callback());
	return result;
}

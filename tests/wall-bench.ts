import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { createLog } from '../src/lib/server/log.ts';
import { createPortalServer, type Handler } from '../src/server/portal-server.ts';
import type { Limits } from '../src/server/limits.ts';

export type Answer = { status: number; headers: Record<string, string>; body: Buffer; text: string };

type Options = {
	origin?: string;
	extraHosts?: string[];
	trustedProxies?: string[];
	publicFiles?: string[];
	limits?: Partial<Limits>;
};

/** A wall around a handler, on a free port, with a client that can send any bytes. */
export async function openWall(handler: Handler, options: Options = {}) {
	const origin = options.origin ?? 'https://pip.test';
	const lines: string[] = [];
	const { server, stop } = createPortalServer(
		handler,
		{
			portalOrigin: origin,
			isHttps: origin.startsWith('https:'),
			extraHosts: options.extraHosts ?? [],
			trustedProxies: options.trustedProxies ?? []
		},
		createLog('info', { write: (line: string) => void lines.push(line) }),
		{ publicFiles: new Set(options.publicFiles), limits: options.limits }
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const host = new URL(origin).host;

	async function ask(line: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
		const length =
			body && !headers['Transfer-Encoding'] ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
		const all = { Host: host, Connection: 'close', ...length, ...headers };
		const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
		return send(`${line} HTTP/1.1\r\n${head.join('')}\r\n${body}`);
	}

	function send(bytes: string): Promise<Answer> {
		return exchangeBytes(port, bytes);
	}

	return { ask, send, stop, server, port, origin, host, lines, close: () => server.close() };
}

/** Sends bytes as they are and reads until the other side closes. */
export function exchangeBytes(port: number, bytes: string): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1');
		const parts: Buffer[] = [];
		socket.on('data', (part) => parts.push(Buffer.from(part)));
		socket.on('error', (error) => (parts.length > 0 ? resolve(parse(Buffer.concat(parts))) : reject(error)));
		socket.on('close', () => {
			const all = Buffer.concat(parts);
			if (all.length === 0) reject(new Error('closed without an answer'));
			else resolve(parse(all));
		});
		socket.write(bytes, 'latin1');
	});
}

export function unpacked(answer: Answer): string {
	return answer.headers['content-encoding'] === 'br'
		? brotliDecompressSync(answer.body).toString()
		: answer.text;
}

export function reply(
	response: ServerResponse,
	status: number,
	type?: string,
	body = '',
	headers: Record<string, string> = {}
): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	if (type) response.setHeader('content-type', type);
	if (body) response.setHeader('content-length', Buffer.byteLength(body));
	response.writeHead(status);
	if (body) response.write(body);
	response.end();
}

/** Tells what the app would see of a request. */
export const echo: Handler = (request: IncomingMessage, response: ServerResponse) =>
	reply(response, 200, 'application/json', JSON.stringify({ url: request.url, ...request.headers }));

function parse(all: Buffer): Answer {
	const split = all.indexOf('\r\n\r\n');
	const [first = '', ...lines] = all.subarray(0, split).toString('latin1').split('\r\n');
	const headers: Record<string, string> = {};
	for (const line of lines) {
		const [name = '', ...rest] = line.split(': ');
		const key = name.toLowerCase();
		headers[key] = key in headers ? `${headers[key]}, ${rest.join(': ')}` : rest.join(': ');
	}
	const raw = all.subarray(split + 4);
	const body = headers['transfer-encoding'] === 'chunked' ? withoutChunks(raw) : raw;
	return { status: Number(first.split(' ')[1]), headers, body, text: body.toString() };
}

function withoutChunks(raw: Buffer): Buffer {
	const parts: Buffer[] = [];
	for (let at = 0; at < raw.length;) {
		const end = raw.indexOf('\r\n', at);
		const size = Number.parseInt(raw.subarray(at, end).toString(), 16);
		if (!(size > 0)) break;
		parts.push(raw.subarray(end + 2, end + 2 + size));
		at = end + 4 + size;
	}
	return Buffer.concat(parts);
}

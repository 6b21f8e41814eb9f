import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '#lib/server/config.ts';
import { belongsTo } from './address.ts';
import { limitBody } from './body.ts';
import { createConnections } from './connections.ts';
import { rawResponse, shortBody } from './headers.ts';
import { bodyLimit, limits as defaultLimits, type Limits } from './limits.ts';
import { guardResponse, type Exchange } from './response.ts';
import { createWall, type Refusal } from './wall.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export type PortalServer = {
	server: Server;
	/** Stops accepting, lets running requests finish within `stopAfter`, then closes what is left. */
	stop: () => Promise<void>;
};

type Surroundings = { publicFiles?: ReadonlySet<string>; limits?: Partial<Limits> };

const busyPage = `<!doctype html>
<html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Even wachten</title>
<h1>Even wachten</h1>
<p>Het is nu druk. Probeer het over een minuut opnieuw.</p>
<p lang="en">It is busy now. Please try again in a minute.</p>
</html>
`;

/** The HTTP server around the adapter's handler: every request passes the wall, every response the guard. */
export function createPortalServer(
	handler: Handler,
	config: Pick<Config, 'portalOrigin' | 'isHttps' | 'extraHosts' | 'trustedProxies'>,
	log: Logger,
	{ publicFiles = new Set(), limits: lowered = {} }: Surroundings = {}
): PortalServer {
	const limits = { ...defaultLimits, ...lowered };
	const judge = createWall(config, publicFiles, limits);
	const server = createServer({
		connectionsCheckingInterval: limits.connectionsCheckingInterval,
		headersTimeout: limits.headersTimeout,
		requestTimeout: limits.requestTimeout,
		keepAliveTimeout: limits.keepAliveTimeout,
		maxHeaderSize: limits.headerBytes,
		// Node would answer by itself, without our headers: the wall asks for the one Host.
		requireHostHeader: false
	});
	server.maxConnections = limits.connections;
	server.setTimeout(limits.stallTimeout);
	const connections = createConnections(server, limits, belongsTo(config.trustedProxies), config.isHttps);

	function answer(request: IncomingMessage, response: ServerResponse, demand?: Refusal): void {
		const path = (request.url ?? '').split('?')[0] ?? '';
		const exchange: Exchange = {
			path,
			isPublicFile: publicFiles.has(path),
			isHttps: config.isHttps,
			limits,
			isTooLarge: false,
			isAnswered: false,
			isStopping: connections.isStopping
		};
		guardResponse(request, response, exchange);
		closeSourcesWith(response);
		if (connections.inFlight() > limits.requestsInFlight) return sendBusy(response);
		const refusal = demand ?? judge(request);
		if (refusal) {
			log.debug({ status: refusal.status }, 'refused');
			return refuse(response, refusal);
		}
		limitBody(request, bodyLimit(path, limits), () => (exchange.isTooLarge = true));
		void pass(request, response, exchange);
	}

	async function pass(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void> {
		try {
			await handler(request, response, () => refuse(response, { status: 404 }));
		} catch (error) {
			log.error({ err: error }, 'the handler failed');
			if (exchange.isAnswered) response.destroy();
			else refuse(response, { status: 500 });
		}
	}

	server.on('request', (request, response) => answer(request, response));
	server.on('checkExpectation', (request, response) => answer(request, response, { status: 417 }));
	server.on('connect', (_, socket) => {
		socket.end(rawResponse(405, config.isHttps, { Allow: 'GET, HEAD, POST' }));
	});
	return { server, stop: connections.stop };
}

function refuse(response: ServerResponse, { status, headers = {} }: Refusal): void {
	if (response.headersSent) return;
	const body = status === 308 ? '' : shortBody(status);
	response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
	response.end(body);
}

function sendBusy(response: ServerResponse): void {
	response.writeHead(503, {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Length': Buffer.byteLength(busyPage),
		'Retry-After': '60'
	});
	response.end(busyPage);
}

/** The file server leaves a file open when the reader goes away, and lets a vanished file end the process. */
function closeSourcesWith(response: ServerResponse): void {
	response.on('pipe', (source) => {
		source.once('error', () => response.destroy());
		response.once('close', () => source.destroy());
	});
}

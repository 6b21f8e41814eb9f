import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './address.ts';
import { rawResponse } from './headers.ts';
import type { Limits } from './limits.ts';

/** Counts connections and running requests, answers what Node's parser refuses, and stops the server in order. */
export function createConnections(
	server: Server,
	limits: Limits,
	isTrusted: (address: string) => boolean,
	isHttps: boolean
) {
	const running = new Map<Socket, Set<ServerResponse>>();
	const perNetwork = new Map<string, number>();
	let inFlight = 0;
	let isStopping = false;

	server.on('connection', (socket: Socket) => {
		const address = socket.remoteAddress ?? '';
		const network = networkOf(address);
		const count = (perNetwork.get(network) ?? 0) + 1;
		perNetwork.set(network, count);
		running.set(socket, new Set());
		socket.once('close', () => {
			running.delete(socket);
			const left = (perNetwork.get(network) ?? 1) - 1;
			if (left > 0) perNetwork.set(network, left);
			else perNetwork.delete(network);
		});
		if (count > limits.connectionsPerNetwork && !isTrusted(address))
			refuse(socket, 503, { 'Retry-After': '10' });
	});

	server.on('request', (request, response) => {
		const { socket } = request;
		const responses = running.get(socket);
		inFlight += 1;
		responses?.add(response);
		response.once('close', () => {
			inFlight -= 1;
			responses?.delete(response);
			if (isStopping && responses?.size === 0) socket.destroySoon();
		});
	});

	server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
		const hasBegun = [...(running.get(socket) ?? [])].some((response) => response.headersSent);
		if (error.code === 'ECONNRESET' || !socket.writable || hasBegun) socket.destroy();
		else refuse(socket, statusOf(error.code));
	});

	function refuse(socket: Socket, status: number, extra: Record<string, string> = {}): void {
		socket.end(rawResponse(status, isHttps, extra));
		// What is still arriving is read and dropped for a moment: closing on it would cut off the answer.
		socket.resume();
		setTimeout(() => socket.destroy(), 500).unref();
	}

	async function stop(): Promise<void> {
		isStopping = true;
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const [socket, responses] of running) if (responses.size === 0) socket.destroy();
		const deadline = setTimeout(() => server.closeAllConnections(), limits.stopAfter);
		await closed;
		clearTimeout(deadline);
	}

	return { stop, inFlight: () => inFlight, isStopping: () => isStopping };
}

function statusOf(code: string | undefined): number {
	if (code === 'HPE_HEADER_OVERFLOW') return 431;
	if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
	return code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW' ? 413 : 400;
}

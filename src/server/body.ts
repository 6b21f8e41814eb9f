import type { IncomingMessage } from 'node:http';

/**
 * Counts a body as it arrives, also a chunked one that declares no length. Past the limit the reader gets an
 * error and the rest is thrown away unseen, so that the answer can still be sent over the same connection.
 */
export function limitBody(request: IncomingMessage, limit: number, onTooLarge: () => void): void {
	const push = request.push.bind(request);
	let size = 0;
	request.push = (chunk: unknown, encoding?: BufferEncoding) => {
		if (!(chunk instanceof Uint8Array)) return push(chunk, encoding);
		const wasWithin = size <= limit;
		size += chunk.byteLength;
		if (size <= limit) return push(chunk, encoding);
		if (wasWithin) {
			onTooLarge();
			if (request.listenerCount('error') > 0) request.emit('error', new Error('The body is too large'));
		}
		return true;
	};
}

/** A `Content-Length` above the limit, or one that nobody can mean. */
export function declaresTooMuch(request: IncomingMessage, limit: number): boolean {
	const declared = request.headers['content-length'];
	return declared !== undefined && !(Number(declared) <= limit);
}

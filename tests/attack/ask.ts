import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export interface Ask {
	port: number;
	path: string;
	method?: string;
	headers?: Record<string, string | string[]>;
	body?: string | Buffer;
}
export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One request, sent as it stands: no redirect is followed, no path is mended. */
export function answerOf(
	{ port, path, method = 'GET', headers = {}, body }: Ask,
	isRetry = false
): Promise<Answer> {
	return new Promise<Answer>((resolve, reject) => {
		const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
		const all = { host: `localhost:${port}`, ...length, ...headers };
		const sent = request({ host: '127.0.0.1', port, path, method, headers: all, agent }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					headers: answer.headers,
					body: Buffer.concat(parts).toString()
				})
			);
			answer.on('error', reject);
		});
		// The server closed an idle connection just as it was used again: asked once more on a fresh one.
		sent.on('error', (error: NodeJS.ErrnoException) =>
			sent.reusedSocket && !isRetry && /ECONNRESET|EPIPE/.test(error.code ?? '')
				? answerOf({ port, path, method, headers, body }, true).then(resolve, reject)
				: reject(error)
		);
		sent.setTimeout(30_000, () => sent.destroy(new Error('no answer within 30 seconds')));
		sent.end(body);
	});
}

/** Bytes as they are, for requests that no client would make. */
export function answerOfBytes(port: number, bytes: string | Buffer): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1');
		let text = '';
		socket.setTimeout(15_000, () => socket.destroy(new Error('no answer within 15 seconds')));
		socket.on('data', (part) => (text += part.toString('latin1')));
		socket.on('error', (error) => (text === '' ? reject(error) : undefined));
		socket.on('close', () => resolve(parsed(text)));
		socket.write(bytes);
	});
}

function parsed(text: string): Answer {
	const [head = '', ...rest] = text.split('\r\n\r\n');
	const [line = '', ...lines] = head.split('\r\n');
	const headers: IncomingHttpHeaders = {};
	for (const one of lines) {
		const colon = one.indexOf(':');
		headers[one.slice(0, colon).toLowerCase()] = one.slice(colon + 1).trim();
	}
	const body = rest.join('\r\n\r\n');
	// An answer in parts that has none.
	return { status: Number(line.split(' ')[1] ?? 0), headers, body: body === '0\r\n\r\n' ? '' : body };
}

/** Runs the work for each of the list, so many at a time. */
export async function eachOf<T>(
	list: readonly T[],
	atATime: number,
	work: (one: T) => Promise<void>
): Promise<void> {
	let next = 0;
	const lane = async () => {
		while (next < list.length) await work(list[next++] as T);
	};
	await Promise.all(Array.from({ length: atATime }, lane));
}

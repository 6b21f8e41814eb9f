import { Agent, get } from 'node:http';
import type { Served } from './server.ts';

export interface Load {
	/** Processor time of the server per request, milliseconds. */
	cpu: number;
	perSecond: number;
	/** Milliseconds until the whole answer was there. */
	p50: number;
	p99: number;
}

const together = 4;
const agent = new Agent({ keepAlive: true, maxSockets: together });

export interface Fetched {
	body: Buffer;
	isBrotli: boolean;
}

/** One answer as it came over the wire; a status other than 200 is an error: a redirect must not count as a fast page. */
export function fetched(url: string, cookie = ''): Promise<Fetched> {
	return new Promise((resolve, reject) => {
		const request = get(url, { agent, headers: { cookie, 'accept-encoding': 'br' } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				const isBrotli = response.headers['content-encoding'] === 'br';
				if (response.statusCode === 200) resolve({ body: Buffer.concat(parts), isBrotli });
				else reject(new Error(`${url}: ${response.statusCode} ${response.headers.location ?? ''}`));
			});
		});
		// The server may close a connection that waited between two rounds at the moment it is used again.
		request.once('error', (error) => (request.reusedSocket ? resolve(fetched(url, cookie)) : reject(error)));
	});
}

export interface Visit {
	path: string;
	cookie: string;
}

/** So many requests, four at a time, the visits by turns. */
export async function loadOn(server: Served, visits: readonly Visit[], requests: number): Promise<Load> {
	const times: number[] = [];
	let next = 0;
	const before = server.cpu();
	const started = performance.now();
	const one = async () => {
		while (next < requests) {
			const { path, cookie } = visits[next++ % visits.length] ?? { path: '/', cookie: '' };
			const from = performance.now();
			await fetched(`${server.origin}${path}`, cookie);
			times.push(performance.now() - from);
		}
	};
	await Promise.all(Array.from({ length: together }, one));
	const seconds = (performance.now() - started) / 1000;
	const cpu = (server.cpu() - before) / requests;
	return { cpu, perSecond: requests / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

export function quantile(values: readonly number[], q: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

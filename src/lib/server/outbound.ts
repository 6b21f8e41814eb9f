/** Whom a conversation with the outside may reach. */
export interface Reach {
	isHost: (hostname: string) => boolean;
	/** A provider on this machine, for tests and demonstrations. */
	mayBeInsecure: boolean;
}

/** Not there, too slow, too much, or elsewhere than expected. */
export const unreachable = (why: string, cause?: unknown): Error =>
	Object.assign(new Error(`outbound: ${why}`, { cause }), { name: 'Unreachable' });

/** Whether this is why something failed, however deep a library has wrapped it. */
export function isUnreachable(error: unknown): boolean {
	return error instanceof Error && (error.name === 'Unreachable' || isUnreachable(error.cause));
}

const longest = 5_000;
const mostBytes = 64 * 1024;

/** The host itself, what lies under it, and its sisters: `login.broker.nl` and `keys.broker.nl`, but nothing of all `.nl`. */
export function isOfHost(hostname: string, own: string): boolean {
	const parent = own.split('.').slice(1).join('.');
	const isParent = parent.includes('.') && !/^[\d.:]+$/.test(own);
	return hostname === own || hostname.endsWith(`.${own}`) || (isParent && hostname.endsWith(`.${parent}`));
}

/**
 * The one way out for HTTP (OPS-08): https, hosts that were named, no redirect, five seconds, 64 KiB.
 * @returns a function like `fetch`, which fails when the outside does not keep to that
 */
export function outbound(reach: Reach): (address: string, request: RequestInit) => Promise<Response> {
	return async (address, request) => {
		const { protocol, hostname } = new URL(address);
		const isSafe = protocol === 'https:' || (protocol === 'http:' && reach.mayBeInsecure);
		if (!isSafe || !reach.isHost(hostname)) throw unreachable('this address may not be reached');
		try {
			const signal = AbortSignal.timeout(longest);
			const response = await whole(await fetch(address, { ...request, redirect: 'error', signal }));
			if (response.status < 500) return response;
			throw unreachable(`status ${response.status}`);
		} catch (cause) {
			throw isUnreachable(cause) ? cause : unreachable('no whole answer', cause);
		}
	};
}

/** The body, read to its end within the limit: what comes too slowly or too much fails here. */
async function whole(response: Response): Promise<Response> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > mostBytes) throw unreachable('the answer is too large');
		chunks.push(chunk);
	}
	const { status } = response;
	const headers = new Headers(response.headers);
	for (const name of ['content-encoding', 'content-length']) headers.delete(name);
	return new Response(size > 0 ? Buffer.concat(chunks) : null, { status, headers });
}

import { BlockList, isIP, isIPv4 } from 'node:net';

/** Address ranges such as `10.0.0.0/8` as one question: does this address belong to them? */
export function belongsTo(ranges: string[]): (address: string) => boolean {
	const known = new BlockList();
	for (const range of ranges) {
		const [address = '', prefix] = range.split('/');
		if (prefix === undefined) known.addAddress(address, family(address));
		else known.addSubnet(address, Number(prefix), family(address));
	}
	return (address) => known.check(address, family(address));
}

/**
 * OPS-03: the address of the peer, or what trusted proxies say about the client: the right-most hop that is
 * not one of them. What cannot be read falls back to the peer.
 */
export function clientAddress(
	peer: string | undefined,
	forwardedFor: string | undefined,
	isTrusted: (address: string) => boolean
): string {
	const socket = plainAddress(peer ?? '') ?? '0.0.0.0';
	if (forwardedFor === undefined || !isTrusted(socket)) return socket;
	for (const hop of forwardedFor.split(',').reverse()) {
		const address = plainAddress(hop);
		if (address === undefined) return socket;
		if (!isTrusted(address)) return address;
	}
	return socket;
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 address, of which one household has it all. */
export function networkOf(address: string): string {
	if (isIP(address) !== 6) return address;
	const [head = '', tail] = address.split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	const groups = [...before, ...zeros, ...after].slice(0, 4);
	return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function plainAddress(text: string): string | undefined {
	const [withoutZone = ''] = text
		.trim()
		.replace(/^\[(.*)\](:\d+)?$/, '$1')
		.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
		.split('%');
	const bare = withoutZone.replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
	return isIP(bare) === 0 ? undefined : bare.toLowerCase();
}

function family(address: string): 'ipv4' | 'ipv6' {
	return isIPv4(address) ? 'ipv4' : 'ipv6';
}

import type { Recording } from './audio-bytes.ts';

/** Samples a millisecond, by the index in the head of a frame. */
const rates = [96, 88.2, 64, 48, 44.1, 32, 24, 22.05, 16, 12, 11.025, 8, 7.35];

/** AAC in ADTS frames from the first byte to the last, all at one rate; undefined for anything else. */
export function readAdts(content: Uint8Array): Recording | undefined {
	let blocks = 0;
	let rate: number | undefined;
	for (let at = 0; at < content.length;) {
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = content.subarray(at, at + 7);
		// Twelve bits of sync, then a layer that is always 0: that is where MP3 differs.
		if (a !== 0xff || (b & 0xf6) !== 0xf0) return undefined;
		const own = rates[(c >> 2) & 15];
		const size = ((d & 3) << 11) | (e << 3) | (f >> 5);
		if (own === undefined || own !== (rate ??= own) || size < 7 || at + size > content.length)
			return undefined;
		blocks += (g & 3) + 1;
		at += size;
	}
	if (rate === undefined || blocks < 2) return undefined;
	return { mediaType: 'audio/aac', milliseconds: Math.round((blocks * 1024) / rate), content };
}

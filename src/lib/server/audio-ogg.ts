import { asciiAt, viewOf, type Recording } from './audio-bytes.ts';

type OggPage = { from: number; to: number; isFirst: boolean; position: bigint; stream: number };

/** Ogg with one Opus stream and nothing else, whole to its last page; undefined for anything else (RFC 7845). */
export function readOgg(content: Uint8Array): Recording | undefined {
	const pages = readPages(content);
	const [first, second] = pages ?? [];
	const last = pages?.at(-1);
	if (!pages || !first?.isFirst || !second || !last) return undefined;
	if (pages.some(({ stream, isFirst }, n) => stream !== first.stream || (isFirst && n > 0))) return undefined;
	if (asciiAt(content, first.from, 8) !== 'OpusHead' || first.to - first.from < 19) return undefined;
	if (asciiAt(content, second.from, 8) !== 'OpusTags') return undefined;
	const channels = content[first.from + 9] ?? 0;
	if (channels < 1 || channels > 2) return undefined;
	const skipped = viewOf(content).getUint16(first.from + 10, true);
	// Opus counts 48,000 positions a second, whatever was recorded.
	const milliseconds = Math.round((Number(last.position) - skipped) / 48);
	return milliseconds > 0 ? { mediaType: 'audio/ogg', milliseconds, content } : undefined;
}

function readPages(content: Uint8Array): OggPage[] | undefined {
	const view = viewOf(content);
	const pages: OggPage[] = [];
	for (let at = 0; at < content.length;) {
		if (at + 27 > content.length || asciiAt(content, at, 4) !== 'OggS' || content[at + 4] !== 0)
			return undefined;
		const segments = content.subarray(at + 27, at + 27 + (content[at + 26] ?? 0));
		const from = at + 27 + segments.length;
		const to = from + segments.reduce((sum, size) => sum + size, 0);
		if (to > content.length) return undefined;
		const isFirst = ((content[at + 5] ?? 0) & 2) !== 0;
		pages.push({
			from,
			to,
			isFirst,
			position: view.getBigUint64(at + 6, true),
			stream: view.getUint32(at + 14, true)
		});
		at = to;
	}
	return pages;
}

import { asciiAt, viewOf, type Recording } from './audio-bytes.ts';

/** `at` is where its content begins. */
type Box = { type: string; start: number; at: number; end: number };

// Where a phone notes place, owner and title: emptied before it is kept.
const notes = ['udta', 'meta', 'uuid'];

/** MP4 (M4A) with AAC sound and no picture; undefined for anything else (ISO/IEC 14496-12). */
export function readMp4(content: Uint8Array): Recording | undefined {
	const boxes = readBoxes(content, 0, content.length);
	const moov = boxes?.find(({ type }) => type === 'moov');
	if (boxes?.[0]?.type !== 'ftyp' || !moov || !boxes.some(({ type }) => type === 'mdat')) return undefined;
	const parts = readBoxes(content, moov.at, moov.end);
	const tracks = parts?.filter(({ type }) => type === 'trak') ?? [];
	if (!parts || tracks.length !== 1 || !tracks.every((track) => isAac(content, track))) return undefined;
	const inTrack = tracks.flatMap((track) => readBoxes(content, track.at, track.end) ?? []);
	return {
		mediaType: 'audio/mp4',
		milliseconds: lengthOf(
			content,
			parts.find(({ type }) => type === 'mvhd')
		),
		content: withoutNotes(content, [...boxes, ...parts, ...inTrack])
	};
}

function readBoxes(content: Uint8Array, from: number, to: number): Box[] | undefined {
	const view = viewOf(content);
	const boxes: Box[] = [];
	for (let start = from; start < to;) {
		if (start + 8 > to) return undefined;
		const short = view.getUint32(start);
		if (short === 1 && start + 16 > to) return undefined;
		const head = short === 1 ? 16 : 8;
		// 0: up to the end of what it stands in.
		const size = short === 1 ? Number(view.getBigUint64(start + 8)) : short === 0 ? to - start : short;
		if (size < head || start + size > to) return undefined;
		boxes.push({ type: asciiAt(content, start + 4, 4), start, at: start + head, end: start + size });
		start += size;
	}
	return boxes;
}

function inside(content: Uint8Array, box: Box | undefined, type: string): Box | undefined {
	return box && readBoxes(content, box.at, box.end)?.find((one) => one.type === type);
}

function isAac(content: Uint8Array, track: Box): boolean {
	const mdia = inside(content, track, 'mdia');
	const hdlr = inside(content, mdia, 'hdlr');
	const stbl = inside(content, inside(content, mdia, 'minf'), 'stbl');
	const stsd = inside(content, stbl, 'stsd');
	if (!hdlr || !stsd) return false;
	// After version and flags: a handler has four bytes of its own first, a description its count and a size.
	return asciiAt(content, hdlr.at + 8, 4) === 'soun' && asciiAt(content, stsd.at + 12, 4) === 'mp4a';
}

function lengthOf(content: Uint8Array, mvhd: Box | undefined): number | null {
	const isLong = mvhd && content[mvhd.at] === 1;
	if (!mvhd || mvhd.end - mvhd.at < (isLong ? 32 : 20)) return null;
	const view = viewOf(content);
	const scale = view.getUint32(mvhd.at + (isLong ? 20 : 12));
	const units = isLong ? Number(view.getBigUint64(mvhd.at + 24)) : view.getUint32(mvhd.at + 16);
	const milliseconds = Math.round((units * 1000) / scale);
	return Number.isSafeInteger(milliseconds) && milliseconds > 0 && milliseconds < 3_600_000
		? milliseconds
		: null;
}

/** The boxes keep their place and size, so that nothing else in the file moves. */
function withoutNotes(content: Uint8Array, boxes: Box[]): Uint8Array {
	const kept = content.slice();
	for (const { type, start, at, end } of boxes) {
		if (!notes.includes(type)) continue;
		kept.set(new TextEncoder().encode('free'), start + 4);
		kept.fill(0, at, end);
	}
	return kept;
}

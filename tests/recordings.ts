const text = (value: string) => Buffer.from(value, 'latin1');
const u32 = (value: number) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
};

/** The check sum of an Ogg page: CRC-32 without reflection. */
function checkSum(page: Uint8Array): number {
	let sum = 0;
	for (const byte of page) {
		sum ^= byte << 24;
		for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	}
	return sum >>> 0;
}

function oggPage(flags: number, n: number, position: number, packets: Uint8Array[]): Buffer {
	const head = Buffer.alloc(27);
	head.write('OggS', 0, 'latin1');
	head[5] = flags;
	head.writeBigUInt64LE(BigInt(position), 6);
	head.writeUInt32LE(7, 14);
	head.writeUInt32LE(n, 18);
	head[26] = packets.length;
	const page = Buffer.concat([head, Buffer.from(packets.map(({ length }) => length)), ...packets]);
	page.writeUInt32LE(checkSum(page), 22);
	return page;
}

/** A real Ogg Opus file of silence: packets of 20 milliseconds, up to five seconds. */
export function ogg(milliseconds: number, { codec = 'OpusHead', channels = 1 } = {}): Buffer {
	const head = Buffer.concat([text(codec), Buffer.from([1, channels]), Buffer.alloc(9)]);
	const tags = Buffer.concat([text('OpusTags'), Buffer.alloc(8)]);
	const silence = Array.from({ length: milliseconds / 20 }, () => Buffer.from([0xf8, 0xff, 0xfe]));
	return Buffer.concat([
		oggPage(2, 0, 0, [head]),
		oggPage(0, 1, 0, [tags]),
		oggPage(4, 2, milliseconds * 48, silence)
	]);
}

export const box = (type: string, ...content: Uint8Array[]): Buffer => {
	const inside = Buffer.concat(content);
	return Buffer.concat([u32(inside.length + 8), text(type), inside]);
};

/** An M4A of so many milliseconds, with a note as a phone leaves it. */
export function m4a(milliseconds: number, { handler = 'soun', codec = 'mp4a', note = 'Home' } = {}): Buffer {
	const mvhd = box('mvhd', Buffer.alloc(12), u32(1000), u32(milliseconds), Buffer.alloc(80));
	const hdlr = box('hdlr', Buffer.alloc(8), text(handler), Buffer.alloc(13));
	const stsd = box('stsd', Buffer.alloc(4), u32(1), box(codec, Buffer.alloc(28)));
	const track = box('trak', box('mdia', hdlr, box('minf', box('stbl', stsd))));
	const moov = box('moov', mvhd, track, box('udta', text(note)));
	return Buffer.concat([box('ftyp', text('M4A '), u32(0)), moov, box('mdat', Buffer.alloc(64, 3))]);
}

/** AAC frames of 1,024 samples at 44,100 Hz, each with seven bytes of head. */
export function adts(frames: number, size = 40): Buffer {
	const head = [0xff, 0xf1, 0x50, 0x40 | (size >> 11), (size >> 3) & 255, ((size & 7) << 5) | 0x1f, 0xfc];
	const frame = Buffer.concat([Buffer.from(head), Buffer.alloc(size - 7)]);
	return Buffer.concat(Array.from({ length: frames }, () => frame));
}

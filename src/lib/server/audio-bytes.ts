export interface Recording {
	mediaType: 'audio/ogg' | 'audio/mp4' | 'audio/aac';
	/** Length, when the file says so. */
	milliseconds: number | null;
	/** What is kept: the file without the notes a phone puts in it. */
	content: Uint8Array;
}

export const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const asciiAt = (bytes: Uint8Array, at: number, length: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + length));

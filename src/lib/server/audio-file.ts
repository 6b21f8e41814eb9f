import { readAdts } from './audio-adts.ts';
import type { Recording } from './audio-bytes.ts';
import { readMp4 } from './audio-mp4.ts';
import { readOgg } from './audio-ogg.ts';

/** The largest recording, in bytes: two and a half minutes of speech at 24 kbit/s, half a minute of a phone's own. */
export const recordingBytes = 512 * 1024;

export type Judged =
	{ ok: true; recording: Recording } | { ok: false; reason: 'leeg' | 'te_groot' | 'soort' };

/** FILE-05: what a file is, by its bytes alone; its name and the type that the browser gives it say nothing. */
export function judgeRecording(content: Uint8Array): Judged {
	if (content.length === 0) return { ok: false, reason: 'leeg' };
	if (content.length > recordingBytes) return { ok: false, reason: 'te_groot' };
	const recording = readOgg(content) ?? readMp4(content) ?? readAdts(content);
	return recording ? { ok: true, recording } : { ok: false, reason: 'soort' };
}

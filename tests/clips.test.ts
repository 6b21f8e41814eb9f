import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/server/actor.ts';
import { judgeRecording, recordingBytes } from '#lib/server/audio-file.ts';
import { listSlots, playableClips, recordClip, removeClip } from '#lib/server/clips.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { coreTexts, isOnPage, spokenTexts } from '#lib/ui/core-texts.ts';
import { GET } from '../src/routes/(public)/geluid/[id]/+server.ts';
import { actions, load } from '../src/routes/admin/geluid/[taal]/[tekst]/+page.server.ts';
import { consulent, gemeente, now, somebody } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { adts, box, m4a, ogg } from './recordings.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const intro = { key: 'start_intro', text: 'ሰላም' };
let db: Database;
let coordinator: Actor;
let neighbour: Actor;
let beheerder: Actor;
let listener: Actor;

beforeAll(async () => {
	db = await openTestDatabase();
	const [here, there] = [await gemeente(), await gemeente()];
	const staff = await consulent(here);
	listener = staff;
	const as = async (role: 'coordinator' | 'beheerder', gemeenteId: string | null): Promise<Actor> => ({
		...{
			...staff,
			role,
			gemeenteId,
			id: await somebody(gemeenteId as string, { role, gemeenteId, name: 'Senait' })
		}
	});
	coordinator = await as('coordinator', here);
	neighbour = await as('coordinator', there);
	beheerder = await as('beheerder', null);
});
afterAll(() => db.close());

const empty = () => db.transaction(async (tx) => void (await tx.delete(t.clips)));
const record = (actor: Actor, content: Uint8Array, more: object = {}, spoken = intro) =>
	recordClip(
		actor,
		spoken,
		{ formKey: newId(), locale: 'ti', speaker: 'Senait', recordedOn: today, content, previous: '', ...more },
		now
	);
const heard = async (actor: Actor, text = intro.text) =>
	(await playableClips(actor.gemeenteId, 'ti', [{ ...intro, text }]))[0];
const audited = async (action: string) =>
	(await database().read.select().from(t.auditEvents).where(eq(t.auditEvents.action, action))).length;

test.each([
	['Ogg Opus of 3 s', ogg(3000), 'audio/ogg', 3000],
	['M4A of 12 s', m4a(12_000), 'audio/mp4', 12_000],
	['AAC in 44 ADTS frames', adts(44), 'audio/aac', 1022]
])('FILE-05 %s is taken by its bytes, with its length', (_, content, mediaType, milliseconds) => {
	expect(judgeRecording(content)).toMatchObject({ ok: true, recording: { mediaType, milliseconds } });
});

test.each([
	['nothing', Buffer.alloc(0), 'leeg'],
	['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'soort'],
	['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'soort'],
	['MP3', Buffer.from([0xff, 0xfb, 0x90, 0x64, ...Buffer.alloc(400)]), 'soort'],
	['WAV', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt '), 'soort'],
	['WebM', Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.alloc(60)]), 'soort'],
	['Ogg Vorbis', ogg(3000, { codec: '\x01vorbis ' }), 'soort'],
	['Ogg Opus cut off', ogg(3000).subarray(0, -1), 'soort'],
	['Ogg Opus with a page behind it', Buffer.concat([ogg(3000), Buffer.from('<script>')]), 'soort'],
	['a film', m4a(3000, { handler: 'vide', codec: 'avc1' }), 'soort'],
	['ALAC', m4a(3000, { codec: 'alac' }), 'soort'],
	['MP4 whose box runs past the end', m4a(3000).subarray(0, -1), 'soort'],
	['MP4 without sound', Buffer.concat([box('ftyp'), box('moov'), box('mdat')]), 'soort'],
	['ADTS with a tail', Buffer.concat([adts(9), Buffer.from('<script>')]), 'soort'],
	['ADTS of 512 KiB and one frame', adts(Math.ceil(recordingBytes / 40) + 1), 'te_groot']
])('FILE-05 %s is refused as %3$s', (_, content, reason) => {
	expect(judgeRecording(content)).toEqual({ ok: false, reason });
});

test('FILE-05 a recording of exactly 512 KiB is taken, one byte more is not', () => {
	const largest = adts(recordingBytes / 64, 64);
	expect(largest.length).toBe(524_288);
	expect(judgeRecording(largest).ok).toBe(true);
	expect(judgeRecording(Buffer.concat([largest, Buffer.alloc(1)]))).toEqual({
		ok: false,
		reason: 'te_groot'
	});
});

test('what a phone notes in an M4A is not kept, and the file keeps its length', () => {
	const content = m4a(3000, { note: 'Kerkstraat 5' });
	const judged = judgeRecording(content);
	if (!judged.ok) throw new Error('refused');
	expect(Buffer.from(judged.recording.content).toString('latin1')).not.toContain('Kerkstraat');
	expect(judged.recording.content.length).toBe(content.length);
	expect(judgeRecording(judged.recording.content).ok).toBe(true);
});

test('AC-02 coordinators record for their municipality and beheerders for all; consulents only listen', async () => {
	await empty();
	expect(await record(listener, ogg(2000))).toBeUndefined();
	expect(await record(beheerder, ogg(2000), { speaker: 'Allen' })).toEqual({ ok: true });
	expect((await heard(neighbour))?.speaker).toBe('Allen');
	expect(await record(coordinator, ogg(2000))).toEqual({ ok: true });
	expect((await heard(coordinator))?.speaker).toBe('Senait');
	expect((await heard(neighbour))?.speaker).toBe('Allen');
	const slots = await listSlots(listener, 'ti', [intro, { key: 'stap_klaar', text: 'x' }]);
	expect(slots.map(({ state, isShared }) => [state, isShared])).toEqual([
		['opgenomen', false],
		['ontbreekt', false]
	]);
	expect((await listSlots(neighbour, 'ti', [intro]))[0]?.isShared).toBe(true);
	expect((await listSlots(listener, 'ps', [intro]))[0]?.state).toBe('ontbreekt');
});

test('a recording of a text that changed is outdated and not played; the one for all takes its place', async () => {
	await empty();
	await record(coordinator, ogg(2000));
	const changed = { ...intro, text: 'ሓድሽ' };
	expect((await listSlots(coordinator, 'ti', [changed]))[0]?.state).toBe('verouderd');
	expect(await heard(coordinator, changed.text)).toBeUndefined();
	await record(beheerder, ogg(2000), { speaker: 'Allen' }, changed);
	expect((await heard(coordinator, changed.text))?.speaker).toBe('Allen');
});

test('IN-11, IN-12, AUD-01 sent twice it is kept once, a colleague in between is not overwritten, all is audited', async () => {
	await empty();
	const counts = () => Promise.all(['clip.record', 'clip.replace', 'clip.remove'].map(audited));
	const before = await counts();
	const formKey = newId();
	for (let n = 0; n < 2; n++) expect(await record(coordinator, ogg(2000), { formKey })).toEqual({ ok: true });
	const first = await heard(coordinator);
	expect(await record(coordinator, m4a(900))).toEqual({ ok: false, reason: 'intussen' });
	expect(await record(coordinator, m4a(900), { previous: first?.id })).toEqual({ ok: true });
	const second = await heard(coordinator);
	expect([second?.mediaType, second?.id === first?.id]).toEqual(['audio/mp4', false]);
	const tomorrow = { recordedOn: today.add({ days: 1 }), previous: second?.id };
	expect(await record(coordinator, ogg(2000), tomorrow)).toEqual({ ok: false, reason: 'toekomst' });
	const key = { locale: 'ti', key: intro.key, id: second?.id ?? '' } as const;
	for (const actor of [listener, neighbour, beheerder]) expect(await removeClip(actor, key, now)).toBe(false);
	expect(await removeClip(coordinator, { ...key, id: newId() }, now)).toBe(false);
	expect(await removeClip(coordinator, key, now)).toBe(true);
	expect((await counts()).map((count, n) => count - (before[n] ?? 0))).toEqual([1, 1, 1]);
	expect(await heard(coordinator)).toBeUndefined();
});

const ask = async (actor: Actor | null, id: string, range?: string) => {
	const request = new Request('https://pip.test/geluid', { headers: range ? { range } : {} });
	try {
		return await GET({ locals: { actor }, params: { id }, request } as never);
	} catch (thrown) {
		return thrown as { status: number; body: unknown };
	}
};

test('AC-06 sound of another municipality is the same 404 as none; that for all is for everybody', async () => {
	await empty();
	await record(coordinator, ogg(2000));
	await record(beheerder, m4a(2000));
	const [own, shared] = [(await heard(coordinator))?.id ?? '', (await heard(neighbour))?.id ?? ''];
	expect((await ask(listener, own)).status).toBe(200);
	for (const actor of [null, listener, neighbour, beheerder])
		expect((await ask(actor, shared)).status).toBe(200);
	const unknown = JSON.stringify(await ask(neighbour, newId()));
	for (const actor of [null, neighbour]) {
		const answer = await ask(actor, own);
		expect(answer.status).toBe(404);
		expect(JSON.stringify(answer)).toBe(unknown);
	}
});

test('sound comes whole or in the part that was asked for, byte for byte', async () => {
	await empty();
	const content = ogg(2000);
	await record(beheerder, content);
	const id = (await heard(neighbour))?.id ?? '';
	const parts: [string | undefined, number, Buffer, string | null][] = [
		[undefined, 200, content, null],
		['bytes=0-1', 206, content.subarray(0, 2), `bytes 0-1/${content.length}`],
		['bytes=10-', 206, content.subarray(10), `bytes 10-${content.length - 1}/${content.length}`],
		['bytes=0-99999', 206, content, `bytes 0-${content.length - 1}/${content.length}`],
		['bytes=99999-', 416, Buffer.alloc(0), `bytes */${content.length}`]
	];
	for (const [range, status, bytes, said] of parts) {
		const answer = (await ask(null, id, range)) as Response;
		expect([answer.status, answer.headers.get('content-range')]).toEqual([status, said]);
		expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
		if (status !== 416) expect(answer.headers.get('content-type')).toBe('audio/ogg');
	}
});

/** Sends the form of the page, as a browser does: with a file. */
async function send(
	actor: Actor | null,
	fields: Record<string, string | Blob>,
	params = { taal: 'ti', tekst: intro.key }
) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	const request = new Request('https://pip.test/admin/geluid', { method: 'POST', body });
	const locals = { actor, now, locale: 'nl' };
	try {
		return await actions.bewaar?.({ request, locals, params, setHeaders() {} } as never);
	} catch (thrown) {
		return thrown as { status: number; data?: unknown };
	}
}

test('a form that is refused keeps what was typed and says that the file must be chosen again', async () => {
	await empty();
	const file = new Blob([new Uint8Array(ogg(2000))]);
	const fields = { formKey: newId(), vorige: '', spreker: 'Senait', dag: '2026-11-20', bestand: file };
	expect(await send(coordinator, { ...fields, dag: 'gisteren' })).toMatchObject({
		status: 400,
		data: { spreker: 'Senait', dag: 'gisteren', errors: { bestand: 'opnieuw', dag: 'datum' } }
	});
	expect(
		await send(coordinator, { ...fields, bestand: new Blob(['<svg/>'], { type: 'audio/ogg' }) })
	).toMatchObject({
		status: 400,
		data: { spreker: 'Senait', dag: '2026-11-20', errors: { bestand: 'soort' } }
	});
	expect(await send(coordinator, { ...fields, bestand: new Blob([]) })).toMatchObject({
		data: { errors: { bestand: 'leeg' } }
	});
	expect(await heard(coordinator)).toBeUndefined();
});

test('AC-01, IN-02 who may not record is refused, and so are unknown texts, languages and fields', async () => {
	const fields = { formKey: newId(), vorige: '', spreker: 'S', dag: '2026-11-20', bestand: new Blob(['x']) };
	expect(await send(null, fields)).toMatchObject({ status: 303 });
	for (const actor of [
		listener,
		{ ...coordinator, role: 'partner' as const },
		{ ...coordinator, role: 'inburgeraar' as const }
	])
		expect(await send(actor, fields)).toMatchObject({ status: 403 });
	for (const params of [
		{ taal: 'nl', tekst: intro.key },
		{ taal: 'ti', tekst: 'admin_geluid_titel' },
		{ taal: 'ti', tekst: 'constructor' }
	])
		expect(await send(coordinator, fields, params)).toMatchObject({ status: 404 });
	expect(await send(coordinator, { ...fields, role: 'x' })).toMatchObject({ status: 400 });
	expect(await send(coordinator, { ...fields, bestand: 'x' })).toMatchObject({ status: 400 });
	const url = new URL('https://pip.test/');
	const page = await load({
		locals: { actor: listener, now },
		params: { taal: 'ti', tekst: intro.key },
		url
	} as never);
	expect(page).toMatchObject({ mayRecord: false, state: 'ontbreekt' });
});

test('the core texts are messages of the portal, whole sentences without a gap, and stand on one page each', () => {
	const dutch = JSON.parse(readFileSync('messages/nl.json', 'utf8')) as Record<string, unknown>;
	const texts = spokenTexts('nl');
	expect(texts.length).toBeGreaterThanOrEqual(40);
	expect(texts.map(({ key, text }) => [key, text])).toEqual(texts.map(({ key }) => [key, dutch[key]]));
	expect(texts.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
	expect(spokenTexts('ti', '/(inburgeraar)/vragen').length).toBe(2);
	expect(isOnPage('stap_klaar', { step: { code: 'klaar' } })).toBe(true);
	expect(isOnPage('stap_klaar', { step: { code: 'doorgaan' } })).toBe(false);
	expect(
		Object.keys(coreTexts).filter(
			(key) => isOnPage(key as keyof typeof coreTexts, { begrip: 'pvt' }) && key.startsWith('uitleg')
		)
	).toEqual(['uitleg_pvt_wat', 'uitleg_pvt_doen']);
});

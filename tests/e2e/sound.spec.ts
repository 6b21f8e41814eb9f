import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ogg } from '../recordings.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, inLocale, signIn, test } from './portal.ts';

/** The browser's own speech, as a device with these voices has it; they come late, as on Android. */
async function withVoices(page: Page, voices: string[]): Promise<void> {
	await page.addInitScript((langs) => {
		const said: string[] = [];
		let known: object[] = [];
		const device = {
			getVoices: () => known,
			onvoiceschanged: null as (() => void) | null,
			speak(utterance: { text: string; lang: string; onend?: () => void }) {
				if (utterance.text) said.push(`${utterance.lang} ${utterance.text}`);
				setTimeout(() => utterance.onend?.());
			},
			cancel: () => said.push('stop')
		};
		setTimeout(() => {
			known = langs.map((lang) => ({ lang, localService: true }));
			device.onvoiceschanged?.();
		}, 50);
		const own = { configurable: true };
		Object.defineProperty(window, 'speechSynthesis', { ...own, value: device });
		const Utterance = class {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		};
		Object.defineProperty(window, 'SpeechSynthesisUtterance', { ...own, value: Utterance });
		Object.defineProperty(window, 'said', { value: said });
	}, voices);
}
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
/** Once stopped before the first sentence, once after the last. */
const hasEnded = async (page: Page) => (await said(page)).filter((line) => line === 'stop').length === 2;
const button = (page: Page) => page.locator('header [data-listen]');

test('Listen is there only where the device has a voice, and says dates as words, sentence by sentence', async ({
	page
}) => {
	await withVoices(page, ['nl_NL', 'ar']);
	await signIn(page, 'asiel-b1-ar', 'nl');
	expect(await page.locator('script[src*="speak"]').count()).toBe(0);
	await button(page).click();
	await expect.poll(() => hasEnded(page)).toBe(true);
	const dutch = await said(page);
	expect(dutch.find((line) => /^nl_NL U hebt tijd tot en met \d+ [a-z]+ \d{4}$/.test(line))).toBeTruthy();
	expect(dutch.filter((line) => /\d-\d|\d:\d|MAP|PVT/.test(line))).toEqual([]);
	await expect(button(page)).toHaveAttribute('aria-pressed', 'false');

	// Arabic by its own voice, the name of a place by the Dutch one.
	await page.goto('/ar/vandaag');
	await page.setViewportSize({ width: 320, height: 640 });
	await expect(button(page)).toBeVisible();
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await button(page).click();
	await expect.poll(async () => (await said(page)).filter((line) => line.startsWith('nl_NL')).length).toBe(2);
	await expect.poll(() => hasEnded(page)).toBe(true);
	expect((await said(page)).find((line) => /^ar .*\d+, \d+, \d{4}$/.test(line))).toBeTruthy();

	for (const locale of ['ti', 'en']) {
		await page.goto(inLocale('/vandaag', locale));
		await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
		await expect(button(page), locale).toBeHidden();
	}
});

test('a coordinator records a text; the participant plays it without JavaScript, and only where there is one', async ({
	browser,
	page
}) => {
	test.setTimeout(120_000);
	const nl = JSON.parse(readFileSync('messages/nl.json', 'utf8')) as Record<string, string>;
	const open = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const reader = await open.newPage();
	await signIn(reader, 'asiel-z-ti');
	const silent = await reader.goto('/ti/vragen');
	await expect(reader.locator('audio, .inb-clips')).toHaveCount(0);
	expect(silent?.headers()['content-security-policy']).not.toContain('media-src');

	await signIn(page, 'consulent');
	await page.goto('/admin/geluid/ti/vragen_waarover');
	await expect(page.locator('input[type="file"]')).toHaveCount(0);
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'coordinator');
	await page.goto('/admin/geluid?taal=ti');
	await expectAccessible(page);
	await page.getByRole('link', { name: nl.vragen_waarover, exact: true }).click();
	await page.waitForURL(/vragen_waarover$/);
	await expectAccessible(page);
	await page.locator('input[name="spreker"]').fill('Senait');
	const file = { name: 'clip.m4a', mimeType: 'audio/mp4' };
	await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.from('<svg/>') });
	await page.getByRole('button', { name: nl.admin_geluid_bewaar }).click();
	await expect(page.locator('#bestand-error')).toHaveText(nl.admin_geluid_fout_soort ?? '');
	await expect(page.locator('input[name="spreker"]')).toHaveValue('Senait');
	await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: ogg(2000) });
	await page.getByRole('button', { name: nl.admin_geluid_bewaar }).click();
	await expect(page.getByText(nl.admin_geluid_klaar_bewaard ?? '')).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSidewaysScroll(page);

	const answer = await reader.goto('/ti/vragen');
	expect(answer?.headers()['content-security-policy']).toMatch(/; media-src 'self'$/);
	const sounds: string[] = [];
	reader.on('request', (request) => void (request.url().includes('/geluid/') && sounds.push(request.url())));
	await reader.locator('.inb-clips summary').click();
	const audio = reader.locator('.inb-clips audio');
	await expect(audio).toBeVisible();
	// A menu over the page: the header keeps its height.
	expect((await reader.locator('.inb-header').boundingBox())?.height).toBeLessThan(80);
	await expect(reader.locator('.inb-clips')).toContainText(/1 kB · 0:02 · Senait · \d\d-\d\d-\d{4}/);
	await expectNoSidewaysScroll(reader);
	expect(sounds).toEqual([]);
	const played = await audio.evaluate(async (sound: HTMLAudioElement) => {
		sound.muted = true;
		await sound.play();
		return sound.duration;
	});
	expect(played).toBeCloseTo(2, 0);
	expect(sounds.length).toBeGreaterThan(0);
	const sound = await reader.request.get((await audio.getAttribute('src')) ?? '');
	expect(sound.headers()).toMatchObject({
		'content-type': 'audio/ogg',
		'cache-control': 'private, max-age=31536000, immutable',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox"
	});

	await reader.setExtraHTTPHeaders({ 'Save-Data': 'on' });
	await reader.goto('/ti/vragen');
	await reader.locator('.inb-clips summary').click();
	await expect(reader.locator('.inb-clips a[download]')).toBeVisible();
	await expect(reader.locator('audio')).toHaveCount(0);
	await open.close();
});

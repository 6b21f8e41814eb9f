import type { Page } from '@playwright/test';
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
const button = (page: Page) => page.locator('header [data-listen]');

test('Listen is there only where the device has a voice, and says dates as words, sentence by sentence', async ({
	page
}) => {
	await withVoices(page, ['nl_NL', 'ar']);
	await signIn(page, 'asiel-b1-ar', 'nl');
	expect(await page.locator('script[src*="speak"]').count()).toBe(0);
	await button(page).click();
	await expect.poll(async () => (await said(page)).at(-1)).toBe('stop');
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
	await expect.poll(async () => (await said(page)).at(-1)).toBe('stop');
	expect((await said(page)).find((line) => /^ar .*\d+, \d+, \d{4}$/.test(line))).toBeTruthy();

	for (const locale of ['ti', 'en']) {
		await page.goto(inLocale('/vandaag', locale));
		await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
		await expect(button(page), locale).toBeHidden();
	}
});
